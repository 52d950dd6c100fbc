/** What was asked for of an alert and has no receipt yet. */
import type { LiveBoard } from '../live/live-board.ts'
import type { Fields } from '../live/sending.svelte.ts'

/** The latest of such a type, null where none is on its way. */
export const askedOf = (
  { sendings }: Pick<LiveBoard, 'sendings'>,
  alert: string,
  type: string
): Fields | null =>
  sendings.findLast(({ fields }) => fields.type === type && fields['alert'] === alert)?.fields ?? null
