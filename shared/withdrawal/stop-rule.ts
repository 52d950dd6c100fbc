/** When going on may be reconsidered. Nothing stops by it: a nurse does. */
import { hours } from '../asking.ts'
import { profiles } from './profiles/profiles.ts'
import type { Watch } from './watch.ts'

/** How many scores in a row were low, and since when (milliseconds since 1970). */
export interface MayStop {
  times: number
  since: number
}

/** Null while the rule is not met. A score with a sign of danger is not a low one. */
export function mayStop({ profile, scores }: Pick<Watch, 'profile' | 'scores'>): MayStop | null {
  const { stop } = profiles[profile]
  const standing = scores.filter(({ correctedBy }) => correctedBy === null)
  const high = standing.findLastIndex(({ total, dangers }) => total >= stop.below || dangers.length > 0)
  const low = standing.slice(high + 1)
  const [first] = low
  const last = low.at(-1)
  if (!first || !last || low.length < stop.times || last.seenAt - first.seenAt < hours(stop.hours))
    return null
  return { times: low.length, since: first.seenAt }
}
