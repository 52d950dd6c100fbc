/** The list of whom to bring out, as it stands while it is looked at: nobody in it moves under a finger. */
import type { PullOut } from './collisions.ts'

export interface Listed extends PullOut {
  /** nothing is owed any more of what stood here: the row stays, so that no other comes to its place */
  over: boolean
}

export const keyOf = ({ stay, is }: PullOut): string => `${stay} ${is}`

/** Who stood there keeps their place; who comes to it comes last. */
export function inPlace(before: readonly Listed[], out: readonly PullOut[]): Listed[] {
  const owed = new Map(out.map(one => [keyOf(one), one]))
  const kept = before.map(one => {
    const now = owed.get(keyOf(one))
    owed.delete(keyOf(one))
    return now ? { ...now, over: false } : { ...one, over: true }
  })
  return [...kept, ...[...owed.values()].map(one => ({ ...one, over: false }))]
}

/** How many are shown of them: never fewer than before, at least `few`, and everybody who presses. */
export const shownOf = (listed: readonly Listed[], before: number, few: number): number =>
  Math.max(before, few, listed.findLastIndex(({ nearness, over }) => !over && nearness !== 'hour') + 1)
