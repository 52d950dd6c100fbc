import { describe, expect, it } from 'vitest'
import { inSamePart, isNightOf } from '../../../client/tablet/night.ts'

const unit = { timeZone: 'America/Toronto', night: null }
/** Toronto is four hours behind in June. */
const at = (day: number, time: string): number => Date.parse(`2026-06-${day}T${time}:00-04:00`)

describe('the night of a unit', () => {
  it('is from 22 to 6 by its own clock, or as the unit says', () => {
    expect(
      [at(16, '21:59'), at(16, '22:00'), at(17, '05:59'), at(17, '06:00')].map(t => isNightOf(t, unit))
    ).toEqual([false, true, true, false])
    expect(isNightOf(at(17, '06:30'), { ...unit, night: { from: '23:00', to: '07:00' } })).toBe(true)
  })

  it('ends what was seen by day, and the other way round', () => {
    expect(inSamePart(at(16, '21:50'), at(16, '22:10'), unit)).toBe(false)
    expect(inSamePart(at(17, '05:50'), at(17, '06:10'), unit)).toBe(false)
    expect(inSamePart(at(16, '23:00'), at(17, '05:00'), unit)).toBe(true)
  })

  it('is not the night before, nor the day the day before', () => {
    expect(inSamePart(at(16, '23:00'), at(17, '23:00'), unit)).toBe(false)
    expect(inSamePart(at(16, '21:30'), at(17, '07:30'), unit)).toBe(false)
  })
})
