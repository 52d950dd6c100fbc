/** The checks that can still be corrected, and where the person stands by them. */
import { hours } from '../asking.ts'
import type { CommandId } from '../ids.ts'
import type { Check } from './check-in.ts'
import type { Stretch } from './stretch.ts'

/** What was seen longer ago than this is not corrected any more, and at most so many checks of one person are. */
export const correctWithin = hours(12)
const mostKept = 200

interface Standing {
  from: number
  last: Check | null
}

export interface Kept {
  /** where the person stood before the first of these checks */
  base: Standing
  /** by when the person was seen; of two at once, as they were recorded */
  checks: readonly Check[]
  /** at which level the person was, and when they were away, in order */
  stretches: readonly Stretch[]
}

/** The latest look counts, and of two at once the one recorded later; none counts that is older than the base. */
export function standing({ base, checks }: Pick<Kept, 'base' | 'checks'>): Standing {
  return checks.reduce<Standing>((so, check) => (check.seenAt < so.from ? so : of(check)), base)
}

const of = (check: Check): Standing => ({ from: check.seenAt, last: check })

/** With one more check, and without those that are too old by then. */
export function keep(kept: Kept, check: Check, now: number): Kept {
  const after = kept.checks.findLastIndex(({ seenAt }) => seenAt <= check.seenAt) + 1
  return trimmed({ ...kept, checks: kept.checks.toSpliced(after, 0, check) }, now)
}

function trimmed(kept: Kept, now: number): Kept {
  const { base, checks } = kept
  const old = checks.findIndex(({ seenAt }) => seenAt >= now - correctWithin)
  const gone = Math.max(old < 0 ? checks.length : old, checks.length - mostKept)
  if (gone === 0) return kept
  return { ...kept, base: standing({ base, checks: checks.slice(0, gone) }), checks: checks.slice(gone) }
}

/** As if the check had never been made. */
export function forget(kept: Kept, id: CommandId): Kept {
  const { base } = kept
  const others = kept.checks.filter(check => check.id !== id)
  if (base.last?.id !== id) return { ...kept, checks: others }
  return {
    ...kept,
    base: { ...base, last: others.findLast(({ seenAt }) => seenAt < base.from) ?? null },
    checks: others
  }
}

/** From here on counts another moment than the last look: the person came back, or is no longer watched. */
export const begin = (kept: Kept, from: number): Kept => ({
  ...kept,
  base: { from, last: standing(kept).last }
})

export const find = (kept: Kept | undefined, id: CommandId): Check | null =>
  kept?.checks.find(check => check.id === id) ?? null

/**
 * When the person had last been seen by then (milliseconds since 1970), whatever was seen or began later; where nothing
 * is known of before, at that moment.
 */
export function seenBefore({ base, checks, stretches }: Kept, moment: number): number {
  const seen = [
    base.from,
    ...checks.map(({ seenAt }) => seenAt),
    ...stretches.flatMap(({ since, seen }) => (seen ? [since] : []))
  ]
  const before = seen.filter(at => at <= moment)
  return before.length > 0 ? Math.max(...before) : moment
}
