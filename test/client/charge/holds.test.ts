import { describe, expect, it } from 'vitest'
import { holdingOf, isLastInCharge, offShift, onShift, shortName } from '../../../client/charge/holds.ts'
import { watchOf } from '../../../client/charge/watch.ts'
import { freeNow } from '../../../client/watching/watches.ts'
import type { MemberId, StayId } from '../../../shared/ids.ts'
import { calmDay } from '../../browser/gallery/maple.ts'
import { at } from '../../browser/gallery/scene.ts'
import { emergency, memberOf, meetingOf } from './unit-of.ts'

const now = at('14:05')

describe('what a member holds', () => {
  const rows = calmDay().rows('charge')
  const holds = (id: string) => holdingOf(rows, memberOf(rows, id), now)

  it('is the meeting that runs, and who answers for the unit holds the unit', () => {
    expect(holds('dana').now).toEqual({ is: 'meeting', meeting: meetingOf(rows, 'relapse') })
    expect(holds('ruth').now).toEqual({ is: 'unit' })
    expect(holds('mei').now).toEqual({ is: 'free' })
  })

  it('comes with the meeting that is led next, never with one that is over', () => {
    expect(holds('mei').next).toEqual(meetingOf(rows, 'process-a'))
    expect(holds('helen').next).toBeNull()
    expect(holds('leo').next).toBeNull()
  })

  it('is the alert before anything else, by name of who is there and who comes', () => {
    const scene = calmDay()
    emergency(scene, '14:01', 'sam', ['dana'])
    const alarmed = scene.rows('charge')
    const of = (id: string) => holdingOf(alarmed, memberOf(alarmed, id), now).now
    expect([of('sam'), of('dana')]).toMatchObject([
      { is: 'alert', there: true },
      { is: 'alert', there: false }
    ])
  })
})

describe('who is with somebody all the time', () => {
  const scene = calmDay()
  const mira = 's13' as StayId
  for (const id of ['mei', 'ruth'])
    scene.on('14:00', { type: 'watch.taken', stay: mira, member: id as MemberId }, id)
  const rows = scene.rows('charge')

  it('O-11 holds that watch, also where they answer for the unit', () => {
    for (const id of ['mei', 'ruth'])
      expect(holdingOf(rows, memberOf(rows, id), now).now).toEqual({ is: 'watch', stay: rows.stays[mira] })
  })

  it('O-11, T-116 is not free, on any list; all lists have the same', () => {
    const free = freeNow(rows, 'en').map(({ id }) => id)
    expect(free).not.toContain('mei')
    expect(free).toContain('leo')
    expect(watchOf(rows, now, 'en').free.map(({ id }) => id)).toEqual(free)
    const on = onShift(rows, now, 'en').filter(holding => holding.now.is === 'free')
    expect(on.map(({ member }) => member.id)).toEqual(free)
  })
})

describe('the roster', () => {
  const rows = calmDay().rows('charge')

  it('has everybody once, on shift or off, who is in charge first', () => {
    const on = onShift(rows, now, 'en').map(({ member }) => member.id)
    const off = offShift(rows, 'en').map(({ id }) => id)
    expect(on[0]).toBe('ruth')
    expect([...on, ...off].toSorted()).toEqual(Object.keys(rows.members).toSorted())
    expect(off).toEqual(['nadia', 'owen', 'aalto'])
  })

  it('knows whether anybody else could answer for the unit', () => {
    const scene = calmDay()
    const isLast = (id: string) => isLastInCharge(scene.rows('charge'), id as MemberId)
    expect([isLast('ruth'), isLast('dana')]).toEqual([true, false])
    scene.on('14:00', { type: 'member.shift-started', member: 'nadia' as MemberId })
    expect(isLast('ruth')).toBe(false)
  })

  it('writes names short, whatever they are made of', () => {
    expect(['Mei Tanaka', 'Prince', ' Ana  Maria de la Cruz ', '𝒜 Ωmega', ''].map(shortName)).toEqual([
      'M. Tanaka',
      'Prince',
      'A. Cruz',
      '𝒜. Ωmega',
      ''
    ])
  })
})
