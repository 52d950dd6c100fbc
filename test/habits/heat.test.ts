import { describe, expect, it } from 'vitest'
import { cellsOf, isNightHour, spansOf, stepOf, steppedTo, together } from '../../client/habits/heat.ts'
import { usualNight } from '../../shared/profile/local-time.ts'

describe('the map of weekdays and hours', () => {
  it('O-36 tells none owed from none late, and few from many by their share', () => {
    expect(stepOf({ late: 0, owed: 0 })).toBe('none')
    expect(stepOf({ late: 0, owed: 12 })).toBe('zero')
    expect(stepOf({ late: 4, owed: 100 })).toBe('few')
    expect(stepOf({ late: 5, owed: 100 })).toBe('some')
    expect(stepOf({ late: 14, owed: 100 })).toBe('some')
    expect(stepOf({ late: 15, owed: 100 })).toBe('many')
  })

  it('O-36 has seven days of 24 hours, and sums of them', () => {
    const owed = Array.from({ length: 7 }, () => new Array<number>(24).fill(10))
    const late = owed.map((day, weekday) => day.map((_, hour) => (weekday === 2 && hour === 7 ? 3 : 0)))
    const cells = cellsOf({ late, owed })
    expect(cells.map(day => day.length)).toEqual(new Array(7).fill(24))
    expect(cells[2]?.[7]).toEqual({ late: 3, owed: 10, step: 'many' })
    expect(cells[3]?.[7]).toEqual({ late: 0, owed: 10, step: 'zero' })
    expect(together(cells[2] ?? [])).toEqual({ late: 3, owed: 240, step: 'few' })
    expect(together([])).toEqual({ late: 0, owed: 0, step: 'none' })
  })

  it('O-36 sets the hours of the night apart, over midnight and not', () => {
    expect(spansOf(usualNight).map(({ night, hours }) => [night, hours.length])).toEqual([
      [true, 6],
      [false, 16],
      [true, 2]
    ])
    expect(isNightHour(22, { from: '21:30', to: '05:30' })).toBe(true)
    expect(isNightHour(21, { from: '21:30', to: '05:30' })).toBe(false)
    expect(spansOf({ from: '00:00', to: '06:00' }).map(({ hours }) => hours.length)).toEqual([6, 18])
    expect(spansOf({ from: '06:00', to: '06:00' })).toHaveLength(1)
  })

  it('O-36 is walked by arrow keys up to its edges', () => {
    expect(steppedTo('ArrowDown', [0, 8])).toEqual([1, 8])
    expect(steppedTo('ArrowUp', [0, 8])).toEqual([0, 8])
    expect(steppedTo('ArrowRight', [6, 23])).toEqual([6, 23])
    expect(steppedTo('ArrowLeft', [3, 1])).toEqual([3, 0])
    expect(steppedTo('Home', [3, 9])).toEqual([3, 0])
    expect(steppedTo('End', [3, 9])).toEqual([3, 23])
    expect(steppedTo('Tab', [3, 9])).toBeNull()
  })
})
