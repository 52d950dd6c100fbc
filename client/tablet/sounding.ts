/** What a tablet lets be heard: what nobody has answered and is neither silent nor late. What opens again is not late. */
import { heard, voiceOf } from '../../shared/alerts/heard.ts'
import type { AlertRow } from '../../shared/alerts/view.ts'

export const soundsFor = (alert: AlertRow): boolean =>
  alert.situation === 'raised' && !alert.silent && voiceOf(alert) !== 'late'

/** Null when nothing is to be heard. */
export const loudestOf = (open: readonly AlertRow[]): AlertRow['priority'] | null =>
  heard(open.filter(soundsFor))?.all[0]?.priority ?? null
