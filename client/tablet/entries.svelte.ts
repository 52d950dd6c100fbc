/** What was entered on this screen and has been answered: refusals until they are read, looks while they can be undone. */
import type { CommandId, StayId } from '../../shared/ids.ts'
import type { Refusal, Says } from '../../shared/refusal.ts'
import type { LiveBoard } from '../live/live-board.ts'
import type { Fields, Sending } from '../live/sending.svelte.ts'

export interface Refused {
  id: string
  fields: Fields
  refusal: Refusal
  says: Says
}

export interface Looked {
  id: CommandId
  stay: StayId
  enteredAt: number
  /** when the person was seen: earlier than entered, if they say so */
  seenAt: number
  recordedAt: number
}

export const undoFor = 10_000

export class Entries {
  #board: LiveBoard
  #known = new WeakSet<Sending>()
  #refused = $state.raw<readonly Refused[]>([])
  #looked = $state.raw<readonly Looked[]>([])

  constructor(board: LiveBoard) {
    this.#board = board
  }

  get refused(): readonly Refused[] {
    return this.#refused
  }

  /** The looks of the last pass, for as long as they may be undone here. */
  get undoable(): readonly Looked[] {
    const last = this.#looked.at(-1)
    if (!last || this.#board.clock.now - last.recordedAt >= undoFor) return []
    return this.#looked.filter(look => look.enteredAt === last.enteredAt && this.#isLast(look))
  }

  /** Only the last look at a person can be undone; one that was entered late may have come before another's. */
  #isLast({ id, stay, seenAt }: Looked): boolean {
    const last = this.#board.rows.checkIns[stay]?.last
    return !last || last.id === id || last.seenAt < seenAt
  }

  /** Also what an earlier life of this page had entered: its refusal must not pass unread. */
  watch(): void {
    for (const sending of this.#board.sendings) this.track(sending)
  }

  track(sending: Sending): void {
    if (this.#known.has(sending)) return
    this.#known.add(sending)
    void sending.settled.then(outcome => {
      const { id, fields, enteredAt } = sending
      if (outcome.outcome === 'refused') {
        const { refusal, says } = outcome
        if (fields.type !== 'alert.raise') this.#refused = [...this.#refused, { id, fields, refusal, says }]
      } else if (fields.type === 'check-in.complete') {
        const recordedAt = this.#board.clock.instant
        const { stay, seenAt = enteredAt } = fields as { stay?: StayId; seenAt?: number }
        const looked = { id: id as CommandId, stay: stay as StayId, enteredAt, seenAt, recordedAt }
        this.#looked = [...this.#looked.slice(-20), looked]
      }
    })
  }

  undo(): void {
    for (const { id, stay } of this.undoable) {
      this.track(this.#board.submit({ type: 'check-in.undo', stay, check: id }))
    }
    this.#looked = []
  }

  read(id: string): void {
    this.#refused = this.#refused.filter(entry => entry.id !== id)
  }
}
