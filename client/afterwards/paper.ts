/** Which page of an alert lies on paper, apart from the one that takes the screen. */
import type { AlertRow } from '../../shared/alerts/view.ts'
import { isOver } from '../alerts/open-alerts.ts'

/** `after`: how it ended and what it left. */
export type Paper = 'resolve' | 'restraint' | 'after'

/** What was over before it was resolved here has nothing left to resolve. One that never was keeps its own page. */
export function paperOf(alert: AlertRow, asked: { resolving: boolean; restraining: boolean }): Paper | null {
  if (asked.restraining) return 'restraint'
  if (!isOver(alert)) return asked.resolving ? 'resolve' : null
  return alert.situation === 'cancelled' || alert.situation === 'merged' ? null : 'after'
}
