import { describe, expect, it } from 'vitest'
import { byKind, byShift, listed, over, percentile, shiftOf, spreadOf } from '../../shared/alerts/figures.ts'
import type { PastAlertRow } from '../../shared/alerts/view.ts'
import { view } from '../../shared/unit.ts'
import { by, given, hour, minute, now, type Asked } from '../support/given.ts'
import { dayRoom, mapleHouse, mei, ruth } from '../support/people.ts'

const zone = 'America/Toronto'
const instant = (text: string): number => Date.parse(text)

let count = 0
const past = (fields: Partial<PastAlertRow> = {}): PastAlertRow => ({
  id: `past-${++count}` as PastAlertRow['id'],
  kind: 'medical',
  priority: 'high',
  place: null,
  silent: false,
  drill: false,
  raisedAt: instant('2026-06-16T18:00:00Z'),
  raisedSeq: count,
  ended: 'closed',
  merged: 0,
  answered: 10_000,
  onScene: 60_000,
  resolved: 600_000,
  ...fields
})

describe('percentiles', () => {
  it('E-10 of nothing are none', () => {
    expect([percentile([], 50), percentile([], 90)]).toEqual([null, null])
    expect(spreadOf([null, null])).toEqual({ count: 0, median: null, high: null })
  })

  it('E-10 of one value are that value', () => {
    expect([percentile([7], 1), percentile([7], 50), percentile([7], 100)]).toEqual([7, 7, 7])
  })

  it.each([
    [50, 20],
    [90, 50],
    [30, 20],
    [40, 20],
    [5, 15],
    [100, 50]
  ])('E-10 the %ith of the textbook values is %i', (percent, value) => {
    // 15, 20, 35, 40, 50 is the usual worked example of the nearest rank; 20 twice makes it one with ties.
    expect(percentile([50, 20, 15, 40, 20, 35], percent)).toBe(value)
  })

  it('E-10 are values that were measured, whatever their order and however many are equal', () => {
    expect(percentile([9, 1, 5, 5, 5, 5, 5, 5, 5, 2], 50)).toBe(5)
    expect(percentile([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 90)).toBe(9)
    expect(percentile([4, 1, 3, 2], 50)).toBe(2)
  })

  it('E-10 the 90th of fewer than five values is too few to tell', () => {
    expect(spreadOf([1, 2, 3, 4])).toEqual({ count: 4, median: 2, high: null })
    expect(spreadOf([1, 2, 3, 4, null])).toEqual({ count: 4, median: 2, high: null })
    expect(spreadOf([1, 2, 3, 4, 5])).toEqual({ count: 5, median: 3, high: 5 })
  })
})

describe('shifts', () => {
  it.each([
    ['06:59', 'night'],
    ['07:00', 'day'],
    ['14:59', 'day'],
    ['15:00', 'evening'],
    ['22:59', 'evening'],
    ['23:00', 'night']
  ])('E-11 at %s in the unit it is %s', (time, shift) => {
    expect(shiftOf(instant(`2026-06-16T${time}:00-04:00`), zone)).toBe(shift)
  })

  it('E-11 in a night in which clocks change the clock on the wall counts', () => {
    for (const at of ['2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z', '2026-11-01T11:59:00Z'])
      expect(shiftOf(instant(at), zone)).toBe('night')
    expect(shiftOf(instant('2026-11-01T12:00:00Z'), zone)).toBe('day')
    expect(shiftOf(instant('2026-03-08T10:59:00Z'), zone)).toBe('night')
    expect(shiftOf(instant('2026-03-08T11:00:00Z'), zone)).toBe('day')
  })

  it('E-11 are all three there, also where nothing happened', () => {
    expect(byShift([past()], zone).map(({ of, count }) => [of, count])).toEqual([
      ['day', 1],
      ['evening', 0],
      ['night', 0]
    ])
  })
})

describe('figures', () => {
  it('E-12 drills are never among the rest', () => {
    const all = [past(), past({ drill: true, answered: 1 })]
    expect(listed(all, false)).toEqual([all[0]])
    expect(listed(all, true)).toEqual([all[1]])
  })

  it('E-12 what was a mistake is listed and not counted', () => {
    const mistake = past({ ended: 'cancelled', answered: null, onScene: null, resolved: null })
    expect(listed([mistake], false)).toEqual([mistake])
    expect(byKind([mistake])).toEqual([])
    expect(byKind([mistake, past()])).toMatchObject([{ of: 'medical', count: 1, answered: { count: 1 } }])
  })

  it('E-10 stand by kind, the most frequent first, each with how many it is made of', () => {
    const fires = [past({ kind: 'fire', onScene: null }), past({ kind: 'fire', onScene: 5000 })]
    expect(byKind([past(), ...fires])).toMatchObject([
      { of: 'fire', count: 2, onScene: { count: 1, median: 5000 } },
      { of: 'medical', count: 1, resolved: { count: 1, median: 600_000, high: null } }
    ])
  })

  it('E-12 are the same for an alert whether it has left the view or not, and it counts once', () => {
    const { board } = given(...mapleHouse)
    const alert = 'finger-lifted-1'
    const ask = (minutes: number, asked: Asked): unknown =>
      board.ask({ alert, ...asked }, { by: by(ruth), now: now + minutes * minute })
    board.ask({ type: 'alert.raise', kind: 'fire', place: dayRoom, drill: true }, { by: by(mei), id: alert })
    ask(1, { type: 'alert.acknowledge', answer: 'coming' })
    ask(2, { type: 'alert.arrive' })
    ask(9, { type: 'alert.resolve', action: 'Drill over' })
    expect(over(view(board.state, 'charge'))).toEqual([])
    ask(10, { type: 'alert.close' })
    const before = over(view(board.state, 'charge'))
    expect(before).toMatchObject([
      { answered: minute, onScene: 2 * minute, resolved: 9 * minute, ended: 'closed' }
    ])
    board.ask(
      { type: 'alert.raise', kind: 'weapon', place: null },
      { by: by(mei), now: now + 24 * hour, id: 'finger-lifted-2' }
    )
    expect(board.state.alerts.alerts).not.toHaveProperty(alert)
    expect(over(view(board.state, 'charge'))).toEqual(before)
  })

  it('E-12 are listed newest first', () => {
    const [old, young] = [past({ raisedAt: 1 }), past({ raisedAt: 2 })]
    expect(listed([old, young], false)).toEqual([young, old])
  })
})
