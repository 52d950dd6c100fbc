/** When an alert began. Plain: every screen counts from the same moment. */

/** What is received later than this after it was seen came late (milliseconds); less is only the way there. */
export const lateFrom = 5_000

/**
 * From when an alert is told and its minutes count (milliseconds since 1970): from when it began again, where it did; of
 * one that came late, from when it was seen; else from when it was recorded.
 */
export function beganAt({
  raisedAt,
  seenAt,
  ladderFrom
}: {
  raisedAt: number
  seenAt: number
  ladderFrom: number
}): number {
  if (ladderFrom !== raisedAt) return ladderFrom
  return raisedAt - seenAt > lateFrom ? seenAt : raisedAt
}
