/** What goes on while some are at an alert: the rounds that fall due, and who is never to be left alone. */
import type { Level } from '../../shared/census/stay.ts'
import type { StayRow } from '../../shared/census/view.ts'
import type { Rows } from '../../shared/rows.ts'
import type { MemberRow } from '../../shared/staff/view.ts'
import { freeNow } from '../watching/watches.ts'

/** Rounds that fall due within this are said (milliseconds). */
export const dueWithin = 10 * 60_000

export interface Watch {
  /** people to be seen in the next ten minutes, those who are late among them */
  due: number
  late: number
  /** who could see them: on shift, at no alert, in no group, with nobody; no round is assigned to anybody */
  free: MemberRow[]
  /** people on the unit who are watched without a break, by bed */
  watched: StayRow[]
}

const unbroken: readonly Level[] = ['line-of-sight', 'one-to-one', 'two-to-one']

export function watchOf(rows: Rows, now: number, language: string): Watch {
  const due = Object.values(rows.checkIns).filter(
    round => !round.paused && (round.due ?? Infinity) <= now + dueWithin
  )
  const watched = Object.values(rows.stays).filter(
    stay => !stay.off && unbroken.includes(stay.level as Level)
  )
  return {
    due: due.length,
    late: due.filter(round => (round.due ?? Infinity) < now).length,
    free: freeNow(rows, language),
    watched: watched.sort((a, b) => (a.bed ?? '').localeCompare(b.bed ?? '', language, { numeric: true }))
  }
}
