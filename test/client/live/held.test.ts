import { describe, expect, it } from 'vitest'
import { Held } from '../../../client/live/held.svelte.ts'
import type { Delta } from '../../../shared/protocol/delta.ts'

const place = (id: string) => ({ id, name: { en: id, fr: id }, kind: 'other' })
const at = (seq: number, epoch = 'e1') => ({ epoch, seq })

function standingAt(seq: number): Held {
  const held = new Held()
  held.hears('e1')
  held.replace({ position: at(seq), rows: { places: { hall: place('hall') } } })
  return held
}

const delta = (since: number, seq: number): Delta => [
  seq,
  seq - since,
  { '/places/yard': place('yard') },
  ['/places/hall']
]

describe('the rows a screen holds', () => {
  it('Y-1 given a delta that starts where the screen stands, it is applied and the position moves', () => {
    const held = standingAt(41)
    expect(held.take(delta(41, 43))).toBe('applied')
    expect(Object.keys(held.rows.places)).toEqual(['yard'])
    expect(held.standsAt(at(43))).toBe(true)
  })

  it('Y-2 given a delta that starts elsewhere, nothing changes and the screen has to ask', () => {
    const held = standingAt(41)
    const { rows } = held
    expect(held.take(delta(42, 43))).toBe('gap')
    expect(held.rows).toBe(rows)
    expect(held.standsAt(at(41))).toBe(true)
  })

  it('Y-2 given a delta of another epoch, the screen has to ask, also where the numbers would fit', () => {
    const held = standingAt(41)
    held.hears('e2')
    expect(held.take(delta(41, 42))).toBe('gap')
    expect(held.standsAt(at(41))).toBe(true)
  })

  it('L-21 given a delta over a connection that was told no epoch yet, the screen has to ask', () => {
    const held = standingAt(41)
    held.hears(null)
    expect(held.take(delta(41, 42))).toBe('gap')
  })

  it('L-22 given a delta that its rows do not fit, it asks for everything anew', () => {
    const held = standingAt(41)
    expect(held.take([42, 1, { '/places/yard/name/en': 'Yard' }])).toBe('gap')
    expect(Object.keys(held.rows.places)).toEqual(['hall'])
    expect(held.position).toBeNull()
  })

  it('Y-2 given a delta before any snapshot, the screen has to ask', () => {
    expect(new Held().take(delta(0, 1))).toBe('gap')
  })

  it('Y-3 given a delta that is known already, nothing happens', () => {
    const held = standingAt(41)
    expect(held.take(delta(39, 40))).toBe('known')
    expect(held.standsAt(at(41))).toBe(true)
  })
})
