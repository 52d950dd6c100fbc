import { without } from '../../shared/memo.ts'
import type { Outcome } from '../../shared/protocol/submit.ts'
import type { Outbox } from './outbox.ts'
import { Sending, type Fields } from './sending.svelte.ts'

/** Sends one submit; calls back with its outcome, or with null when none came in time. */
export type Carry = (submit: Fields & { id: string }, answered: (outcome: Outcome | null) => void) => void

/** Whose entries are kept on this device. For nobody, nothing is kept; what is answered is let go, whoever kept it. */
export interface KeptFor {
  kept: Pick<Outbox, 'keep' | 'release' | 'kept'>
  member: string | null
}

export interface SendingsOptions {
  unit: string
  outbox?: KeptFor | undefined
  /** whether anything can be sent now */
  connected: () => boolean
  carry: Carry
}

/** Everything submitted on this screen that has no receipt yet, sent again under the same id until it has. */
export class Sendings {
  #options: SendingsOptions
  #open = $state.raw<readonly Sending[]>([])
  #keeping: Record<string, Promise<void>> = {}

  constructor(options: SendingsOptions) {
    this.#options = options
  }

  /** oldest first */
  get open(): readonly Sending[] {
    return this.#open
  }

  /** An alert does not wait for a disk: keeping and sending go side by side. */
  add(id: string, fields: Fields, enteredAt: number): Sending {
    const sending = new Sending(id, fields, enteredAt)
    this.#open = [...this.#open, sending]
    this.#keeping[id] = this.#keep(sending)
    this.#send(sending)
    return sending
  }

  /** Takes up what this member entered here before and never saw recorded. */
  async takeUpKept(): Promise<void> {
    const { outbox, unit } = this.#options
    if (!outbox) return
    for (const kept of await outbox.kept.kept(unit)) {
      if (kept.member !== outbox.member || this.#open.some(sending => sending.id === kept.id)) continue
      const sending = new Sending(kept.id, kept.fields, kept.enteredAt)
      sending.keeping(true)
      this.#open = [...this.#open, sending]
      this.#send(sending)
    }
  }

  /** Sends what is unsure once more. */
  again(): void {
    if (!this.#options.connected()) return
    for (const sending of this.#open) if (sending.state.is === 'unsure') this.#send(sending)
  }

  #send(sending: Sending): void {
    if (!sending.open) return
    if (!this.#options.connected()) {
      sending.unsure()
      return
    }
    this.#options.carry({ ...sending.fields, id: sending.id }, outcome => {
      if (outcome === null) sending.unsure()
      else this.#answered(sending, outcome)
    })
  }

  #answered(sending: Sending, outcome: Outcome): void {
    sending.answered(outcome)
    this.#open = this.#open.filter(open => open !== sending)
    void this.#release(sending.id)
  }

  /** Said to be kept once it is, and never before. */
  async #keep(sending: Sending): Promise<void> {
    const { outbox, unit } = this.#options
    const { id, fields, enteredAt } = sending
    if (!outbox || outbox.member === null) return sending.keeping(false)
    const { kept, member } = outbox
    await kept.keep({ id, unit, member, fields, enteredAt }).then(
      () => sending.keeping(true),
      () => sending.keeping(false)
    )
  }

  /** Letting go waits for keeping. */
  async #release(id: string): Promise<void> {
    await this.#keeping[id]
    this.#keeping = without(this.#keeping, id)
    await this.#options.outbox?.kept.release(id).catch(() => undefined)
  }
}
