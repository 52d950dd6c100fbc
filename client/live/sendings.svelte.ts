import type { Outcome } from '../../shared/protocol/submit.ts'
import { Keeping, type KeptFor } from './keeping.ts'
import { Sending, type Fields } from './sending.svelte.ts'
import { Turn } from './turn.ts'

/** Sends one submit; calls back with its outcome, or with null when none came in time. */
export type Carry = (submit: Fields & { id: string }, answered: (outcome: Outcome | null) => void) => void

export interface SendingsOptions {
  unit: string
  outbox?: KeptFor | undefined
  /** whether anything can be sent now */
  connected: () => boolean
  carry: Carry
}

/**
 * Everything submitted on this screen that has no receipt yet, sent again under the same id until it has. Of one line
 * the next is sent when the one before was answered; what stands in no line waits for nothing.
 */
export class Sendings {
  #options: SendingsOptions
  #keeping: Keeping
  #turn: Turn | undefined
  #open = $state.raw<readonly Sending[]>([])
  #disputed = $state.raw<readonly Sending[]>([])
  #underway = new WeakSet<Sending>()
  /** found no answer; left alone until it is time to try again */
  #resting = new WeakSet<Sending>()

  constructor(options: SendingsOptions) {
    this.#options = options
    this.#keeping = new Keeping(options.unit, options.outbox)
    const { member = null, locks } = options.outbox ?? {}
    if (member === null) return
    const name = `milieu-sending:${options.unit}:${member}`
    this.#turn = new Turn({ name, locks, look: () => this.#look(), go: () => this.#send() })
  }

  /** oldest first */
  get open(): readonly Sending[] {
    return this.#open
  }

  /** what the unit refused and its member has not dealt with yet, oldest first */
  get disputed(): readonly Sending[] {
    return this.#disputed
  }

  /** Keeping and sending go side by side: what is urgent does not wait for a disk. */
  add(id: string, fields: Fields, enteredAt: number): Sending {
    const sending = new Sending(id, fields, enteredAt)
    this.#open = [...this.#open, sending]
    this.#keeping.keep(sending)
    this.#send()
    return sending
  }

  /** Takes up what this member entered here before and never saw settled. */
  async takeUpKept(): Promise<void> {
    this.#takeIn(await this.#keeping.mine())
    this.#send()
  }

  /** Sends once more what found no answer. */
  again(): void {
    this.#resting = new WeakSet()
    this.#send()
  }

  /** The member has dealt with a refusal: what they entered goes. */
  dismiss(id: string): void {
    this.#disputed = this.#disputed.filter(sending => sending.id !== id)
    this.#keeping.release(id)
  }

  close(): void {
    this.#turn?.give()
  }

  #lineOf({ fields }: Sending): string | null {
    return this.#options.outbox?.lineOf?.(fields) ?? null
  }

  /** What may go now: the first of each line, in the turn of this page, and everything that stands in none. */
  #ready(): Sending[] {
    const lines: string[] = []
    return this.#open.filter(sending => {
      const line = this.#lineOf(sending)
      if (line === null) return true
      const first = !lines.includes(line)
      lines.push(line)
      return first && (this.#turn?.has ?? true)
    })
  }

  #send(): void {
    if (!this.#options.connected()) {
      for (const sending of this.#open) if (sending.state.is === 'sending') sending.unsure()
      this.#turn?.give()
      return
    }
    for (const sending of this.#ready()) this.#carry(sending)
    this.#weighTurn()
  }

  /** Asked for while something stands in a line; given up once nothing does, or nobody answers. */
  #weighTurn(): void {
    if (!this.#turn) return
    const lined = this.#open.filter(sending => this.#lineOf(sending) !== null)
    if (lined.some(sending => !this.#resting.has(sending) && !this.#blocked(sending))) this.#turn.take()
    else this.#turn.give()
  }

  /** Behind one that found no answer. */
  #blocked(sending: Sending): boolean {
    const line = this.#lineOf(sending)
    const first = this.#open.find(one => this.#lineOf(one) === line)
    return first !== undefined && this.#resting.has(first)
  }

  #carry(sending: Sending): void {
    if (this.#underway.has(sending) || this.#resting.has(sending)) return
    this.#underway.add(sending)
    this.#options.carry({ ...sending.fields, id: sending.id }, outcome => {
      this.#underway.delete(sending)
      if (outcome === null) this.#unanswered(sending)
      else if (sending.open) this.#answered(sending, outcome)
      this.#send()
    })
  }

  #unanswered(sending: Sending): void {
    sending.unsure()
    this.#resting.add(sending)
  }

  #answered(sending: Sending, outcome: Outcome): void {
    sending.answered(outcome)
    this.#open = this.#open.filter(open => open !== sending)
    if (outcome.outcome === 'refused' && this.#keeping.refuse(sending, outcome))
      this.#disputed = [...this.#disputed, sending]
    else this.#keeping.release(sending.id)
  }

  /** Before this page sends in its turn it looks what other pages of the device left, or had answered. */
  async #look(): Promise<void> {
    this.#takeIn(await this.#keeping.mine())
  }

  #takeIn(kept: readonly Sending[]): void {
    for (const sending of kept) {
      const known = [...this.#open, ...this.#disputed].find(({ id }) => id === sending.id)
      if (sending.open && !known) this.#open = [...this.#open, sending]
      if (sending.state.is !== 'refused') continue
      const { refusal, says } = sending.state
      if (!known) this.#disputed = [...this.#disputed, sending]
      else if (known.open) this.#answered(known, { outcome: 'refused', refusal, says })
    }
    this.#open = this.#keeping.inOrder(this.#open)
  }
}
