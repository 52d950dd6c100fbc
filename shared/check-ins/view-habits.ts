/** For charge staff: habits to talk about. Nothing of this is on a wall, and nothing is a score of anybody. */
import type { Audience } from '../audience.ts'
import type { MemberId } from '../ids.ts'
import { remember } from '../memo.ts'
import type { Habits, Look, ShiftCounts } from './habit.ts'
import {
  batches,
  heatOf,
  ordered,
  regularity,
  sameOrder,
  tightest,
  type Batch,
  type Heat
} from './regularity.ts'

/** charge only: what a member's looks of the last twelve hours have in common */
export interface HabitRow {
  id: MemberId
  looks: number
  /** when the last of them was (milliseconds since 1970): of who looked no more the rest is of before then */
  last: number | null
  /** coefficient of variation of the intervals between looks at the same person; null of too few */
  regularity: number | null
  /** how often five people or more were entered within a minute, apart from passes */
  batches: number
  /** the one with the most people a second; null of none */
  tightest: Batch | null
  /** successive rounds in which the same people came in the same order; 0: none */
  sameOrder: number
  /** rounds of four people or more, of which an order can be said */
  rounds: number
  /** looks at which place and presentation were suggested, and the tap only confirmed them */
  unchanged: number
}

/** charge only: in time, late and missed of one shift, by member and by person; seven days of them */
export interface ShiftRow extends ShiftCounts {
  /** `2026-06-16~day`, of the local day on which it began; day, evening or night */
  id: string
}

/** charge only, one row, `heat`: weekday from Monday by local hour, of 28 days */
export interface HeatRow extends Heat {
  id: 'heat'
}

/** One and the same, so that an audience without these rows never has a change of them. */
const none: Record<string, never> = {}

const habitRow = remember((looks: readonly Look[], member: MemberId): HabitRow => {
  const found = batches(looks)
  return {
    id: member,
    looks: looks.length,
    last: looks.at(-1)?.seenAt ?? null,
    regularity: regularity(looks),
    batches: found.length,
    tightest: tightest(found),
    sameOrder: sameOrder(looks),
    rounds: ordered(looks),
    unchanged: looks.filter(({ unchanged }) => unchanged).length
  }
})

const shiftRow = remember(({ members, people }: ShiftCounts, id: string): ShiftRow => {
  return { id, members, people }
})

export const viewHabits = remember((looks: Habits['looks'], audience: Audience): Record<string, HabitRow> => {
  if (audience !== 'charge') return none
  const made = Object.entries(looks) as [MemberId, readonly Look[]][]
  return Object.fromEntries(made.map(([member, all]) => [member, habitRow(all, member)]))
})

export const viewShifts = remember(
  (shifts: Habits['shifts'], audience: Audience): Record<string, ShiftRow> => {
    if (audience !== 'charge') return none
    return Object.fromEntries(Object.entries(shifts).map(([id, counts]) => [id, shiftRow(counts, id)]))
  }
)

const heatRow = remember((hours: Habits['hours'], _audience: Audience): Record<string, HeatRow> => {
  return { heat: { id: 'heat', ...heatOf(hours) } }
})

export const viewHeat = (hours: Habits['hours'], audience: Audience): Record<string, HeatRow> =>
  audience === 'charge' && Object.keys(hours).length > 0 ? heatRow(hours, audience) : none
