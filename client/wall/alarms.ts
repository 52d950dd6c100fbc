/** Open alerts in the order in which they want help, and what happens next with each. */
import type { AlertRow } from '../../shared/alerts/view.ts'
import type { Rows } from '../../shared/rows.ts'
import { openAlerts, stillNeeded } from '../alerts/open-alerts.ts'

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

export const alarms = ({ alerts }: Pick<Rows, 'alerts'>): Alarm[] => openAlerts(alerts).map(alarm)

const alarm = (row: AlertRow): Alarm => ({ row, missing: stillNeeded(row), next: nextOf(row) })

/** The ladder goes on while nobody has answered; an answer runs out when nobody is there in time. */
function nextOf({ situation, ladder, told, answer }: AlertRow): Next {
  const rung = ladder[told]
  if (situation === 'raised' && rung) return { is: 'tells', whom: rung.tells, after: rung.minutes * 60_000 }
  if (situation === 'acknowledged' && answer?.lapses) return { is: 'lapses', at: answer.lapses }
  return { is: 'nothing' }
}
