/** What follows from what was entered, by the same tables as the unit's, so that it can be said before it is recorded. */
import { alarmFor, type Alarm } from '../../shared/withdrawal/alarm.ts'
import type { Band } from '../../shared/withdrawal/profiles/band-profile.ts'
import { bandOf, minutesOf, type OwnMinutes } from '../../shared/withdrawal/profiles/profiles.ts'
import { totalOf, withPulse } from '../../shared/withdrawal/scales/scales.ts'
import type { WithdrawalRow } from '../../shared/withdrawal/view.ts'
import type { Entered } from './entered.ts'

export interface Following {
  total: number
  band: Band
  /** when the next score is due (milliseconds since 1970) */
  due: number
  alarm: Pick<Alarm, 'kind' | 'priority'> | null
}

/** Null until everything is answered: there is no total of a part. `own`: the unit's own minutes, by band. */
export function followingFrom(
  { scale, profile }: Pick<WithdrawalRow, 'scale' | 'profile'>,
  { answers, pulse, signs }: Entered,
  seenAt: number,
  own: OwnMinutes = {}
): Following | null {
  const total = totalOf(scale, withPulse(scale, answers, pulse))
  if (total === null || signs === null) return null
  const band = bandOf(profile, total, signs)
  const due = seenAt + minutesOf(profile, band, signs, own) * 60_000
  return { total, band, due, alarm: alarmFor(profile, total, signs) }
}
