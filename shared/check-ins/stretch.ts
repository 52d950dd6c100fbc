/** At which level the person was, and when they were away, in the last twelve hours: a look may be told of late. */
import { clockTolerance, seenWithin } from '../asking.ts'
import type { Level } from '../census/stay.ts'

/** It lasts until the next one begins. */
export interface Stretch {
  /** milliseconds since 1970 */
  since: number
  /** null: off the unit */
  level: Level | null
  /** that it began counts as being seen */
  seen: boolean
}

/** With the stretch that begins, and without those that were over twelve hours ago. */
export function turned(stretches: readonly Stretch[], begins: Stretch): readonly Stretch[] {
  const oldest = begins.since - seenWithin - clockTolerance
  const all = [...stretches, begins]
  return all.slice(
    Math.max(
      0,
      all.findLastIndex(({ since }) => since <= oldest)
    )
  )
}

/**
 * The one in which a moment lies, and of those of a clock that is a little slow the one that began just after; null:
 * from before the person came. Who leaves is still here at that very moment.
 */
export function stretchAt(stretches: readonly Stretch[], seenAt: number): Stretch | null {
  const at = (moment: number) =>
    stretches.findLast(({ since, level }) => (level === null ? since < moment : since <= moment))
  const lies = at(seenAt)
  return (lies && lies.level !== null ? lies : at(seenAt + clockTolerance)) ?? null
}
