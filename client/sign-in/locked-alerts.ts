/** Alerts as a locked tablet may show them: what, where and how many. The one most in need first. */
import { rank } from '../../shared/alerts/priority.ts'
import type { AlertRow } from '../../shared/alerts/view.ts'

export interface OpenAlert {
  alert: AlertRow
  /** how many people are still needed; never below 0 */
  short: number
}

export const isOpen = ({ situation }: AlertRow): boolean =>
  situation !== 'resolved' && situation !== 'cancelled'

/** Silent ones never get here: the unit keeps them from a locked tablet. */
export function openAlerts(alerts: Record<string, AlertRow>): OpenAlert[] {
  return Object.values(alerts)
    .filter(isOpen)
    .map(alert => ({ alert, short: Math.max(0, alert.needed - alert.there - alert.coming) }))
    .sort(
      (a, b) =>
        Number(b.alert.priority === 'high') - Number(a.alert.priority === 'high') ||
        Number(b.short > 0) - Number(a.short > 0) ||
        b.alert.raisedAt - a.alert.raisedAt ||
        rank[b.alert.priority] - rank[a.alert.priority]
    )
}
