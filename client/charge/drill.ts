/** What drills showed: each by itself, and their own figures. A real alert never counts among them, nor they among those. */
import { figuresOf, listed, over } from '../../shared/alerts/figures.ts'
import type { AlertRow } from '../../shared/alerts/view.ts'
import type { Notice } from '../../shared/alerts/alert.ts'
import type { Rows } from '../../shared/rows.ts'
import { isOver } from '../alerts/open-alerts.ts'
import { displaysOf, type Display, type Screens } from './told.ts'

/** Times in milliseconds since it was raised; null where that has not happened, or never did. */
export interface DrillReport {
  alert: AlertRow
  displays: Display[]
  answered: number | null
  onScene: number | null
  ended: number | null
  told: readonly Notice[]
}

/** Drills that are still in view, the newest first; one that was merged into another is told there. */
export const drillsOf = (alerts: Rows['alerts']): AlertRow[] =>
  Object.values(alerts)
    .filter(({ drill, into }) => drill && into === null)
    .sort((a, b) => b.raisedAt - a.raisedAt || b.raisedSeq - a.raisedSeq)

export function reportOf(alert: AlertRow, screens: Screens): DrillReport {
  const { raisedAt, reached } = alert
  const after = (at: number | null | undefined) => (typeof at === 'number' ? at - raisedAt : null)
  const answered = after(reached?.answered)
  const ended = isOver(alert) ? after(alert.resolvedAt ?? alert.since) : null
  const displays = displaysOf(alert, screens)
  return { alert, displays, answered, onScene: after(reached?.onScene), ended, told: alert.notices ?? [] }
}

export interface DrillFigures {
  count: number
  /** milliseconds since raised, the median by nearest rank of those that got so far; null where none did */
  answered: number | null
  onScene: number | null
}

/** All drills that are closed and known of, as the record counts them, so that the two never disagree. */
export function drillFigures(rows: Pick<Rows, 'alerts' | 'pastAlerts'>): DrillFigures {
  const { count, answered, onScene } = figuresOf('drills', listed(over(rows), true))
  return { count, answered: answered.median, onScene: onScene.median }
}
