/** Open alerts in the order in which they want help, and what happens next with each. */
import { beganAt, isAgain } from '../../shared/alerts/began.ts'
import { voiceOf } from '../../shared/alerts/heard.ts'
import { nextRung } from '../../shared/alerts/next-rung.ts'
import type { AlertRow } from '../../shared/alerts/view.ts'
import type { Rows } from '../../shared/rows.ts'
import { openAlerts, stillNeeded } from '../alerts/open-alerts.ts'

export interface Alarm {
  row: AlertRow
  /** how many more people it asks for */
  missing: number
  next: Next
  /** nobody is in danger any more: its field gives way to paper */
  contained: boolean
  /** its mark blinks: nobody has answered, and it may draw every eye */
  calls: boolean
  /** what its clock counts from, milliseconds since 1970, and what that was */
  from: { at: number; is: 'raised' | 'again' | 'late' }
}

/** What time will do by itself. */
export type Next =
  | { is: 'tells'; whom: AlertRow['ladder'][number]['tells']; at: number }
  | { is: 'lapses'; at: number }
  | { is: 'nothing' }

export const alarms = ({ alerts }: Pick<Rows, 'alerts'>): Alarm[] => openAlerts(alerts).map(alarm)

function alarm(row: AlertRow): Alarm {
  const contained = row.situation === 'contained'
  return {
    row,
    contained,
    missing: contained ? 0 : stillNeeded(row),
    next: nextOf(row),
    calls: row.situation === 'raised' && !row.silent,
    from: fromOf(row)
  }
}

/** The ladder goes on while nobody has answered; an answer runs out when nobody is there in time. */
function nextOf(row: AlertRow): Next {
  const { situation, answer } = row
  const rung = situation === 'raised' ? nextRung(row) : null
  if (rung) return { is: 'tells', whom: rung.tells, at: rung.at }
  if (situation === 'acknowledged' && answer?.lapses) return { is: 'lapses', at: answer.lapses }
  return { is: 'nothing' }
}

/** It counts as every screen does; that it came late is said only where it makes no sound as new. */
function fromOf(row: AlertRow): Alarm['from'] {
  const at = beganAt(row)
  if (isAgain(row)) return { at, is: 'again' }
  return { at, is: voiceOf({ ...row, since: row.raisedAt }) === 'late' ? 'late' : 'raised' }
}
