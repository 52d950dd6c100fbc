/** When an alert began. Plain: every screen counts from the same moment. */

/** What is received later than this after it was seen came late (milliseconds); less is only the way there. */
export const lateFrom = 5_000

interface Ladder {
  raisedAt: number
  ladderFrom: number
}

/** It was over and began again: its ladder counts from then. */
export const isAgain = ({ raisedAt, ladderFrom }: Ladder): boolean => ladderFrom !== raisedAt

/** What tells an id derived of an alert from the same one of before it began again; empty where it never did. */
export const againIn = (alert: Ladder): string => (isAgain(alert) ? `:${alert.ladderFrom}` : '')

/**
 * From when an alert is told and its minutes count (milliseconds since 1970): from when it began again, where it did; of
 * one that came late, from when it was seen; else from when it was recorded.
 */
export function beganAt(alert: Ladder & { seenAt: number }): number {
  const { raisedAt, seenAt, ladderFrom } = alert
  if (isAgain(alert)) return ladderFrom
  return raisedAt - seenAt > lateFrom ? seenAt : raisedAt
}
