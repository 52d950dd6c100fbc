/** The checks that can still be corrected, and where the person stands by them. */
import { hours } from '../asking.ts'
import type { CommandId } from '../ids.ts'
import type { Check } from './check-in.ts'

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
}

/** The latest look counts, and of two at once the one recorded later; none counts that is older than the base. */
export function standing({ base, checks }: Kept): Standing {
  return checks.reduce<Standing>((so, check) => (check.seenAt < so.from ? so : of(check)), base)
}

const of = (check: Check): Standing => ({ from: check.seenAt, last: check })

/** With one more check, and without those that are too old by then. */
export function keep(kept: Kept, check: Check, now: number): Kept {
  const after = kept.checks.findLastIndex(({ seenAt }) => seenAt <= check.seenAt) + 1
  return trimmed({ ...kept, checks: kept.checks.toSpliced(after, 0, check) }, now)
}

function trimmed({ base, checks }: Kept, now: number): Kept {
  const old = checks.findIndex(({ seenAt }) => seenAt >= now - correctWithin)
  const gone = Math.max(old < 0 ? checks.length : old, checks.length - mostKept)
  if (gone === 0) return { base, checks }
  return { base: standing({ base, checks: checks.slice(0, gone) }), checks: checks.slice(gone) }
}

/** As if the check had never been made. */
export function forget({ base, checks }: Kept, id: CommandId): Kept {
  const others = checks.filter(check => check.id !== id)
  if (base.last?.id !== id) return { base, checks: others }
  return {
    base: { ...base, last: others.findLast(({ seenAt }) => seenAt < base.from) ?? null },
    checks: others
  }
}

/** From here on counts another moment than the last look: the person came back, or is no longer watched. */
export const begin = (kept: Kept, from: number): Kept => ({
  ...kept,
  base: { from, last: standing(kept).last }
})

/** The check, and when the person had been seen before it. */
export function find(kept: Kept | undefined, id: CommandId): { check: Check; before: number } | null {
  const check = kept?.checks.find(one => one.id === id)
  if (!kept || !check) return null
  return { check, before: standing(earlierThan(forget(kept, id), check.seenAt)).from }
}

/** The checks that were seen before then. */
export const earlierThan = ({ base, checks }: Kept, seenAt: number): Kept => ({
  base,
  checks: checks.filter(check => check.seenAt < seenAt)
})
