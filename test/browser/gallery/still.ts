import type { Freshness } from '../../../client/live/freshness.ts'
import type { SendingState } from '../../../client/live/sending.svelte.ts'
import type { Language } from '../../../shared/bilingual.ts'
import type { Beacon } from '../../../shared/protocol/beacon.ts'
import type { Rows } from '../../../shared/rows.ts'

/** Everything the gallery page needs to show one state; passed to it as JSON. */
export interface Still {
  screen: string
  rows: Rows
  /** the unit's time, milliseconds since 1970 */
  now: number
  seq: number
  freshness: Freshness
  /** how far the device's own clock is off, in milliseconds; without it, not at all */
  skew?: number
  language: Language
  theme: 'day' | 'night' | 'contrast'
  screens: NonNullable<Beacon['screens']>
  /** commands without a receipt */
  sendings: {
    id: string
    fields: { type: string; [field: string]: unknown }
    enteredAt: number
    state: SendingState
  }[]
  /** further properties of the screen component */
  props: Record<string, unknown>
  /** how submits made on the page end; without it they stay on their way */
  answers: 'recorded' | 'unsure' | null
}
