import { knowsNames, seesPeople, type Audience } from '../audience.ts'
import type { Level } from '../census/stay.ts'
import type { MemberId, StayId } from '../ids.ts'
import { remember, rowsOf } from '../memo.ts'
import type { CheckIns } from './check-in.ts'
import { nextTold, watchersFor, type Watch } from './watch.ts'

/** Somebody who is watched without a break, while they are on the unit. Absent for `wall-public` and `locked`. */
export interface WatchRow {
  /** the stay */
  id: StayId
  level: Level
  /** since when somebody has to be with them (milliseconds since 1970) */
  since: number
  /** how many have to be */
  needed: number
  holders: readonly WatchHolder[]
  /** fewer hold it than it needs, since then; null: enough do */
  gap: WatchGap | null
}

export interface WatchHolder {
  member: MemberId
  since: number
  /** when they are due to be relieved */
  reliefDue: number
}

export interface WatchGap {
  since: number
  /** nobody has taken it yet, other than where somebody let go of it */
  ordered: boolean
  /** 0 not told yet, 1 said to be a gap, 2 an alert was raised */
  told: 0 | 1 | 2
  /** tablet and charge: when the next is told; null: all is, or the unit has never kept a watch on the board */
  next: number | null
}

const watchRow = remember(
  (watch: Watch, audience: Audience, relief: number, watchingSince: number | null): WatchRow => {
    const { stay, level, since, holders, gap } = watch
    const next = knowsNames(audience) ? (nextTold(watch, watchingSince)?.at ?? null) : null
    return {
      id: stay,
      level,
      since,
      needed: watchersFor[level],
      holders: holders.map(held => holderRow(held, relief)),
      gap: gap && { since: gap.since, ordered: gap.ordered, told: gap.told, next }
    }
  }
)

const holderRow = ({ member, since }: Watch['holders'][number], relief: number): WatchHolder => {
  return { member, since, reliefDue: since + relief * 60_000 }
}

const nobody: Record<string, WatchRow> = {}

/** `relief`: minutes after which whoever holds a watch is due to be relieved. */
export const viewWatches = remember(
  (
    watches: CheckIns['watches'],
    audience: Audience,
    relief: number,
    watchingSince: number | null
  ): Record<string, WatchRow> => {
    if (!seesPeople(audience)) return nobody
    return rowsOf(watches, watch => watchRow(watch, audience, relief, watchingSince))
  }
)
