import { describe, expect, it } from 'vitest'
import { along, dateOf, spanOf, wallHours } from '../../../client/charge/day.ts'

const zone = 'America/Toronto'
const instant = (text: string): number => Temporal.ZonedDateTime.from(text).epochMilliseconds

describe('the axis of the day', () => {
  it('counts hours of the unit’s own clock from its own midnight', () => {
    const at = instant('2026-06-16T14:30:00[America/Toronto]')
    expect(dateOf(at, zone)).toBe('2026-06-16')
    expect(wallHours(at, zone, '2026-06-16')).toBe(14.5)
    expect(wallHours(at, zone, '2026-06-15')).toBe(38.5)
    expect(wallHours(at, zone, '2026-06-17')).toBe(-9.5)
  })

  it('keeps clock times true on the days when clocks change', () => {
    expect(wallHours(instant('2026-03-08T10:00:00[America/Toronto]'), zone, '2026-03-08')).toBe(10)
    expect(wallHours(instant('2026-11-01T10:00:00[America/Toronto]'), zone, '2026-11-01')).toBe(10)
    expect(wallHours(instant('2028-02-29T23:45:00[America/Toronto]'), zone, '2028-02-29')).toBe(23.75)
  })

  it('shows seven to nine, and more where something lies outside, but one day at most', () => {
    expect(spanOf([9, 14.5])).toEqual({ from: 7, to: 21 })
    expect(spanOf([6.5, 21.25])).toEqual({ from: 6, to: 22 })
    expect(spanOf([-3, 26])).toEqual({ from: 0, to: 24 })
  })

  it('never points outside itself', () => {
    expect([
      along({ from: 7, to: 21 }, 14),
      along({ from: 7, to: 21 }, 3),
      along({ from: 7, to: 21 }, 30)
    ]).toEqual([50, 0, 100])
  })
})
