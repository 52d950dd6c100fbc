import { describe, expect, it } from 'vitest'
import { lateBy } from '../../shared/check-ins/late-by.ts'
import { dueOf, type Round } from '../../shared/check-ins/check-in.ts'
import type { StayId } from '../../shared/ids.ts'
import { by, given, hour, loader, minute, now, type Board } from '../support/given.ts'
import {
  courtyard,
  dayRoom,
  description,
  heron,
  look,
  mapleHouse,
  mei,
  robin,
  wren
} from '../support/people.ts'

/** Everybody but Heron was seen at 14:00; Robin has to be seen every 15 minutes, Wren every 30. */
const house = () => given(...mapleHouse)
const round = ({ state }: Board, stay: StayId = robin): Round | undefined => state.checkIns.rounds[stay]
const due = (board: Board, stay: StayId = robin) => {
  const of = round(board, stay)
  return of && dueOf(of)
}
const misses = (board: Board, at: number) =>
  board
    .owed(at)
    .flatMap(({ at: when, command }) =>
      command.type === 'check-in.miss' && command.stay === robin
        ? [[(when - now) / minute, command.count]]
        : []
    )

describe('a round', () => {
  it('R-1 falls due one interval after the person was last seen', () => {
    const { board, when } = house()
    expect(due(board)).toBe(now + 15 * minute)
    expect(due(board, wren)).toBe(now + 30 * minute)
    when(look(robin), { now: now + 8 * minute })
    expect(due(board)).toBe(now + 23 * minute)
  })

  it('R-3 keeps where, what and how, at which level, and by whom', () => {
    const { board, when } = house()
    when(look(robin, { place: courtyard, activity: 'pacing', presentation: 'anxious' }), {
      by: by(mei),
      now: now + minute
    }).then({
      type: 'check-in.completed',
      place: courtyard,
      level: 'q15',
      late: 0,
      reason: null
    })
    expect(round(board)?.last).toMatchObject({
      by: mei,
      seenAt: now + minute,
      at: now + minute,
      activity: 'pacing'
    })
  })

  it('R-4 counts late from the due time, begun minutes as whole ones', () => {
    const late = (after: number, policy: 'strict' | 'lenient' = 'strict') => {
      const standing = round(house().board)
      return standing && lateBy(standing, now + after, policy)
    }
    expect([late(15 * minute), late(15 * minute + 1), late(17 * minute)]).toEqual([0, 1, 2])
    expect([late(22.5 * minute, 'lenient'), late(22.5 * minute + 1, 'lenient')]).toEqual([0, 8])
  })

  it('R-4 follows the policy of the unit', () => {
    const { board, when } = house()
    board.ask(
      { type: 'profile.describe', description: { ...description, latePolicy: 'lenient' } },
      { by: loader }
    )
    when(look(robin), { now: now + 20 * minute }).then({ late: 0 })
    house()
      .when(look(robin), { now: now + 20 * minute })
      .then({ late: 5 })
  })

  it('R-2 owes nothing while somebody watches without a break, and begins anew when that ends', () => {
    const { board, when } = house()
    expect(due(board, heron)).toBeNull()
    expect(board.owed(now + 24 * hour).some(({ id }) => id.includes(heron))).toBe(false)
    when({ type: 'stay.set-level', stay: heron, level: 'q15' }, { now: now + 3 * hour })
    expect(due(board, heron)).toBe(now + 3 * hour + 15 * minute)
    house()
      .when(look(heron), { now: now + hour })
      .then({ late: 0 })
  })

  it('R-1 is due by the new level at once, counted from the last look', () => {
    const { board, when } = house()
    when({ type: 'stay.set-level', stay: wren, level: 'q15' }, { now: now + 20 * minute })
    expect(due(board, wren)).toBe(now + 15 * minute)
  })

  it('R-5 takes a clock that is a little fast, and refuses a moment that has not come', () => {
    house()
      .when(look(robin, { seenAt: now + 30_000 }))
      .then({ seenAt: now })
    house()
      .when(look(robin, { seenAt: now + 30_001 }))
      .refused('seen-in-future', { seenAt: now + 30_001 })
  })

  it('R-6 refuses what was seen more than twelve hours ago', () => {
    house()
      .when(look(robin, { seenAt: now - 12 * hour }))
      .then({ seenAt: now - 12 * hour })
    house()
      .when(look(robin, { seenAt: now - 12 * hour - 1 }))
      .refused('seen-too-long-ago')
  })

  it('R-7 keeps both times of an entry made late, and lets it count from when the person was seen', () => {
    const { board, when } = house()
    when(look(robin, { seenAt: now + 5 * minute }), { now: now + 12 * minute }).then({
      seenAt: now + 5 * minute
    })
    expect(round(board)?.last).toMatchObject({ seenAt: now + 5 * minute, at: now + 12 * minute })
    expect(due(board)).toBe(now + 20 * minute)
  })

  it('R-7 never lets an entry made late undo a later look', () => {
    const { board, when } = house()
    when(look(robin, { place: courtyard }), { now: now + 10 * minute })
    const before = round(board)
    when(look(robin, { seenAt: now + 4 * minute }), { now: now + 11 * minute }).then({
      type: 'check-in.completed'
    })
    expect(round(board)).toEqual(before)
    expect(board.state.census.stays[robin]).toMatchObject({ place: courtyard, seenAt: now + 10 * minute })
  })

  it('R-19 refuses a place and a person that the unit does not have', () => {
    house()
      .when(look(robin, { place: 'boiler-room' }))
      .refused('place-unknown', { place: 'boiler-room' })
    house()
      .when(look('st-gone' as StayId))
      .refused('stay-unknown', { stay: 'st-gone' })
    house()
      .when(look(robin, { place: null }))
      .then({ place: null })
  })
})

