/** What drills showed: each by itself, and their own figures. A real alert never counts among them, nor they among those. */
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
  /** milliseconds since raised, in the middle of those that got so far; null where none did */
  answered: number | null
  onScene: number | null
}

/** All drills that are over and known of: those in view, and those that have left it. */
export function drillFigures({ alerts, pastAlerts }: Pick<Rows, 'alerts' | 'pastAlerts'>): DrillFigures {
  const over = drillsOf(alerts).filter(alert => isOver(alert) && alert.situation !== 'cancelled')
  const past = Object.values(pastAlerts).filter(({ drill, ended }) => drill && ended === 'closed')
  const all = [...over.map(alert => reportOf(alert, [])), ...past]
  return {
    count: all.length,
    answered: median(all.map(({ answered }) => answered)),
    onScene: median(all.map(({ onScene }) => onScene))
  }
}

function median(all: readonly (number | null)[]): number | null {
  const known = all.filter(one => one !== null).sort((a, b) => a - b)
  const [low, high] = [known[Math.ceil(known.length / 2) - 1], known[Math.floor(known.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
