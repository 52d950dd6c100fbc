/** What could not be told outside the board: pagers and browsers that were not reached. */
import type { PageRow } from '../../shared/paging/view.ts'
import type { Rows } from '../../shared/rows.ts'

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

/** Only what was given up is tried again by hand. */
export const mayRetry = ({ state }: PageRow): boolean => state === 'dead'
export const mayDrop = ({ state }: PageRow): boolean => state === 'dead' || state === 'queued'
