/** Open alerts in the order in which they want help, and what happens next with each. */
import type { AlertRow } from '../../shared/alerts/view.ts'
import type { Priority } from '../../shared/alerts/kind.ts'
import type { Rows } from '../../shared/rows.ts'

export interface Alarm {
  row: AlertRow
  /** how many more people it asks for */
  missing: number
  next: Next
}

/** What time will do by itself. */
export type Next =
  | { is: 'tells'; whom: AlertRow['ladder'][number]['tells']; after: number }
  | { is: 'lapses'; at: number }
  | { is: 'nothing' }

export const isOpen = ({ situation }: AlertRow): boolean =>
  situation !== 'resolved' && situation !== 'cancelled'

const rank: Record<Priority, number> = { high: 0, medium: 1, low: 2 }

/**
 * High alerts come before all others: red is theirs alone. Among each: who needs people before who does not, most
 * needed first; then the newest; then by priority.
 */
export function alarms({ alerts }: Pick<Rows, 'alerts'>): Alarm[] {
  return Object.values(alerts).filter(isOpen).map(alarm).sort(inNeed)
}

const isHigh = ({ row }: Alarm): number => (row.priority === 'high' ? 0 : 1)

function inNeed(a: Alarm, b: Alarm): number {
  return (
    isHigh(a) - isHigh(b) ||
    b.missing - a.missing ||
    b.row.raisedAt - a.row.raisedAt ||
    rank[a.row.priority] - rank[b.row.priority] ||
    a.row.id.localeCompare(b.row.id)
  )
}

function alarm(row: AlertRow): Alarm {
  return { row, missing: Math.max(0, row.needed - row.there - row.coming), next: nextOf(row) }
}

/** The ladder goes on while nobody has answered; an answer runs out when nobody is there in time. */
function nextOf({ situation, ladder, told, answer }: AlertRow): Next {
  const rung = ladder[told]
  if (situation === 'raised' && rung) return { is: 'tells', whom: rung.tells, after: rung.minutes * 60_000 }
  if (situation === 'acknowledged' && answer?.lapses) return { is: 'lapses', at: answer.lapses }
  return { is: 'nothing' }
}
