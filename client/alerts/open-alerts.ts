/** Open alerts in the one order that every screen shows, so that no two disagree which is worst. */
import { rank } from '../../shared/alerts/priority.ts'
import type { AlertRow } from '../../shared/alerts/view.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { Rows } from '../../shared/rows.ts'

const emergencies: readonly AlertRow['situation'][] = ['raised', 'acknowledged', 'on-scene', 'contained']

/** Nobody has to come any more; something may still be owed. */
export const isOver = ({ situation }: Pick<AlertRow, 'situation'>): boolean =>
  !emergencies.includes(situation)

/** How many more people it asks for; never below 0. */
export const stillNeeded = ({ needed, coming, there }: AlertRow): number =>
  Math.max(0, needed - coming - there)

/** Most in need first. On a member's own screen what they have not answered goes before what they have. */
export function openAlerts(alerts: Rows['alerts'], me: MemberId | null = null): AlertRow[] {
  const open = Object.values(alerts)
    .filter(alert => !isOver(alert))
    .sort(byNeed)
  return me === null ? open : unansweredFirst(open, me)
}

export const isAnsweredBy = ({ responders, raisedBy }: AlertRow, me: MemberId): boolean =>
  responders?.[me] !== undefined || raisedBy === me

/**
 * High alerts come before all others: red is theirs alone. Among each: most needed first; then the newest; then by
 * priority.
 */
function byNeed(a: AlertRow, b: AlertRow): number {
  return (
    Number(b.priority === 'high') - Number(a.priority === 'high') ||
    stillNeeded(b) - stillNeeded(a) ||
    b.raisedAt - a.raisedAt ||
    rank[b.priority] - rank[a.priority] ||
    a.id.localeCompare(b.id)
  )
}

/** Each priority keeps its places in the order; only who stands in them changes. */
function unansweredFirst(open: AlertRow[], me: MemberId): AlertRow[] {
  const queues = { high: [], medium: [], low: [] } as Record<AlertRow['priority'], AlertRow[]>
  for (const alert of open) if (!isAnsweredBy(alert, me)) queues[alert.priority].push(alert)
  for (const alert of open) if (isAnsweredBy(alert, me)) queues[alert.priority].push(alert)
  return open.flatMap(({ priority }) => queues[priority].shift() ?? [])
}
