/**
 * Checks that are owed, most overdue first, one line a person: of a round and another check that both are owed the
 * earlier one. Late is told by the clock alone, from the time each is due.
 */
import type { CheckInRow } from '../../shared/check-ins/view.ts'
import type { Level } from '../../shared/census/stay.ts'
import type { StayRow } from '../../shared/census/view.ts'
import { isHere } from '../../shared/groups/is-here.ts'
import type { PlaceId, StayId } from '../../shared/ids.ts'
import type { Rows } from '../../shared/rows.ts'
import { collisionsOf } from '../groups/collisions.ts'

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
  /** where the person sits with a group when it falls due: the check has to fetch them out */
  sits: Sits | null
}

export interface Sits {
  place: PlaceId
  /** whether the person sits there now, or will */
  now: boolean
  /** until when, or from when on (milliseconds since 1970) */
  time: number
}

type Owing = Pick<Rows, 'checkIns' | 'dueChecks' | 'withdrawals' | 'stays' | 'meetings'>

/** `asOf`: the last instant of which the board is sure, milliseconds since 1970. */
export function owed(rows: Owing, asOf: number): Owed[] {
  const sitting = whereSitting(rows, asOf)
  return Object.values(rows.stays)
    .flatMap(stay => one(stay, rows, sitting, asOf))
    .sort((a, b) => a.due - b.due || a.alias.localeCompare(b.alias, 'en', { numeric: true }))
}

function one(stay: StayRow, rows: Owing, sitting: ReadonlyMap<string, Sits>, asOf: number): Owed[] {
  const { id, alias, bed, level } = stay
  const round: CheckInRow | undefined = rows.checkIns[id]
  const due = Math.min(round?.due ?? Infinity, rows.dueChecks[id]?.due ?? Infinity)
  if (stay.off !== null || due === Infinity) return []
  // Whatever is owed, its ring runs from when the person was last seen: nothing tells one check from another.
  const left = Math.min(100, Math.max(0, ((due - asOf) / Math.max(1, due - (round?.from ?? asOf))) * 100))
  const place = stay.place ?? round?.place ?? null
  const sits = sitting.get(id) ?? null
  return [{ id, alias, bed, level, due, late: due <= asOf, left, missed: round?.missed ?? 0, place, sits }]
}

function whereSitting(rows: Owing, asOf: number): Map<string, Sits> {
  const sitting = new Map<string, Sits>()
  for (const { meeting, out } of collisionsOf(rows, asOf)) {
    const row = rows.meetings[meeting]
    if (!row) continue
    const now = row.situation === 'running'
    // Its time has come and nobody has started it: nobody knows who sits there.
    if (!now && row.startsAt <= asOf) continue
    const there = { place: row.place, now, time: now ? row.endsAt : row.startsAt }
    for (const { stay } of out)
      if (!sitting.has(stay) && (!now || isHere(row.roster?.[stay]))) sitting.set(stay, there)
  }
  return sitting
}
