import { describe, expect, it } from 'vitest'
import type { Round } from '../../shared/check-ins/check-in.ts'
import type { StayId } from '../../shared/ids.ts'
import { clock, given, hour, minute, now, type Board } from '../support/given.ts'
import { heron, look, mapleHouse, robin } from '../support/people.ts'

/** Everybody but Heron was seen at 14:00; Robin has to be seen every 15 minutes, Wren every 30. */
const house = () => given(...mapleHouse)
const round = ({ state }: Board, stay: StayId = robin): Round | undefined => state.checkIns.rounds[stay]
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
