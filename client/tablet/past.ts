/** Moments before now, as they are tapped or written. */
import { clockTime } from '../ui/format.ts'

const minute = 60_000
/** What was seen longer ago than this belongs in the notes. */
const within = 12 * 60 * minute

/** When the unit's clock last showed `time` (`HH:MM`); null where that is no time, or more than twelve hours ago. */
export function lastAt(time: string, now: number, timeZone: string): number | null {
  if (!/^\d\d:\d\d$/.test(time)) return null
  const begun = Math.floor(now / minute) * minute
  // Minute by minute, as clocks are set forward and back: of an hour that came twice the later one is meant.
  for (let at = begun; at >= now - within; at -= minute) if (clockTime(at, timeZone) === time) return at
  return null
}

/** Whether both times of an entry are worth saying. */
export const isApart = (seenAt: number, enteredAt: number): boolean => enteredAt - seenAt >= minute
