/** What could not be sent at once carries its age, and what began again is as young as that. */
import { beganAt, isAgain } from '../../shared/alerts/began.ts'
import { oldNews } from '../../shared/alerts/heard.ts'
import type { AlertRow } from '../../shared/alerts/view.ts'

type Times = Pick<AlertRow, 'raisedAt' | 'seenAt' | 'ladderFrom'>

/** That it arrived late is worth a sentence: not for seconds, nor once it began again on the board itself. */
export const isLate = (alert: Times): boolean => !isAgain(alert) && alert.raisedAt - alert.seenAt > oldNews

/** When it was first raised, whatever came of it since. */
export const firstRaisedAt = (alert: Times): number => beganAt({ ...alert, ladderFrom: alert.raisedAt })
