import { describe, expect, it } from 'vitest'
import { isApart, lastAt } from '../../../client/tablet/past.ts'

const zone = 'America/Toronto'
const at = (iso: string): number => Date.parse(iso)

describe('a time that is written', () => {
  it('T-106 is when the unit’s clock last showed it, also before midnight', () => {
    const now = at('2026-06-16T00:10:20-04:00')
    expect(lastAt('00:10', now, zone)).toBe(at('2026-06-16T00:10:00-04:00'))
    expect(lastAt('23:55', now, zone)).toBe(at('2026-06-15T23:55:00-04:00'))
  })

  it('T-106 is of the last twelve hours', () => {
    const now = at('2026-06-16T14:05:00-04:00')
    expect(lastAt('02:05', now, zone)).toBe(at('2026-06-16T02:05:00-04:00'))
    expect(lastAt('02:04', now, zone)).toBeNull()
    expect(lastAt('14:06', now, zone)).toBeNull()
    expect(lastAt('', now, zone)).toBeNull()
  })

  it('T-106 is the later one where clocks went back, and none that was left out', () => {
    expect(lastAt('01:30', at('2026-11-01T02:10:00-05:00'), zone)).toBe(at('2026-11-01T01:30:00-05:00'))
    expect(lastAt('02:30', at('2026-03-08T04:00:00-04:00'), zone)).toBeNull()
  })

  it('T-104 is worth both of its times from a minute on', () => {
    expect(isApart(0, 59_999)).toBe(false)
    expect(isApart(0, 60_000)).toBe(true)
  })
})
