/** Open alerts in the one order that every screen shows, so that no two disagree which is worst. */
import { isEmergency } from '../../shared/alerts/emergency.ts'
import { rank } from '../../shared/alerts/priority.ts'
import type { AlertRow } from '../../shared/alerts/view.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { Rows } from '../../shared/rows.ts'

/** Nobody has to come any more; something may still be owed. */
export const isOver = ({ situation }: Pick<AlertRow, 'situation'>): boolean => !isEmergency(situation)

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

/** This member has done their part of the telling: raised it, comes or is there, or said that they cannot. */
export const isAnsweredBy = ({ responders, raisedBy, raisers, declined }: AlertRow, me: MemberId): boolean =>
  responders?.[me] !== undefined ||
  raisedBy === me ||
  raisers?.includes(me) === true ||
  declined?.includes(me) === true

/** The alert of that name or, where it was merged, the one that goes on in its stead. */
export function followed(alerts: Rows['alerts'], id: string): AlertRow | undefined {
  const alert = alerts[id]
  const into = alert?.into ?? null
  return into === null || into === id ? alert : (alerts[into] ?? alert)
}

/**
 * The real come before drills, whatever is practised. Among each high alerts come before all others: red is theirs alone;
 * then what is contained last; then most needed first; then the newest; then by priority.
 */
function byNeed(a: AlertRow, b: AlertRow): number {
  return (
    Number(a.drill) - Number(b.drill) ||
    Number(b.priority === 'high') - Number(a.priority === 'high') ||
    Number(a.situation === 'contained') - Number(b.situation === 'contained') ||
    stillNeeded(b) - stillNeeded(a) ||
    b.raisedAt - a.raisedAt ||
    rank[b.priority] - rank[a.priority] ||
    a.id.localeCompare(b.id)
  )
}

/** Each priority keeps its places in the order, of drills and of what is real; only who stands in them changes. */
function unansweredFirst(open: AlertRow[], me: MemberId): AlertRow[] {
  const later = open.filter(alert => isAnsweredBy(alert, me))
  const left = [...open.filter(alert => !later.includes(alert)), ...later]
  return open.flatMap(({ drill, priority }) => {
    const next = left.findIndex(alert => alert.drill === drill && alert.priority === priority)
    return left.splice(next, 1)
  })
}
