/** Moments before now, as they are tapped or written. */
import { seenWithin } from '../../shared/asking.ts'
import { clockTime } from '../ui/format.ts'

const minute = 60_000

/** When the unit's clock last showed `time` (`HH:MM`); null where that is no time, or more than twelve hours ago. */
export function lastAt(time: string, now: number, timeZone: string): number | null {
  if (!/^\d\d:\d\d$/.test(time)) return null
  const begun = Math.floor(now / minute) * minute
  // Minute by minute, as clocks are set forward and back: of an hour that came twice the later one is meant.
  for (let at = begun; at >= now - seenWithin; at -= minute) if (clockTime(at, timeZone) === time) return at
  return null
}

/** Whether both times of an entry are worth saying. */
export const isApart = (seenAt: number, enteredAt: number): boolean => enteredAt - seenAt >= minute
