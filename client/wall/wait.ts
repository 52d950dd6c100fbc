export interface Wait {
  /** null: late, but not yet by a whole minute */
  value: string | null
  /** whether `value` counts minutes; else it says hours and minutes itself */
  minutes: boolean
}

const minute = 60_000

/**
 * A wait as a big figure. `left`: milliseconds until due, negative when late. What is coming is rounded up, so that it
 * never says 0 before its time; what is late is rounded down, to whole minutes gone by. From 100 minutes on,
 * hours: `1 h 40`.
 */
export function waitOf(left: number): Wait {
  const minutes = left > 0 ? Math.ceil(left / minute) : Math.floor(-left / minute)
  if (minutes === 0) return { value: null, minutes: false }
  if (minutes < 100) return { value: String(minutes), minutes: true }
  const rest = String(minutes % 60).padStart(2, '0')
  return { value: `${Math.floor(minutes / 60)}\u00a0h\u00a0${rest}`, minutes: false }
}
