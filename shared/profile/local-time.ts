/** What the unit's own clock says at an instant. Intervals are of instants; nights, shifts and weekdays are of this clock. */
import type { Night } from './codes.ts'
import type { Profile } from './profile.ts'

export const usualNight: Night = { from: '22:00', to: '06:00' }

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Swedish writes `2026-06-16 14:05`. Screens and the server read alike, also where a browser has no Temporal yet. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const two = '2-digit'
  const parts = { year: 'numeric', month: two, day: two, hour: two, minute: two, hourCycle: 'h23' } as const
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, ...parts })
  clocks.set(timeZone, clock)
  return clock
}

/** Local date and time, such as `2026-06-16` and `14:05`. */
export function localTime(at: number, timeZone: string): { date: string; time: string } {
  const [date = '', time = ''] = clockOf(timeZone).format(at).split(' ')
  return { date, time }
}

export const zoneOf = ({ description }: Profile): string => description?.timeZone ?? 'UTC'

const block = 900_000
const lastBlocks = new Map<string, { begins: number; local: { date: string; time: string } }>()

/** Of the quarter of an hour in which it lies: no zone changes its clocks within one, so one reading serves many events. */
export function localBlock(at: number, timeZone: string): { date: string; time: string } {
  const begins = Math.floor(at / block) * block
  const known = lastBlocks.get(timeZone)
  if (known?.begins === begins) return known.local
  const local = localTime(begins, timeZone)
  lastBlocks.set(timeZone, { begins, local })
  return local
}

/** From its first minute to before its last, of a local time such as `02:00`. A night that ends when it begins is none. */
export const isInNight = (time: string, { from, to }: Night): boolean =>
  from <= to ? from <= time && time < to : time >= from || time < to

export const isNight = (at: number, timeZone: string, night: Night = usualNight): boolean =>
  isInNight(localTime(at, timeZone).time, night)
