/** The rung of the ladder that is reached next while nobody has answered. Plain: every screen says it as the unit owes it. */
import { minutes } from '../asking.ts'
import type { Rung, Tells } from '../profile/profile.ts'

interface Ladder {
  ladder: readonly Rung[]
  /** how many of its rungs have been reached */
  told: number
  ladderFrom: number
}

/** `step` counts from 0; `at` in milliseconds since 1970. Null after the last one. */
export function nextRung({
  ladder,
  told,
  ladderFrom
}: Ladder): { step: number; tells: Tells; at: number } | null {
  const rung = ladder[told]
  return rung ? { step: told, tells: rung.tells, at: ladderFrom + minutes(rung.minutes) } : null
}
