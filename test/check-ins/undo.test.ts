import { describe, expect, it } from 'vitest'
import { dueOf, type Round } from '../../shared/check-ins/check-in.ts'
import type { StayId } from '../../shared/ids.ts'
import { by, clock, given, minute, now, type Board } from '../support/given.ts'
import { courtyard, look, mapleHouse, mei, priya, robin } from '../support/people.ts'

/** Everybody but Heron was seen at 14:00; Robin has to be seen every 15 minutes, Wren every 30. */
const house = () => given(...mapleHouse)
const round = ({ state }: Board, stay: StayId = robin): Round | undefined => state.checkIns.rounds[stay]
const due = (board: Board, stay: StayId = robin) => {
  const of = round(board, stay)
  return of && dueOf(of)
}
const missRobin = (board: Board, count: number, at: number) =>
  board.ask({ type: 'check-in.miss', stay: robin, due: now + 15 * minute, count }, { by: clock, now: at })

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
