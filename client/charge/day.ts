/** The unit's local day as an axis of wall-clock hours: 14.5 is half past two there, whatever the device thinks. */
const formats = new Map<string, Intl.DateTimeFormat>()

function parts(at: number, timeZone: string): { date: string; hours: number } {
  let format = formats.get(timeZone)
  if (!format) {
    const options = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
    const time = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const
    formats.set(timeZone, (format = new Intl.DateTimeFormat('en-CA', { timeZone, ...options, ...time })))
  }
  const [date = '', time = ''] = format.format(at).split(', ')
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number)
  return { date, hours: hour + minute / 60 + second / 3600 }
}

/** ISO local date on which the instant falls. */
export const dateOf = (at: number, timeZone: string): string => parts(at, timeZone).date

/** Hours of the wall clock since local midnight of `date`: below 0 before that day, above 24 after it. */
export function wallHours(at: number, timeZone: string, date: string): number {
  const { date: on, hours } = parts(at, timeZone)
  return hours + (Date.parse(on) - Date.parse(date)) / 3_600_000
}

/** What the axis shows, in hours of the day. */
export interface Span {
  from: number
  to: number
}

export const usualSpan: Span = { from: 7, to: 21 }

/** The usual day, wider where something of it, or the present, lies outside; whole hours, at most the day itself. */
export function spanOf(hours: readonly number[]): Span {
  const from = Math.floor(Math.min(usualSpan.from, ...hours))
  const to = Math.ceil(Math.max(usualSpan.to, ...hours))
  return { from: Math.max(0, from), to: Math.min(24, to) }
}

/** Where an hour stands on the axis, in percent; never outside it. */
export function along({ from, to }: Span, hour: number): number {
  return Math.min(100, Math.max(0, ((hour - from) / (to - from)) * 100))
}
