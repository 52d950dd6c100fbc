/** Asks for the record of an alert. It is read page by page from the journal: a long one takes its time. */
import type { AlertRecord } from '../../shared/alerts/record-step.ts'
import { ask, type Answer } from '../live/sign-in.ts'

const within = 30_000

export const askRecord = (unit: string, alert: string): Promise<Answer<AlertRecord>> =>
  ask('GET', `/api/units/${encodeURIComponent(unit)}/alerts/${encodeURIComponent(alert)}`, undefined, within)

/** The alert that an address of this page names; null for the list of all. */
export function alertIn(path: string): string | null {
  const [, page, alert] = path.split('/')
  if (page !== 'record' || !alert) return null
  try {
    return decodeURIComponent(alert)
  } catch {
    return alert
  }
}
