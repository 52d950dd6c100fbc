import { describe, expect, it } from 'vitest'
import { sinceOf, strokes, stripsOf } from '../../../client/charge/checks.ts'
import { planOf } from '../../../client/charge/plan.ts'
import { placed, type Lies } from '../../../client/charge/place.ts'
import type { MeetingId, MemberId, StayId } from '../../../shared/ids.ts'
import { calmDay, mapleHouse, meetingId } from '../../browser/gallery/maple.ts'
import { at, type Scene } from '../../browser/gallery/scene.ts'
import { emergency } from './unit-of.ts'

const now = at('14:05')

describe('the plan of the day', () => {
  const plan = planOf(calmDay().rows('charge'), now)
  const of = (group: string) => plan.rows.find(row => row.group === group)

  it('has today’s meetings only, by group, in the order of the day', () => {
    expect(plan.rows.map(({ group }) => group).slice(0, 4)).toEqual(['exercise', 'goals', 'sleep', 'relapse'])
    expect(
      plan.rows.flatMap(({ meetings }) => meetings).every(({ row }) => row.id.includes('2026-06-16'))
    ).toBe(true)
  })

  it('tells what is over, runs, and comes', () => {
    expect(of('exercise')?.meetings.map(({ is }) => is)).toEqual(['over', 'coming'])
    expect(of('relapse')?.meetings[0]).toMatchObject({ is: 'running', from: 13.5, hole: false })
    expect(of('sleep')?.done).toBe(true)
  })

  it('tells what should have begun', () => {
    const late = planOf(calmDay().rows('charge'), at('14:40'))
    expect(late.rows.find(({ group }) => group === 'process-a')?.meetings[0]?.is).toBe('waiting')
  })

  it('gives a name room to the next meeting of its row, and writes late ones towards the day', () => {
    expect(of('exercise')?.meetings.map(({ room }) => room)).toEqual([9, 5])
    expect(of('mutual')?.meetings[0]).toMatchObject({ eve: true })
  })

  it('lays parallel meetings of one group below each other', () => {
    const scene = mapleHouse()
    const first = scene.state.groups.meetings[meetingId('art')]
    if (!first) throw new Error('no meeting')
    const { group, startsAt, endsAt, place } = first
    const slot = { meeting: 'art~2026-06-16~1400' as MeetingId, group, date: '2026-06-16', place }
    const planned = {
      ...slot,
      startsAt: startsAt + 900_000,
      endsAt,
      facilitator: null,
      coFacilitators: [],
      roster: []
    }
    scene.on('06:45', { type: 'meeting.scheduled', planned })
    const row = planOf(scene.rows('charge'), now).rows.find(one => one.group === 'art')
    expect(row).toMatchObject({
      tracks: 2,
      meetings: [
        { track: 0, hole: false },
        { track: 1, hole: true }
      ]
    })
  })

  it('shows a hole where the leader is at an alert', () => {
    const scene = calmDay()
    emergency(scene, '14:01', 'helen', ['sam'])
    const art = planOf(scene.rows('charge'), now).rows.find(({ group }) => group === 'art')
    expect(art?.meetings[0]?.hole).toBe(true)
  })
})

describe('the plan where a shift has ended', () => {
  const holes = (scene: Scene) =>
    planOf(scene.rows('charge'), now)
      .rows.flatMap(({ meetings }) => meetings)
      .filter(({ hole }) => hole)
      .map(({ row, is }) => [row.group, is])

  it('O-5 shows what runs and what begins within half an hour as holes, not what is later', () => {
    const scene = calmDay()
    for (const member of ['karim', 'dana', 'mei'] as MemberId[])
      scene.on('14:02', { type: 'member.shift-ended', member })
    expect(holes(scene)).toEqual([
      ['relapse', 'running'],
      ['process-a', 'coming']
    ])
  })

  it('is as it was where somebody else leads with them, or it is over', () => {
    const scene = calmDay()
    scene.on('14:02', { type: 'member.shift-ended', member: 'leo' as MemberId })
    expect(holes(scene)).toEqual([])
  })

  it('does not move the beginning of the checks', () => {
    const scene = calmDay()
    scene.on('14:02', { type: 'member.shift-ended', member: 'ruth' as MemberId })
    const since = (of: Scene) => sinceOf(of.rows('charge'), 'kofi' as MemberId, now, 0)
    expect(since(scene)).toBe(since(calmDay()))
  })
})

