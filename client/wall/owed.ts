/** Checks that are owed, most overdue first. Late is told by the clock alone, from the time each is due. */
import type { CheckInRow } from '../../shared/check-ins/view.ts'
import type { Level } from '../../shared/census/stay.ts'
import type { GroupId, PlaceId, StayId } from '../../shared/ids.ts'
import type { Rows } from '../../shared/rows.ts'
import { runningOf } from './running.ts'

export interface Owed {
  id: StayId
  alias: string
  bed: string | null
  level: Level
  /** milliseconds since 1970 */
  due: number
  late: boolean
  /** percent of the interval that is left; 0 when late */
  left: number
  missed: number
  place: PlaceId | null
  /** the group in which the person sits now: the check has to fetch them out */
  outOf: GroupId | null
}

/** `asOf`: the last instant of which the board is sure, milliseconds since 1970. */
export function owed(rows: Pick<Rows, 'checkIns' | 'stays' | 'meetings'>, asOf: number): Owed[] {
  const sitting = whereSitting(rows)
  return Object.values(rows.checkIns)
    .flatMap(check => one(check, rows, sitting, asOf))
    .sort((a, b) => a.due - b.due || a.alias.localeCompare(b.alias, 'en', { numeric: true }))
}

function one(
  { id, level, from, due, missed, place }: CheckInRow,
  { stays }: Pick<Rows, 'stays'>,
  sitting: ReadonlyMap<string, GroupId>,
  asOf: number
): Owed[] {
  const stay = stays[id]
  if (due === null || !stay) return []
  const { alias, bed } = stay
  const left = Math.min(100, Math.max(0, ((due - asOf) / Math.max(1, due - from)) * 100))
  const outOf = sitting.get(id) ?? null
  return [{ id, alias, bed, level, due, late: due <= asOf, left, missed, place: stay.place ?? place, outOf }]
}

function whereSitting({ meetings }: Pick<Rows, 'meetings'>): Map<string, GroupId> {
  const sitting = new Map<string, GroupId>()
  for (const { group, roster } of runningOf(meetings))
    for (const [stay, attendance] of Object.entries(roster ?? {}))
      if (attendance === 'present' || attendance === 'late') sitting.set(stay, group)
  return sitting
}
