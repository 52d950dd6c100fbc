/** Levels whose interval is shorter than what is left of a meeting: whoever sits in it falls due in it, whatever is made before. */
import { intervalOf, type Level } from '../../shared/census/stay.ts'
import type { MeetingRow } from '../../shared/groups/view.ts'
import type { StayId } from '../../shared/ids.ts'
import type { Rows } from '../../shared/rows.ts'
import { saidWithin } from '../groups/collisions.ts'

const order: readonly Level[] = ['q15', 'q30', 'q60']
const sits: readonly string[] = ['expected', 'present', 'late']

/** The levels of who sits in it, the shortest interval first; none before it is said who falls due. */
export function dueAgain(rows: Pick<Rows, 'checkIns'>, meeting: MeetingRow, now: number): Level[] {
  const { situation, startsAt, endsAt, roster } = meeting
  if (situation !== 'running' && (situation !== 'scheduled' || startsAt > now + saidWithin)) return []
  const minutes = (endsAt - Math.max(startsAt, now)) / 60_000
  const sitting = Object.entries(roster ?? {}).filter(([, attendance]) => sits.includes(attendance))
  const levels = new Set(
    sitting.flatMap(([stay]) => {
      const round = rows.checkIns[stay as StayId]
      return round && !round.paused ? [round.level] : []
    })
  )
  return order.filter(level => levels.has(level) && (intervalOf[level] ?? Infinity) <= minutes)
}
