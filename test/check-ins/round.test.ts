import { describe, expect, it } from 'vitest'
import { lateBy } from '../../shared/check-ins/late-by.ts'
import { dueOf, type Round } from '../../shared/check-ins/check-in.ts'
import type { StayId } from '../../shared/ids.ts'
import { by, clock, given, hour, loader, minute, now, type Board } from '../support/given.ts'
import {
  courtyard,
  dayRoom,
  description,
  hallway,
  heron,
  look,
  mapleHouse,
  mei,
  priya,
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
const missRobin = (board: Board, count: number, at: number) =>
  board.ask({ type: 'check-in.miss', stay: robin, due: now + 15 * minute, count }, { by: clock, now: at })

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

describe('a missed check', () => {
  it('R-8 is owed once a further whole interval has gone by, and then once for each', () => {
    const { board } = house()
    expect(misses(board, now + 30 * minute - 1)).toEqual([])
    expect(misses(board, now + 30 * minute)).toEqual([[30, 1]])
    board.until(now + 61 * minute)
    expect(round(board)?.missed).toMatchObject({ count: 3, since: now + 15 * minute, reason: null })
  })

  it('R-8 counts all intervals at once when no node was awake', () => {
    const { board } = house()
    expect(misses(board, now + 3 * hour)).toEqual([[180, 11]])
    board.ask(
      { type: 'check-in.miss', stay: robin, due: now + 15 * minute, count: 11 },
      { by: clock, now: now + 3 * hour }
    )
    expect(misses(board, now + 3 * hour)).toEqual([])
    expect(misses(board, now + 195 * minute)).toEqual([[195, 12]])
  })

  it('R-8 is refused early, twice, and for a due time that is no longer', () => {
    const { board, when } = house()
    expect(missRobin(board, 1, now + 30 * minute - 1)).toMatchObject({ refusal: 'not-owed' })
    expect(missRobin(board, 1, now + 30 * minute)).toMatchObject([{ type: 'check-in.missed' }])
    expect(missRobin(board, 1, now + 30 * minute)).toMatchObject({ refusal: 'not-owed' })
    when(look(robin, { reason: 'other' }), { now: now + 31 * minute })
    expect(missRobin(board, 2, now + hour)).toMatchObject({ refusal: 'not-owed' })
    when({ type: 'check-in.miss', stay: heron, due: now, count: 1 }, { by: clock, now: now + hour }).refused(
      'not-owed'
    )
  })

  it('R-9 needs a reason before checks resume, and keeps one that was said', () => {
    const { board, when } = house()
    missRobin(board, 1, now + 30 * minute)
    when(look(robin), { now: now + 31 * minute }).refused('reason-needed', { since: now + 15 * minute })
    when({ type: 'check-in.explain', stay: robin, reason: 'at-alert' })
    missRobin(board, 2, now + 45 * minute)
    when(look(robin), { now: now + 46 * minute }).then({ reason: 'at-alert', late: 31 })
    expect(round(board)).toMatchObject({ missed: null, from: now + 46 * minute })
  })

  it('R-9 is made good by a look that was only entered late, without asking why', () => {
    const { board, when } = house()
    missRobin(board, 1, now + 30 * minute)
    when(look(robin, { seenAt: now + 14 * minute }), { now: now + 31 * minute }).then({
      late: 0,
      reason: null
    })
    expect(round(board)).toMatchObject({ missed: null, from: now + 14 * minute })
  })

  it('R-9 is not made good by a look from before it was owed', () => {
    const { board, when } = house()
    missRobin(board, 1, now + 30 * minute)
    when(look(robin, { seenAt: now - minute }), { now: now + 31 * minute }).then({
      type: 'check-in.completed'
    })
    expect(round(board)?.missed).toMatchObject({ count: 1 })
  })

  it('R-10 is explained only while there is one', () => {
    house()
      .when({ type: 'check-in.explain', stay: robin, reason: 'other' })
      .refused('nothing-missed', { stay: robin })
  })

  it('R-11 is not forgotten by a new level, and counts on from there', () => {
    const { board, when } = house()
    missRobin(board, 1, now + 30 * minute)
    when({ type: 'stay.set-level', stay: robin, level: 'q60' }, { now: now + 40 * minute })
    expect(round(board)?.missed).toMatchObject({ count: 1, since: now + 15 * minute })
    expect(misses(board, now + 2 * hour)).toEqual([[120, 1]])
    board.ask(
      { type: 'check-in.miss', stay: robin, due: now + hour, count: 1 },
      { by: clock, now: now + 2 * hour }
    )
    expect(round(board)?.missed).toMatchObject({ count: 2, since: now + 15 * minute })
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

describe('undoing a check', () => {
  const check = 'finger-lifted-1'
  const undo = { type: 'check-in.undo', stay: robin, check } as const
  const checked = () => {
    const all = house()
    all.when(look(robin, { place: courtyard }), { by: by(priya), now: now + 10 * minute, id: check })
    return all
  }

  it('R-14 leaves the round owed as before, and forgets the check on the strip', () => {
    const { board, when } = checked()
    const ticks = () => Object.values(board.state.checkIns.tallies).flatMap(tally => tally.ticks).length
    expect(ticks()).toBe(4)
    when(undo, { by: by(priya), now: now + 11 * minute }).then({ type: 'check-in.withdrawn', check })
    expect(due(board)).toBe(now + 15 * minute)
    expect(ticks()).toBe(3)
  })

  it('R-14 brings back what was missed, and its reason', () => {
    const { board, when } = house()
    missRobin(board, 1, now + 30 * minute)
    when({ type: 'check-in.explain', stay: robin, reason: 'at-alert' })
    const before = round(board)
    when(look(robin), { by: by(priya), now: now + 31 * minute, id: check })
    when(undo, { by: by(priya), now: now + 31 * minute })
    expect(round(board)).toEqual({ ...before, before: null })
  })

  it('R-15 is for who made it, within a minute, and for the last one only', () => {
    const at = now + 11 * minute
    checked()
      .when(undo, { by: by(mei), now: at })
      .refused('not-yours', { stay: robin })
    checked()
      .when(undo, { by: by(priya), now: at + 1 })
      .refused('too-late-to-undo', { until: at })
    const { when } = checked()
    when(look(robin), { by: by(mei), now: at })
    when(undo, { by: by(priya), now: at }).refused('check-unknown', { stay: robin })
  })

  it('R-15 is done once', () => {
    const { when } = checked()
    when(undo, { by: by(priya), now: now + 10 * minute })
    when(undo, { by: by(priya), now: now + 10 * minute }).refused('check-unknown')
  })

  it('R-15 is not offered across a new level', () => {
    const { when } = checked()
    when({ type: 'stay.set-level', stay: robin, level: 'q30' })
    when(undo, { by: by(priya), now: now + 10 * minute }).refused('check-unknown')
  })
})

describe('who is not found', () => {
  const notFound = { type: 'check-in.not-found', stay: robin, place: courtyard } as const

  it('R-16 is a missing person in the same submit, last known where the board had them', () => {
    house()
      .when(notFound, { by: by(priya), id: 'finger-lifted-1' })
      .then(
        { type: 'check-in.not-found', stay: robin, place: courtyard },
        {
          type: 'alert.raised',
          alert: 'finger-lifted-1',
          kind: 'missing-person',
          stay: robin,
          place: dayRoom,
          priority: 'high'
        }
      )
  })

  it('R-16 has been seen by nobody: the round stays owed', () => {
    const { board, when } = house()
    when(notFound)
    expect(due(board)).toBe(now + 15 * minute)
  })

  it('R-17 is missing once, however many look', () => {
    const { when } = house()
    when(notFound, { id: 'finger-lifted-1' })
    when(notFound, { by: by(mei), id: 'finger-lifted-2' }).then({ type: 'check-in.not-found' })
    when({ type: 'alert.resolve', alert: 'finger-lifted-1', action: 'Found in the laundry' })
    when(notFound, { id: 'finger-lifted-3' }).then({}, { type: 'alert.raised', alert: 'finger-lifted-3' })
  })

  it('R-17 is raised for each of two people, and beside a drill', () => {
    const { when } = house()
    when({ type: 'alert.raise', kind: 'missing-person', stay: wren, place: null, drill: true })
    when(notFound, { id: 'finger-lifted-1' }).then({}, { type: 'alert.raised' })
    when({ ...notFound, stay: wren }, { id: 'finger-lifted-2' }).then(
      {},
      { type: 'alert.raised', stay: wren }
    )
  })
})

describe('who was not found and is told late', () => {
  const late = {
    type: 'check-in.not-found',
    stay: robin,
    place: courtyard,
    seenAt: now + 5 * minute
  } as const
  const at = { by: by(priya), now: now + 20 * minute, id: 'finger-lifted-1' }

  it('R-20 is missing since then, and where they are is unknown', () => {
    const board = house()
      .when(late, at)
      .then({ seenAt: now + 5 * minute }, { type: 'alert.raised', seenAt: now + 5 * minute, place: dayRoom })
    expect(board.state.census.stays[robin]?.place).toBeNull()
  })

  it('R-20 is raised also where a check saw them since, with where they are now and that look kept', () => {
    const { board, when } = house()
    when(look(robin, { place: hallway }), { now: now + 10 * minute })
    const before = round(board)
    when(late, at).then({}, { type: 'alert.raised', seenAt: now + 5 * minute, place: hallway })
    expect(board.state.census.stays[robin]).toMatchObject({ place: hallway, seenAt: now + 10 * minute })
    expect(round(board)).toEqual(before)
  })

  it('R-20 is raised also where they have left the unit since', () => {
    const { when } = house()
    when({ type: 'stay.leave', stay: robin, destination: 'court' }, { now: now + 10 * minute })
    when(late, at).then({}, { type: 'alert.raised', seenAt: now + 5 * minute })
    when({ ...late, seenAt: now + 11 * minute }, { ...at, id: 'finger-lifted-2' }).refused('off-unit')
  })

  it.each([now + hour, now - 13 * hour])('R-20 takes a moment that cannot be right (%i) as now', seenAt => {
    const board = house()
      .when({ ...late, seenAt }, at)
      .then({ type: 'check-in.not-found' }, { type: 'alert.raised', seenAt: at.now })
    expect(board.state.census.stays[robin]?.place).toBeNull()
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
