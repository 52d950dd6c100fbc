/** What the raiser is told of an alert, step by step; nothing is claimed before it is so. */
import type { AlertRow } from '../../shared/alerts/view.ts'
import type { Beacon } from '../../shared/protocol/beacon.ts'
import type { SendingState } from '../live/sending.svelte.ts'
import { isAgain } from '../../shared/alerts/began.ts'
import { shownWithin } from '../../shared/alerts/within.ts'

/** Without a receipt for this long (milliseconds), the raiser is told that nobody may know yet. */
export const notSentAfter = 3_000
/** A screen that has been silent for longer proves nothing. */
export const silentAfter = 5_000

export type Sent =
  | { is: 'sending' }
  /** nobody can be told that it arrived; it is still being tried */
  | { is: 'not-sent' }
  | { is: 'refused' }
  /** `at` is null between the receipt and the row */
  | { is: 'recorded'; at: number | null }

/**
 * `waited`: for how long it has been on its way (milliseconds), by a clock that also runs before the unit's is known.
 * Without a `state` nothing here still sends it.
 */
export function sentState(row: AlertRow | undefined, state: SendingState | undefined, waited: number): Sent {
  if (row) return { is: 'recorded', at: row.raisedAt }
  if (state?.is === 'recorded') return { is: 'recorded', at: null }
  if (state?.is === 'refused') return { is: 'refused' }
  return { is: waited >= notSentAfter ? 'not-sent' : 'sending' }
}

/** A locked tablet can always be got back to: its PIN pad lies under the chain. A member first sees what became of it. */
export const mayClose = (locked: boolean, { is }: Sent): boolean => locked || is !== 'sending'

type Screens = NonNullable<Beacon['screens']>

/** No public wall shows an alert, and no covered one what is silent. */
const mayShow = ({ silent }: AlertRow, audience: Screens[number]['audience']): boolean =>
  audience !== 'wall-public' && !(silent && audience === 'locked')

/**
 * On how many displays it has been on the glass since it began, as the unit recorded it. Where names may not be shown that
 * is not told: there it counts who says now that they have painted it. Null where not even that can tell: it began again.
 */
export function shownOn(row: AlertRow, screens: Screens): { shown: number; of: number } | null {
  const may = screens.filter(({ audience }) => mayShow(row, audience))
  if (row.shown) {
    const names = row.shown.map(({ screen }) => screen)
    return { shown: names.length, of: new Set([...names, ...may.map(({ name }) => name)]).size }
  }
  if (isAgain(row)) return row.unshown ? { shown: 0, of: may.length } : null
  const shown = may.filter(({ seq, ago }) => seq >= row.raisedSeq && ago < silentAfter).length
  return { shown, of: may.length }
}

/** The unit says so, or has had as long as it takes to. */
export const shownNowhere = (row: AlertRow, screens: Screens, now: number): boolean =>
  shownOn(row, screens)?.shown === 0 && (row.unshown || now - row.ladderFrom >= shownWithin)
