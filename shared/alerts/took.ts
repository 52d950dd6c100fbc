/** How long an alert took to be reached. Plain: the unit, the record and the figures count alike. */
import type { Reached } from './alert.ts'

/** Milliseconds from when it was raised; null where that was never reached, or is not known. */
export function tookOf(raisedAt: number, reached: Reached | null): Reached {
  const after = (at: number | null = null): number | null => (at === null ? null : at - raisedAt)
  return {
    answered: after(reached?.answered),
    onScene: after(reached?.onScene),
    contained: after(reached?.contained),
    resolved: after(reached?.resolved)
  }
}