describe('the checks since the shift began', () => {
  it('are strokes in time and late, and a hundred percent is said only when true', () => {
    const scene = calmDay()
    const check = {
      stay: 's03' as StayId,
      seenAt: at('09:52'),
      place: null,
      activity: 'sitting',
      presentation: 'calm'
    } as const
    scene.on('09:52', { type: 'check-in.completed', ...check, level: 'q15', late: 6, reason: null })
    const rows = scene.rows('charge')
    const [q15, q30] = stripsOf(rows, at('07:00'), now, '2026-06-16')
    expect(q15).toMatchObject({ level: 'q15', people: 7, longest: 6, percent: 99 })
    expect(q15?.late[0]).toBeCloseTo(9 + 52 / 60)
    expect(q30).toMatchObject({ level: 'q30', late: [], percent: 100 })
  })

  it('begin with the shift of who looks at them, and leave out what was before', () => {
    const rows = calmDay().rows('charge')
    expect(sinceOf(rows, 'ruth' as MemberId, now, 0)).toBe(at('06:30'))
    expect(sinceOf(rows, 'nadia' as MemberId, now, 5)).toBe(5)
    const all = stripsOf(rows, at('07:00'), now, '2026-06-16')[0]?.inTime.length ?? 0
    const few = stripsOf(rows, at('13:50'), now, '2026-06-16')[0]?.inTime ?? []
    expect(few.length).toBeGreaterThan(0)
    expect(few.length).toBeLessThan(all / 5)
    expect(Math.min(...few)).toBeGreaterThanOrEqual(13.83)
  })

  it('count who is owed one now', () => {
    const strips = stripsOf(calmDay().rows('charge'), at('07:00'), at('15:30'), '2026-06-16')
    expect(strips.map(({ owed, people }) => owed === people)).toEqual([true, true, true])
  })

  it('are drawn', () => {
    expect(strokes([1, 2.5], hour => hour * 10, 3, 9)).toBe('M10.0 3V9M25.0 3V9')
  })
})

describe('a popover', () => {
  const desk = { width: 1300, height: 560 }
  const pop = { width: 380, height: 400 }
  const covers = (at: Lies, box: { left: number; top: number; width: number; height: number }) =>
    at.left < box.left + box.width &&
    box.left < at.left + pop.width &&
    at.top < box.top + box.height &&
    box.top < at.top + (at.height ?? pop.height)

  it('lies over the past where there is room', () => {
    const target = { left: 620, top: 300, width: 60, height: 40 }
    const at = placed(desk, pop, 580, target)
    expect(at.left + pop.width).toBeLessThan(580)
  })

  it('lies over the past also where it has to be cut short for that', () => {
    const target = { left: 300, top: 250, width: 60, height: 40 }
    expect(placed(desk, pop, 330, target)).toEqual({ left: 8, top: 297, height: 263 })
    expect(placed(desk, pop, 330, { ...target, top: 320 })).toEqual({ left: 8, top: 0, height: 313 })
  })

  it('never covers what is being changed, wherever that is', () => {
    for (let left = 180; left < 1200; left += 40) {
      for (let top = 0; top < 540; top += 40) {
        for (const line of [190, 400, 900]) {
          const target = { left, top, width: 50, height: 40 }
          const at = placed(desk, pop, line, target)
          expect([left, top, line, covers(at, target)]).toEqual([left, top, line, false])
          expect(at.left >= 0 && at.top >= 0 && at.top + (at.height ?? pop.height) <= desk.height).toBe(true)
        }
      }
    }
  })
})
