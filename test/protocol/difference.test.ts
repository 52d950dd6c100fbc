import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyDelta, deltaBetween } from '../../shared/protocol/difference.ts'
import type { RowSet } from '../../shared/protocol/rows.ts'
import { rowSets } from './row-sets.ts'
import { textOf } from './text-of.ts'

const overTheWire = <T>(told: T): T => JSON.parse(JSON.stringify(told)) as T

describe('the difference of two sets of rows', () => {
  it('W-1, W-2 makes of the first the second, also after the wire, whatever the names', () => {
    fc.assert(
      fc.property(rowSets, rowSets, (before, after) => {
        const delta = overTheWire(deltaBetween(before, after))
        const held = overTheWire(before)
        expect(textOf(delta ? applyDelta(held, delta) : held)).toBe(textOf(after))
      }),
      { numRuns: 2_000 }
    )
  })

  it('W-1 of the same content is none, whatever the order of its keys and whatever is undefined', () => {
    expect(
      deltaBetween({ a: { x: { n: 1, m: [1] } } }, { a: { x: { m: [1], n: 1, o: undefined } } })
    ).toBeNull()
    expect(deltaBetween({ a: { x: { m: [1, 2] } } }, { a: { x: { m: [2, 1] } } })).toEqual({
      put: { '/a/x/m': [2, 1] },
      drop: []
    })
  })

  it('W-2 never reaches what all objects share', () => {
    const { put, drop } = JSON.parse('{"put": {"/__proto__": {"polluted": true}}, "drop": []}')
    expect(Object.keys(applyDelta({ a: {} }, { put, drop }) ?? {})).toEqual(['a', '__proto__'])
    const into = { put: { '/__proto__/polluted': true, '/a/constructor/prototype/polluted': true }, drop: [] }
    expect(applyDelta({ a: {} }, into)).toBeNull()
    expect(applyDelta({ a: {} }, { put: {}, drop: ['/toString'] })).toBeNull()
    expect({}).not.toHaveProperty('polluted')
    expect({}.toString()).toBe('[object Object]')
  })

  it('W-1 leaves alone what it does not touch', () => {
    const x = { n: 1, deep: { m: 1 } }
    const before: RowSet = { a: { x, y: { n: 2 } }, b: { z: { n: 3 } } }
    const after = applyDelta(before, { put: { '/a/x/n': 9 }, drop: [] })
    expect(after?.a?.y).toBe(before.a?.y)
    expect(after?.b).toBe(before.b)
    expect(after?.a?.x).toEqual({ n: 9, deep: { m: 1 } })
    expect(x).toEqual({ n: 1, deep: { m: 1 } })
  })
})

describe('what a difference says of a row', () => {
  const row = { id: 'r', name: { en: 'Yard', fr: 'Cour' }, kind: 'other', on: ['a', 'b'], by: null }
  const changed = (to: object) => deltaBetween({ rows: { r: row } }, { rows: { r: { ...row, ...to } } })

  it('L-20 is the field that changed, as far down as objects go; a list is one thing', () => {
    expect(changed({ name: { en: 'Garden', fr: 'Cour' } })).toEqual({
      put: { '/rows/r/name/en': 'Garden' },
      drop: []
    })
    expect(changed({ on: ['a'] })?.put).toEqual({ '/rows/r/on': ['a'] })
  })

  it('L-20 tells nothing, null and no field apart', () => {
    expect(changed({ by: 'mia' })?.put).toEqual({ '/rows/r/by': 'mia' })
    expect(changed({ kind: null })).toEqual({ put: { '/rows/r/kind': null }, drop: [] })
    expect(changed({ kind: undefined })).toEqual({ put: {}, drop: ['/rows/r/kind'] })
  })

  it('L-20 is the whole row where that is shorter, and the slice where that is new', () => {
    const other = { id: 'r', name: 'x', kind: 1, on: 2, by: 3 }
    expect(changed(other)?.put).toEqual({ '/rows/r': other })
    expect(deltaBetween({}, { rows: { r: row } })?.put).toEqual({ '/rows': { r: row } })
  })

  it('L-20 names what has a slash or a tilde in its name as RFC 6901 does', () => {
    expect(deltaBetween({ 'a/b': {} }, { 'a/b': { '~1': { n: 1 } } })?.put).toEqual({ '/a~1b/~01': { n: 1 } })
  })
})
