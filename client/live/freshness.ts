/**
 * How current a screen is: computed from beacons on a monotonic clock, never from whether a socket says that it is
 * connected. `behind` is the node's own distance from the journal plus the time since its last beacon came.
 */
export type Freshness =
  /** no beacon has come yet; rows, where there are any, are those of the welcome */
  | { is: 'waiting' }
  | { is: 'live'; behind: number }
  /** from 3 s: amber */
  | { is: 'late'; behind: number }
  /** from 5 s: red; the board stops counting and says clock times */
  | { is: 'stale'; behind: number }
  /** from 60 s: only "last known" is left */
  | { is: 'cut-off'; behind: number }

export const lateFrom = 3_000
export const staleFrom = 5_000
export const cutOffFrom = 60_000

export function freshnessAfter(behind: number): Exclude<Freshness, { is: 'waiting' }> {
  if (behind >= cutOffFrom) return { is: 'cut-off', behind }
  if (behind >= staleFrom) return { is: 'stale', behind }
  if (behind >= lateFrom) return { is: 'late', behind }
  return { is: 'live', behind }
}
