/** Times to choose from, in the unit's time zone, whatever the device thinks. Instants in milliseconds since 1970. */
import type { Language } from '../../shared/bilingual.ts'
import * as m from '../../shared/words/compiled/messages.js'
import { dateOf, wallHours } from '../charge/day.ts'
import { clockTime, dayInWords, spokenTime } from '../ui/format.ts'

const day = 86_400_000
const hour = 3_600_000

/** The instant at which a clock on the unit's wall shows `time` (`HH:MM`) on that ISO date; null where it is neither. */
export function instantOf(date: string, time: string, timeZone: string): number | null {
  const wall = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(`${date}T${time}`) ? Date.parse(`${date}T${time}:00Z`) : NaN
  if (Number.isNaN(wall)) return null
  // Twice: the first guess may stand on the other side of a change of the clocks.
  const once = wall - offset(wall, timeZone)
  return wall - offset(once, timeZone)
}

/** How far the unit's wall clock is ahead of UTC at that instant. */
function offset(at: number, timeZone: string): number {
  const date = new Date(at).toISOString().slice(0, 10)
  const since = Date.parse(date)
  return Math.round((wallHours(at, timeZone, date) * hour - (at - since)) / 60_000) * 60_000
}

/** The last minute of tomorrow. */
export function endOfTomorrow(now: number, timeZone: string): number {
  const noon = instantOf(dateOf(now, timeZone), '12:00', timeZone) ?? now
  return instantOf(dateOf(noon + day, timeZone), '23:59', timeZone) ?? now + day
}

/** As a form field holds it: `2026-06-16T14:05`. */
export const fieldTime = (at: number, timeZone: string): string =>
  `${dateOf(at, timeZone)}T${clockTime(at, timeZone)}`

export function fromField(value: string, timeZone: string): number | null {
  const [date = '', time = ''] = value.split('T')
  return instantOf(date, time.slice(0, 5), timeZone)
}

/** `14:05`, `tomorrow 14:05`, `yesterday 23:10`, `Friday 19 June, 14:05`; for a sentence. */
export function whenSays(at: number, now: number, timeZone: string, language: Language): string {
  const time = spokenTime(at, timeZone, language)
  const on = dateOf(at, timeZone)
  if (on === dateOf(now, timeZone)) return time
  if (on === dateOf(endOfTomorrow(now, timeZone), timeZone)) return m.afterwards_tomorrow({ time })
  const before = instantOf(dateOf(now, timeZone), '12:00', timeZone) ?? now
  if (on === dateOf(before - day, timeZone)) return m.afterwards_yesterday({ time })
  return m.afterwards_on_day({ day: dayInWords(at, timeZone, language), time })
}
