/** What the raiser is told of an alert, step by step; nothing is claimed before it is so. */
import type { AlertRow } from '../../shared/alerts/view.ts'
import type { Beacon } from '../../shared/protocol/beacon.ts'
import type { SendingState } from '../live/sending.svelte.ts'

/** Without a receipt for this long (milliseconds), the raiser is told that nobody may know yet. */
export const notSentAfter = 3_000
/** Shown nowhere this long after it was recorded is said. */
export const unseenAfter = 5_000
/** A screen that has been silent for longer proves nothing. */
export const silentAfter = 5_000
/** The unit takes a mistake back for two minutes; after that, resolving says what happened. */
export const mistakeWithin = 120_000

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

/** On how many of the displays it is on the glass now. One that visitors can see never shows an alert. */
export function shownOn(row: AlertRow, screens: Screens): { shown: number; of: number } {
  const staff = screens.filter(({ audience }) => audience !== 'wall-public')
  const shown = staff.filter(({ seq, ago }) => seq >= row.raisedSeq && ago < silentAfter).length
  return { shown, of: staff.length }
}

export const shownNowhere = (row: AlertRow, screens: Screens, now: number): boolean =>
  now - row.raisedAt >= unseenAfter && shownOn(row, screens).shown === 0
