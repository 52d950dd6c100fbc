/**
 * How what is entered on a member's screen goes out: checks and the like in the order in which they were entered, what
 * is done about alerts in a line of its own, and a call for help at once, whatever waits.
 */
import type { Fields } from '../live/sending.svelte.ts'

const calls: readonly string[] = ['alert.raise', 'check-in.not-found']

/** The line that an entry waits in; null: it waits for nothing. */
export function lineOf({ type }: Fields): string | null {
  if (calls.includes(type)) return null
  return type.startsWith('alert.') ? 'alerts' : 'entries'
}

/** What became of an alert that was raised here is followed apart from what else was entered. */
export const keepsRefused = ({ type }: Fields): boolean => type !== 'alert.raise'
