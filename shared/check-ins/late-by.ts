import { minutes } from '../asking.ts'
import { intervalOf } from '../census/stay.ts'
import type { LatePolicy } from '../profile/profile.ts'
import { dueOf, type Round } from './check-in.ts'

/** Whole minutes past the time by which the person had to be seen, begun minutes counted; 0 when in time. */
export function lateBy(
  round: Pick<Round, 'level' | 'from' | 'paused'>,
  seenAt: number,
  policy: LatePolicy
): number {
  const due = dueOf(round)
  const interval = intervalOf[round.level]
  if (due === null || interval === null) return 0
  const grace = policy === 'lenient' ? minutes(interval) / 2 : 0
  return seenAt > due + grace ? Math.ceil((seenAt - due) / 60_000) : 0
}