describe('off the unit', () => {
  const leave = { type: 'stay.leave', stay: robin, destination: 'court' } as const

  it('R-12 nothing is owed, and a check made there is refused, saying since when', () => {
    const { board, when } = house()
    when(leave, { now: now + 5 * minute })
    expect(due(board)).toBeNull()
    expect(misses(board, now + 24 * hour)).toEqual([])
    when(look(robin), { now: now + 6 * minute }).refused('off-unit', { since: now + 5 * minute })
    when({ type: 'check-in.not-found', stay: robin, place: null }).refused('off-unit', {
      since: now + 5 * minute
    })
  })

  it('R-12 takes a look from before the person left, however late it comes', () => {
    const { board, when } = house()
    when(leave, { now: now + 5 * minute })
    when(look(robin, { seenAt: now + 4 * minute }), { now: now + 20 * minute }).then({
      seenAt: now + 4 * minute
    })
    expect(round(board)).toMatchObject({ paused: true, from: now + 4 * minute })
  })

  it('R-13 coming back counts as a look, as being admitted does', () => {
    const { board, when } = house()
    when(leave, { now: now + 5 * minute })
    when({ type: 'stay.return', stay: robin, place: dayRoom }, { now: now + 2 * hour })
    expect(due(board)).toBe(now + 2 * hour + 15 * minute)
    when({ type: 'stay.discharge', stay: robin })
    expect(round(board)).toBeUndefined()
  })
})

describe('the strip of checks', () => {
  it('R-18 holds a day: what is older makes room', () => {
    const { board, when } = house()
    for (let hours = 0; hours < 60; hours++) {
      when(look(robin, { reason: 'other' }), { now: now + hours * hour })
    }
    const dayOfHours = Array.from({ length: 25 }, (_, ago) => `q15~${now + (59 - ago) * hour}`)
    expect(Object.keys(board.state.checkIns.tallies).sort()).toEqual(dayOfHours.sort())
    expect(board.state.checkIns.tallies).toMatchObject({
      [`q15~${now + 59 * hour}`]: { level: 'q15', ticks: [[0, 45]] }
    })
  })
})
