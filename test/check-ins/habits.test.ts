import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Look } from '../../shared/check-ins/habit.ts'
import { batches, ordered, regularity, sameOrder, tightest } from '../../shared/check-ins/regularity.ts'
import { suggestedAt } from '../../shared/check-ins/suggested.ts'
import type { StayId } from '../../shared/ids.ts'
import { audiences } from '../../shared/audience.ts'
import { view } from '../../shared/unit.ts'
import { by, given, hour, minute, now } from '../support/given.ts'
import { dayRoom, heron, lark, look, mapleHouse, priya, robin, wren } from '../support/people.ts'

const house = () => given(...mapleHouse)
let made = 0
const at = (stay: string, minutes: number, pass: string | null = null): Look => ({
  check: `check-${made++}` as Look['check'],
  stay: stay as StayId,
  seenAt: now + minutes * minute,
  place: dayRoom,
  pass
})
const people = ['a', 'b', 'c', 'd', 'e', 'f']

describe('a next time that is suggested', () => {
  it('R-33 lies between half and 95 % of the interval, and is the same for the same look', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(15, 30, 60), (seed, interval) => {
        const suggested = suggestedAt(now, interval * minute, seed)
        expect(suggested).toBe(suggestedAt(now, interval * minute, seed))
        expect(suggested).toBeGreaterThanOrEqual(now + 0.5 * interval * minute)
        expect(suggested).toBeLessThanOrEqual(now + 0.95 * interval * minute)
      })
    )
  })

  it('R-33 is spread over the whole of it', () => {
    const parts = Array.from(
      { length: 900 },
      (_, n) => (suggestedAt(0, 1_000_000, `st-${n}`) - 500_000) / 450_000
    )
    for (let tenth = 0; tenth < 10; tenth++) {
      const there = parts.filter(part => part >= tenth / 10 && part <= (tenth + 1) / 10).length
      expect(there).toBeGreaterThan(50)
    }
  })

  it('R-33 is before the time it is due, and none where nothing is', () => {
    const { board } = house()
    const rows = view(board.state, 'tablet').checkIns
    for (const stay of [robin, wren, lark]) {
      expect(rows[stay]?.suggested).toBeLessThan(rows[stay]?.due ?? 0)
    }
    expect(rows[heron]?.suggested).toBeNull()
    expect(view(board.state, 'wall').checkIns[robin]?.suggested).toBeNull()
  })
})

describe('habits', () => {
  it('R-34 say how regular intervals are, by person', () => {
    const clockwork = [0, 15, 30, 45, 60, 75, 90].map(minutes => at('a', minutes))
    expect(regularity(clockwork)).toBe(0)
    expect(regularity(clockwork.slice(1))).toBeNull()
    const uneven = [0, 10, 30, 40, 60, 70, 90].map(minutes => at('a', minutes))
    expect(regularity(uneven)).toBeCloseTo(1 / 3, 5)
  })

  it('R-34 find five people within a minute, a pass through one place being one', () => {
    const five = people.slice(0, 5)
    expect(batches(five.map((one, n) => at(one, n / 5)))).toHaveLength(1)
    expect(batches(five.map((one, n) => at(one, n)))).toHaveLength(0)
    expect(batches(five.map((one, n) => at(one, n / 5, 'pass-1')))).toHaveLength(0)
    expect(
      batches(five.map((one, n) => ({ ...at(one, n / 5, 'pass-1'), place: n > 0 ? null : dayRoom })))
    ).toEqual([])
    const two = [...five.map((one, n) => at(one, n / 5)), ...people.map((one, n) => at(one, 15 + n / 30))]
    expect(batches(two)).toEqual([
      { people: 5, seconds: 48 },
      { people: 6, seconds: 10 }
    ])
    expect(tightest(batches(two))).toEqual({ people: 6, seconds: 10 })
    expect(tightest([])).toBeNull()
  })

  it('R-34 find the same order in successive rounds', () => {
    const round = (order: string[], from: number) => order.map((one, n) => at(one, from + n))
    const same = [0, 15, 30].flatMap(from => round(people, from))
    expect(sameOrder(same)).toBe(3)
    expect(sameOrder([...round(people, 0), ...round(people.toReversed(), 15)])).toBe(0)
    expect(sameOrder([0, 15, 30].flatMap(from => round(['a', 'b', 'c'], from)))).toBe(0)
    expect(ordered(same)).toBe(3)
    expect(ordered([...same, at('a', 45), at('b', 46)])).toBe(3)
  })

  it('R-34 are counted by shift, member and person, undone ones not, and told to charge staff only', () => {
    const { board, when } = house()
    when(look(robin), { by: by(priya), now: now + 20 * minute, id: 'finger-lifted-1' })
    const rows = view(board.state, 'charge')
    expect(rows.shifts['2026-06-16~day']).toMatchObject({
      members: { [priya]: [0, 4, 0] },
      people: { [robin]: [0, 2, 0] }
    })
    expect(rows.habits[priya]).toMatchObject({ looks: 4, regularity: null, batches: 0, sameOrder: 0 })
    expect(rows.heat['heat']?.late[1]?.[14]).toBe(4)
    expect(rows.heat['heat']?.owed[1]?.[14]).toBe(4)
    when(
      { type: 'check-in.undo', stay: robin, check: 'finger-lifted-1' },
      { by: by(priya), now: now + 20 * minute }
    )
    expect(view(board.state, 'charge').shifts['2026-06-16~day']).toMatchObject({
      members: { [priya]: [0, 3, 0] }
    })
    board.until(now + 61 * minute)
    expect(view(board.state, 'charge').shifts['2026-06-16~day']).toMatchObject({
      people: { [robin]: [0, 1, 2] }
    })
    for (const audience of audiences.filter(one => one !== 'charge')) {
      const { habits, shifts, heat, tallies } = view(board.state, audience)
      expect([habits, shifts, heat, tallies]).toEqual([{}, {}, {}, {}])
    }
  })

  it('R-46 say how many looks only confirmed the place and the presentation that were suggested', () => {
    const { board, when } = house()
    const looked = (asked: object, minutes: number) =>
      when({ ...look(robin), ...asked } as ReturnType<typeof look>, {
        by: by(priya),
        now: now + minutes * minute
      })
    const { looks = 0, unchanged = 0 } = view(board.state, 'charge').habits[priya] ?? {}
    looked({ carried: ['place', 'activity', 'presentation'] }, 2)
    looked({ carried: ['place', 'presentation'] }, 4)
    looked({ carried: ['place'] }, 6)
    looked({}, 8)
    expect(view(board.state, 'charge').habits[priya]).toMatchObject({
      looks: looks + 4,
      last: now + 8 * minute,
      unchanged: unchanged + 2
    })
  })

  it('R-35 are let go of: hours after 28 days, shifts after seven, looks after twelve hours', () => {
    const { board, when } = house()
    for (let n = 1; n <= 240; n++)
      when(look(robin, { reason: 'other' }), { by: by(priya), now: now + n * 4 * hour })
    const { hours, shifts, looks } = board.state.checkIns.habits
    expect(Object.keys(hours)).toHaveLength(29)
    expect(Object.keys(shifts).length).toBeLessThanOrEqual(8 * 3)
    expect(looks[priya]).toHaveLength(4)
  })
})
