import type { Level } from '../census/stay.ts'
import type { Floor } from '../floor.ts'
import type { Round } from './check-in.ts'
import { seenBefore, type Kept } from './kept.ts'
import { lateBy } from './late-by.ts'
import { stretchAt } from './stretch.ts'

export interface Judged {
  /** milliseconds since 1970 */
  seenAt: number
  level: Level
  /** minutes past due; 0 when in time */
  late: number
}

/** A look, by the level in force when the person was seen and from when they had been seen before, whatever came since. */
export function judged(round: Round, kept: Kept | undefined, { profile }: Floor, at: number): Judged {
  const stretch = stretchAt(kept?.stretches ?? [], at)
  const seenAt = Math.max(at, stretch?.since ?? at)
  const level = stretch?.level ?? round.level
  const from = kept ? seenBefore(kept, seenAt) : round.from
  const late = lateBy({ level, from, paused: false }, seenAt, profile.description?.latePolicy ?? 'strict')
  return { seenAt, level, late }
}
