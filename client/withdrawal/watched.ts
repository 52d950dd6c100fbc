/** Who is watched for withdrawal, most urgent first, and where each watch stands by the clock. Times in milliseconds. */
import type { AlertRow } from '../../shared/alerts/view.ts'
import type { StayRow } from '../../shared/census/view.ts'
import type { StayId } from '../../shared/ids.ts'
import type { Rows } from '../../shared/rows.ts'
import { bands } from '../../shared/withdrawal/profiles/band-profile.ts'
import type { WithdrawalRow } from '../../shared/withdrawal/view.ts'
import { isOver } from '../alerts/open-alerts.ts'

export interface Watched {
  row: WithdrawalRow
  stay: StayRow
}

/** The soonest due first, of one minute the worse band; who is away comes last. */
export function watchedOn({ withdrawals, stays }: Pick<Rows, 'withdrawals' | 'stays'>): Watched[] {
  return Object.values(withdrawals)
    .flatMap(row => {
      const stay = stays[row.stay]
      return stay ? [{ row, stay }] : []
    })
    .sort((a, b) => minuteOf(a.row) - minuteOf(b.row) || rankOf(b.row) - rankOf(a.row))
}

const minuteOf = ({ due }: WithdrawalRow): number => (due === null ? 1e15 : Math.floor(due / 60_000))

/** The oldest time at which a score is or was due; null while none is. Told as a time where minutes are not sure. */
export const firstDue = (watched: readonly Watched[]): number | null =>
  watched.reduce<number | null>((first, { row: { due } }) => {
    return due === null || (first !== null && first <= due) ? first : due
  }, null)

const rankOf = ({ last }: WithdrawalRow): number => (last ? bands.indexOf(last.band) : -1)

/** Late from the minute it is due on. */
export const isLate = ({ due }: Pick<WithdrawalRow, 'due'>, now: number): boolean =>
  due !== null && now >= due

/** Percent of the interval that remains. */
export function percentLeft({ due, minutes }: Pick<WithdrawalRow, 'due' | 'minutes'>, now: number): number {
  if (due === null) return 0
  return Math.min(100, Math.max(0, ((due - now) / (minutes * 60_000)) * 100))
}

/** The open alert for this person that a score would be a reason for. A drill is none. */
export function alertOf({ alerts }: Pick<Rows, 'alerts'>, stay: StayId): AlertRow | undefined {
  return Object.values(alerts).find(
    alert =>
      alert.stay === stay &&
      !alert.drill &&
      !isOver(alert) &&
      (alert.kind === 'medical' || alert.kind === 'severe-withdrawal')
  )
}
