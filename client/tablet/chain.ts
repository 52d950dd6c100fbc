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

export function sentState(
  row: AlertRow | undefined,
  sending: { state: SendingState; enteredAt: number } | undefined,
  now: number
): Sent {
  if (row) return { is: 'recorded', at: row.raisedAt }
  if (!sending) return { is: 'sending' }
  const { state, enteredAt } = sending
  if (state.is === 'recorded') return { is: 'recorded', at: null }
  if (state.is === 'refused') return { is: 'refused' }
  return { is: now - enteredAt >= notSentAfter ? 'not-sent' : 'sending' }
}

type Screens = NonNullable<Beacon['screens']>

/** On how many of the displays it is on the glass now. One that visitors can see never shows an alert. */
export function shownOn(row: AlertRow, screens: Screens): { shown: number; of: number } {
  const staff = screens.filter(({ audience }) => audience !== 'wall-public')
  const shown = staff.filter(({ seq, ago }) => seq >= row.raisedSeq && ago < silentAfter).length
  return { shown, of: staff.length }
}

export const shownNowhere = (row: AlertRow, screens: Screens, now: number): boolean =>
  now - row.raisedAt >= unseenAfter && shownOn(row, screens).shown === 0

/** How many more it asks for. */
export const stillNeeded = ({ needed, coming, there }: AlertRow): number =>
  Math.max(0, needed - coming - there)

export const isOver = ({ situation }: AlertRow): boolean =>
  situation === 'resolved' || situation === 'cancelled'
