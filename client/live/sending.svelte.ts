import type { Position } from '../../shared/position.ts'
import type { Refusal, Says } from '../../shared/refusal.ts'
import type { Outcome } from '../../shared/protocol/submit.ts'

/** The fields of a command, as `submit` carries them beside the id. */
export interface Fields {
  type: string
  [field: string]: unknown
}

/** Where a submit stands. `unsure` is not failed: the same id is sent again until a receipt or a refusal comes. */
export type SendingState =
  | { is: 'sending' }
  | { is: 'unsure'; tries: number }
  | { is: 'recorded'; position: Position; repeated: boolean }
  | { is: 'refused'; refusal: Refusal; says: Says }

/** One command on its way. Never shown as done before its receipt. */
export class Sending {
  readonly id: string
  readonly fields: Fields
  /** the unit's time when the finger lifted, milliseconds since 1970 */
  readonly enteredAt: number
  /** when this page began to send it, by the device's monotonic clock (milliseconds) */
  readonly startedAt = performance.now()
  readonly settled: Promise<Outcome>
  #state = $state.raw<SendingState>({ is: 'sending' })
  #kept = $state.raw<boolean | null>(null)
  #settle: (outcome: Outcome) => void = () => undefined

  constructor(id: string, fields: Fields, enteredAt: number) {
    this.id = id
    this.fields = fields
    this.enteredAt = enteredAt
    this.settled = new Promise(resolve => (this.#settle = resolve))
  }

  get state(): SendingState {
    return this.#state
  }

  /** whether it would outlive this page: null until the device has said so; false where it refuses, or was not asked */
  get kept(): boolean | null {
    return this.#kept
  }

  get open(): boolean {
    return this.#state.is === 'sending' || this.#state.is === 'unsure'
  }

  keeping(kept: boolean): void {
    this.#kept = kept
  }

  unsure(): void {
    if (this.open)
      this.#state = { is: 'unsure', tries: this.#state.is === 'unsure' ? this.#state.tries + 1 : 1 }
  }

  answered(outcome: Outcome): void {
    if (!this.open) return
    if (outcome.outcome === 'recorded') {
      this.#state = { is: 'recorded', position: outcome.position, repeated: outcome.repeated }
    } else {
      this.#state = { is: 'refused', refusal: outcome.refusal, says: outcome.says }
    }
    this.#settle(outcome)
  }
}
