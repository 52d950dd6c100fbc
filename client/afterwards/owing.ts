/** What crises left to be done, as a screen ranks it: what is late first. Nothing is guessed; all is in the rows. */
import type { OwedRow } from '../../shared/alerts/view-after.ts'
import type { AlertRow } from '../../shared/alerts/view.ts'
import { reopenWithin } from '../../shared/alerts/within.ts'
import type { Rows } from '../../shared/rows.ts'

/** `put-off`: answered for until its time has come; from then on it is late. `withheld`: nobody outside may be told. */
export type Standing = 'late' | 'owed' | 'put-off' | 'withheld' | 'done'

export interface Owing {
  alert: AlertRow
  row: OwedRow
  is: Standing
  /** when it falls due; where it is done, when it was (milliseconds since 1970) */
  at: number
}

const rank: Record<Standing, number> = { late: 0, owed: 1, 'put-off': 2, withheld: 3, done: 4 }

/** Something may be done, put off or given on: it was resolved and is not closed. */
export const owes = ({ situation }: Pick<AlertRow, 'situation'>): boolean =>
  situation === 'resolved' || situation === 'debriefed'

function standing(row: OwedRow, now: number): { is: Standing; at: number } {
  if (row.state === 'done' || row.state === 'withheld') return { is: row.state, at: row.at ?? row.due }
  const due = row.state === 'deferred' ? (row.until ?? row.due) : row.due
  if (due <= now) return { is: 'late', at: due }
  return { is: row.state === 'deferred' ? 'put-off' : 'owed', at: due }
}

const byNeed = (a: Owing, b: Owing): number => rank[a.is] - rank[b.is] || a.at - b.at

/** All that an alert left, the most urgent first; nothing while it is open. */
export function owingOf(alert: AlertRow, now: number): Owing[] {
  if (!owes(alert) && alert.situation !== 'closed') return []
  return (alert.owed ?? []).map(row => ({ alert, row, ...standing(row, now) })).sort(byNeed)
}

/** Late, or owed and not put off. */
export const isOpen = ({ is }: Owing): boolean => is === 'late' || is === 'owed'

/** What is not done yet, over all alerts that are not closed. */
export function allOwing({ alerts }: Pick<Rows, 'alerts'>, now: number): Owing[] {
  const left = Object.values(alerts).filter(owes)
  return left
    .flatMap(alert => owingOf(alert, now))
    .filter(({ is }) => is !== 'done' && is !== 'withheld')
    .sort(byNeed)
}

/** By alert, the one with what is most urgent first; also those where all is done and only closing is left. */
export function owingByAlert(
  { alerts }: Pick<Rows, 'alerts'>,
  now: number
): { alert: AlertRow; left: Owing[] }[] {
  return Object.values(alerts)
    .filter(alert => owes(alert) && !alert.drill)
    .map(alert => ({ alert, left: owingOf(alert, now) }))
    .sort((a, b) => first(a.left) - first(b.left) || b.alert.since - a.alert.since)
}

/** Late ones have the smallest times; what is put off or done stands after all that is open. */
const first = ([most]: Owing[]): number =>
  most === undefined ? Infinity : isOpen(most) ? most.at : Number.MAX_SAFE_INTEGER

/** What stands in the way of closing: all that is neither done nor put off. */
export const missing = (left: readonly Owing[]): Owing[] => left.filter(isOpen)

/** Until when an alert may begin again; null where that has passed, or it was never resolved. */
export function reopensUntil({ situation, resolvedAt }: AlertRow, now: number): number | null {
  const over = situation === 'resolved' || situation === 'debriefed' || situation === 'closed'
  const until = over && resolvedAt !== null ? resolvedAt + reopenWithin : 0
  return until > now ? until : null
}
