/** What is contained stays open, is told calmly, and asks for nobody. */
import type { AlertRow } from '../../shared/alerts/view.ts'
import type { Rows } from '../../shared/rows.ts'
import * as m from '../../shared/words/compiled/messages.js'
import { stillNeeded } from '../alerts/open-alerts.ts'

export const isContained = ({ situation }: Pick<AlertRow, 'situation'>): boolean => situation === 'contained'

/** How many more people this tablet asks for. */
export const asksFor = (alert: AlertRow): number => (isContained(alert) ? 0 : stillNeeded(alert))

/** By whom, where that may be known here, and when. `time` gives a clock time in words. */
export function containedSays(
  { containedBy, since }: Pick<AlertRow, 'containedBy' | 'since'>,
  members: Rows['members'],
  time: (at: number) => string
): string {
  const name = containedBy === null ? undefined : members[containedBy]?.name
  return name === undefined
    ? m.tablet_contained_at({ time: time(since) })
    : m.tablet_contained_by({ name, time: time(since) })
}
