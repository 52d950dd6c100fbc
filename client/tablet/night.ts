/** The unit's night: what people mostly do in it, and what was seen before it no longer holds. */
import { localHour } from '../ui/format.ts'

const nightFrom = 22
const nightUntil = 7
const night = (24 - nightFrom + nightUntil) * 3_600_000

/** By the unit's own clock. */
export function isNight(at: number, timeZone: string): boolean {
  const hour = localHour(at, timeZone)
  return hour >= nightFrom || hour < nightUntil
}

/** Both in the same night, or both in the same day and no further apart than a night is long. */
export const inSamePart = (a: number, b: number, timeZone: string): boolean =>
  Math.abs(a - b) < night && isNight(a, timeZone) === isNight(b, timeZone)
