import { describe, expect, it } from 'vitest'
import { collisionsOf } from '../../../client/groups/collisions.ts'
import type { MeetingId, StayId } from '../../../shared/ids.ts'
import type { CheckInRow } from '../../../shared/check-ins/view.ts'
import type { MeetingRow } from '../../../shared/groups/view.ts'
import type { Rows } from '../../../shared/rows.ts'
import type { DueCheckRow, WithdrawalRow } from '../../../shared/withdrawal/view.ts'
import { watchedDay } from '../../browser/gallery/withdrawal-states.ts'
import { at } from '../../browser/gallery/scene.ts'

const start = at('14:00')
const minute = (n: number) => start + n * 60_000

interface Told {
  situation?: MeetingRow['situation']
  roster?: Record<string, string>
  checks?: Record<string, number | null>
  scores?: Record<string, number>
  dueChecks?: Record<string, number>
}

/** A meeting from 14:00 to 14:50, and what is owed by which minute of it. */
function rowsOf({ situation = 'running', roster, checks = {}, scores = {}, dueChecks = {} }: Told): Rows {
  const all = [...Object.keys(checks), ...Object.keys(scores), ...Object.keys(dueChecks)]
  const people = roster ?? Object.fromEntries(all.map(id => [id, 'present']))
  const id = 'process' as MeetingId
  const meeting = { id, situation, startsAt: start, endsAt: minute(50), roster: people } as MeetingRow
  const round = ([stay, due]: [string, number | null]): [string, CheckInRow] => [
    stay,
    { id: stay as StayId, due: due === null ? null : minute(due), paused: false } as CheckInRow
  ]
  const score = ([stay, due]: [string, number]): [string, WithdrawalRow] => [
    `watch-${stay}`,
    { stay: stay as StayId, due: minute(due) } as WithdrawalRow
  ]
  const check = ([stay, due]: [string, number]): [string, DueCheckRow] => [
    stay,
    { id: stay as StayId, due: minute(due) }
  ]
  return {
    meetings: { [id]: meeting } as Rows['meetings'],
    checkIns: Object.fromEntries(Object.entries(checks).map(round)),
    withdrawals: Object.fromEntries(Object.entries(scores).map(score)),
    dueChecks: Object.fromEntries(Object.entries(dueChecks).map(check))
  } as Rows
}

const order = (told: Told, now: number) =>
  collisionsOf(rowsOf(told), minute(now)).flatMap(({ out }) => out.map(({ stay, is }) => `${stay} ${is}`))

describe('who falls due in a meeting', () => {
  it('G-23 is said from an hour before, and presses from ten minutes before', () => {
    const rows = rowsOf({ situation: 'scheduled', checks: { ada: 30 } })
    const nearness = (now: number) => collisionsOf(rows, minute(now))[0]?.nearness
    expect(nearness(-31)).toBeUndefined()
    expect(nearness(-30)).toBe('hour')
    expect(nearness(19)).toBe('hour')
    expect(nearness(20)).toBe('ten')
    expect(nearness(30)).toBe('ten')
    expect(nearness(31)).toBe('late')
  })

  it('G-23 is nobody who is due before it begins or after it ends, and nothing is guessed', () => {
    const told: Told = { situation: 'scheduled', checks: { ada: -5, ben: 55, cem: 0, dora: null } }
    expect(order(told, -10)).toEqual(['cem check'])
  })

  it('G-23 is whoever sits there late, also in one that runs on', () => {
    expect(order({ checks: { ada: -20, ben: 58 } }, 45)).toEqual(['ada check'])
    expect(order({ checks: { ada: 40, ben: 58 } }, 52)).toEqual(['ada check', 'ben check'])
  })

  it('G-23 is only who is expected or there, and nobody of what is over', () => {
    const roster = { ada: 'expected', ben: 'late', cem: 'absent', dora: 'excused', eli: 'left-early' }
    const checks = { ada: 5, ben: 6, cem: 7, dora: 8, eli: 9 }
    expect(order({ roster, checks }, 0)).toEqual(['ada check', 'ben check'])
    expect(order({ roster, checks, situation: 'ended' }, 0)).toEqual([])
    expect(order({ roster, checks, situation: 'cancelled' }, 0)).toEqual([])
  })

  it('G-23 is nobody who is off the unit', () => {
    const rows = rowsOf({ checks: { ada: 5 } })
    const off = { ...rows.checkIns['ada'], paused: true, due: null } as CheckInRow
    expect(collisionsOf({ ...rows, checkIns: { ada: off } }, start)).toEqual([])
  })

  it('G-23 is on a wall each person once, and not of what kind', () => {
    const told: Told = { checks: { ada: 8, ben: 9 }, dueChecks: { ben: 6, cem: 20 } }
    expect(order(told, 0)).toEqual(['ben check', 'ada check', 'cem check'])
    const wall = watchedDay().rows('wall')
    const said = collisionsOf(wall, at('14:05')).flatMap(({ out }) => out)
    expect(said.length).toBeGreaterThan(0)
    expect(said.every(({ is }) => is === 'check')).toBe(true)
  })

  it('G-24 is brought out late first, then a score before a check where both press, then soonest first', () => {
    const told: Told = {
      checks: { ada: -1, ben: 4, cem: 30, gil: 45 },
      scores: { dora: 9, eli: 28, fay: -2 }
    }
    expect(order(told, 0)).toEqual([
      'fay score',
      'ada check',
      'dora score',
      'ben check',
      'eli score',
      'cem check',
      'gil check'
    ])
  })

  it('G-24 is brought out in one go with who is due within three minutes', () => {
    const told: Told = { checks: { ada: 30, ben: 33, cem: 34, dora: 4 }, scores: { eli: 31 } }
    const [collision] = collisionsOf(rowsOf(told), start)
    expect(collision?.out.map(({ stay, pass }) => [stay, pass])).toEqual([
      ['dora', 0],
      ['ada', 1],
      ['ben', 1],
      ['eli', null],
      ['cem', 2]
    ])
    expect(collision).toMatchObject({ people: 5, nearness: 'ten' })
  })

  it('G-24 counts a person once who is owed a check and a score', () => {
    const [collision] = collisionsOf(rowsOf({ checks: { ada: 5 }, scores: { ada: 7 } }), start)
    expect(collision).toMatchObject({ people: 1, out: [{ is: 'score' }, { is: 'check' }] })
  })
})
