import { describe, expect, it } from 'vitest'
import { endOfTomorrow, fieldTime, fromField, instantOf, whenSays } from '../../../client/afterwards/until.ts'
import { at, timeZone } from '../../browser/gallery/scene.ts'

describe('a time to put something off to', () => {
  it('T-65 is meant by the unit’s clock, whatever the device thinks', () => {
    expect(instantOf('2026-06-16', '14:05', timeZone)).toBe(at('14:05'))
    expect(instantOf('2026-06-16', '14:05', 'Asia/Kolkata')).toBe(Date.parse('2026-06-16T08:35:00Z'))
    expect(instantOf('', '14:05', timeZone)).toBeNull()
    expect(fromField('', timeZone)).toBeNull()
  })

  it('T-65 is right on both sides of a change of the clocks', () => {
    for (const [date, time] of [
      ['2026-03-08', '01:30'],
      ['2026-03-08', '03:30'],
      ['2026-11-01', '00:30'],
      ['2026-11-01', '12:00']
    ] as const)
      expect(instantOf(date, time, timeZone)).toBe(at(time, date))
  })

  it('T-65 is read back from its field as it was written', () => {
    expect(fieldTime(at('14:05'), timeZone)).toBe('2026-06-16T14:05')
    expect(fromField(fieldTime(at('14:05'), timeZone), timeZone)).toBe(at('14:05'))
  })

  it('T-65 ends tomorrow in the last minute of tomorrow, also over a change of the clocks', () => {
    expect(endOfTomorrow(at('00:10'), timeZone)).toBe(at('23:59', '2026-06-17'))
    expect(endOfTomorrow(at('23:50'), timeZone)).toBe(at('23:59', '2026-06-17'))
    expect(endOfTomorrow(at('12:00', '2026-10-31'), timeZone)).toBe(at('23:59', '2026-11-01'))
  })

  it('T-65 is said by the day where that is not today', () => {
    const now = at('14:05')
    const said = (time: string, date: string) => whenSays(at(time, date), now, timeZone, 'en')
    expect([
      said('15:00', '2026-06-16'),
      said('15:00', '2026-06-17'),
      said('15:00', '2026-06-15'),
      said('15:00', '2026-06-19')
    ]).toEqual(['15:00', 'tomorrow 15:00', 'yesterday 15:00', 'Friday 19 June, 15:00'])
  })
})
