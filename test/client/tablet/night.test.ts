import { describe, expect, it } from 'vitest'
import { inSamePart, isNight } from '../../../client/tablet/night.ts'

const zone = 'America/Toronto'
/** Toronto is four hours behind in June. */
const at = (day: number, time: string): number => Date.parse(`2026-06-${day}T${time}:00-04:00`)

describe('the night of a unit', () => {
  it('is from 22 to 7 by its own clock', () => {
    expect(
      [at(16, '21:59'), at(16, '22:00'), at(17, '06:59'), at(17, '07:00')].map(t => isNight(t, zone))
    ).toEqual([false, true, true, false])
  })

  it('ends what was seen by day, and the other way round', () => {
    expect(inSamePart(at(16, '21:50'), at(16, '22:10'), zone)).toBe(false)
    expect(inSamePart(at(17, '06:50'), at(17, '07:10'), zone)).toBe(false)
    expect(inSamePart(at(16, '23:00'), at(17, '05:00'), zone)).toBe(true)
  })

  it('is not the night before, nor the day the day before', () => {
    expect(inSamePart(at(16, '23:00'), at(17, '23:00'), zone)).toBe(false)
    expect(inSamePart(at(16, '21:30'), at(17, '07:30'), zone)).toBe(false)
  })
})
