/** What could not be told outside the board: pagers and browsers that were not reached. */
import type { PageRow } from '../../shared/paging/view.ts'
import type { Rows } from '../../shared/rows.ts'
import { followed, isOver } from '../alerts/open-alerts.ts'

type Known = Pick<Rows, 'alerts' | 'pages'>

/** An attempt has failed, and it is tried again by itself. */
const isFailing = ({ state, attempts }: PageRow): boolean =>
  (state === 'queued' && attempts > 0) || (state === 'trying' && attempts > 1)

/** What was given up, the oldest first; then what fails and is still being tried. */
export const troubled = (pages: Rows['pages']): PageRow[] =>
  Object.values(pages)
    .filter(page => page.state === 'dead' || isFailing(page))
    .sort(
      (a, b) =>
        Number(b.state === 'dead') - Number(a.state === 'dead') ||
        a.queuedAt - b.queuedAt ||
        a.id.localeCompare(b.id)
    )

/** One pager or browser, and all that did not reach it of what is over; never empty. */
export interface Unreached {
  first: PageRow
  pages: PageRow[]
}

export interface Troubles {
  /** of open alerts, those of the one that is looked at first */
  own: PageRow[]
  others: Unreached[]
}

/** Apart: what an alert that is open did not reach, and, by receiver, what is left of those that are over. */
export function troublesOf({ alerts, pages }: Known, shown: string | null): Troubles {
  const all = troubled(pages)
  const about = (page: PageRow) => followed(alerts, page.alert)
  const isOf = (page: PageRow) => {
    const alert = about(page)
    return alert !== undefined && !isOver(alert)
  }
  const isShown = (page: PageRow) => Number(about(page)?.id === shown)
  const own = all.filter(isOf).sort((a, b) => isShown(b) - isShown(a))
  const others = new Map<string, Unreached>()
  for (const page of all.filter(one => !isOf(one))) {
    const to = `${page.by}:${page.to}`
    others.set(to, { first: page, ...others.get(to), pages: [...(others.get(to)?.pages ?? []), page] })
  }
  return { own, others: [...others.values()] }
}

/** Of use also when the alert is over (shared/paging/call.ts has the same; it is not for screens). */
const lasting: readonly PageRow['about'][] = ['overdue', 'resolved', 'cancelled']

/** Only what was given up is tried again by hand, and what calls to an alert only while that one is open. */
export function mayRetry({ state, about, alert }: PageRow, alerts: Rows['alerts']): boolean {
  const row = alerts[alert]
  return state === 'dead' && (lasting.includes(about) || (row !== undefined && !isOver(row)))
}
export const mayDrop = ({ state }: PageRow): boolean => state === 'dead' || state === 'queued'
