import type { Position } from '../../shared/position.ts'
import type { Beacon } from '../../shared/protocol/beacon.ts'
import type { Farewell } from '../../shared/protocol/farewell.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Rows } from '../../shared/rows.ts'
import type { Freshness } from './freshness.ts'
import type { Fields, Sending } from './sending.svelte.ts'

/** What a screen may ask of its board; `Board` is the one that speaks to the server. */
export interface LiveBoard {
  readonly unit: string
  readonly rows: Rows
  readonly position: Position | null
  readonly clock: {
    readonly now: number
    readonly instant: number
    readonly sure: boolean
    readonly freshness: Freshness
    readonly skew: number
  }
  readonly screens: NonNullable<Beacon['screens']>
  readonly refused: Refusal | null
  readonly farewell: Farewell | null
  readonly sendings: readonly Sending[]
  /** what the unit refused and this member has not dealt with */
  readonly disputed: readonly Sending[]
  submit(fields: Fields, id?: string): Sending
  /** what was refused is let go: its member has dealt with it */
  dismiss(id: string): void
}
