/** What was entered on this screen and has been answered: refusals until they are read, looks while they can be undone. */
import type { AlertId, CommandId, MemberId, StayId } from '../../shared/ids.ts'
import type { Refusal, Says } from '../../shared/refusal.ts'
import type { LiveBoard } from '../live/live-board.ts'
import type { Fields, Sending } from '../live/sending.svelte.ts'
import { sentLate, type SentLate } from './sent-late.ts'

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

export interface Resolved {
  alert: AlertId
  at: number
}

/** What commands call whom they are about. */
interface Named {
  alert: AlertId
  to: MemberId
  stay: StayId
  seenAt: number
}

export const undoFor = 10_000
/** How long a look that was recorded here is offered to be corrected beside the round (milliseconds). */
export const latelyFor = 120_000
export const resolvedFor = 60_000

export class Entries {
  #board: LiveBoard
  #known = new WeakSet<Sending>()
  #refused = $state.raw<readonly Refused[]>([])
  #looked = $state.raw<readonly Looked[]>([])
  #late = $state.raw<readonly SentLate[]>([])
  #handedOn = $state.raw<Readonly<Record<string, MemberId>>>({})
  #resolved = $state.raw<Resolved | null>(null)

  constructor(board: LiveBoard) {
    this.#board = board
  }

  /** Also what was refused in an earlier life of this page. */
  get refused(): readonly Refused[] {
    const disputed = this.#board.disputed.flatMap(({ id, fields, state }) =>
      state.is === 'refused' ? [{ id, fields, refusal: state.refusal, says: state.says }] : []
    )
    return [...disputed, ...this.#refused.filter(({ id }) => disputed.every(other => other.id !== id))]
  }

  /** What was recorded well after it was entered, until that was read. */
  get late(): readonly SentLate[] {
    return this.#late
  }

  /** Alerts that this member gave to another, by the latest they named. */
  get handedOn(): Readonly<Record<string, MemberId>> {
    return this.#handedOn
  }

  /** The alert that was resolved from this screen a moment ago. */
  get resolved(): Resolved | null {
    const { now } = this.#board.clock
    return this.#resolved && now - this.#resolved.at < resolvedFor ? this.#resolved : null
  }

  /** The looks of the last pass, for as long as they may be undone here. */
  get undoable(): readonly Looked[] {
    const last = this.#looked.at(-1)
    if (!last || this.#board.clock.now - last.recordedAt >= undoFor) return []
    return this.#looked.filter(look => look.enteredAt === last.enteredAt && this.#isLast(look))
  }

  /** What was looked at last here, once it cannot be undone any more and as long as one may think of it. */
  get lately(): Looked | null {
    const last = this.#looked.at(-1)
    const age = last ? this.#board.clock.now - last.recordedAt : 0
    if (!last || age < undoFor || age >= latelyFor) return null
    const { recent = [] } = this.#board.rows.checkIns[last.stay] ?? {}
    return recent.some(({ id }) => id === last.id) ? last : null
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
      if (outcome.outcome === 'recorded') this.#recorded(sending)
      else if (sending.fields.type !== 'alert.raise') {
        const { refusal, says } = outcome
        this.#refused = [...this.#refused, { id: sending.id, fields: sending.fields, refusal, says }]
      }
    })
  }

  #recorded({ id, fields, enteredAt }: Sending): void {
    const at = this.#board.clock.instant
    const { alert, to, stay, seenAt = enteredAt } = fields as Partial<Named>
    const late = sentLate({ id, fields, enteredAt }, at)
    if (late) this.#late = [...this.#late, late]
    if (fields.type === 'check-in.complete' && stay) {
      const looked = { id: id as CommandId, stay, enteredAt, seenAt, recordedAt: at }
      this.#looked = [...this.#looked.slice(-20), looked]
    }
    if (fields.type === 'alert.acknowledge' && alert && to) {
      this.#handedOn = { ...this.#handedOn, [alert]: to }
    }
    if (fields.type === 'alert.resolve' && alert) this.#resolved = { alert, at }
  }

  undo(): void {
    for (const { id, stay } of this.undoable) {
      this.track(this.#board.submit({ type: 'check-in.undo', stay, check: id }))
    }
    this.#looked = []
  }

  readLate(): void {
    this.#late = []
  }

  /** Sent once more, as another entry: the unit may take now what it did not take then. */
  sendAgain({ id, fields }: Refused, changed: object = {}): void {
    this.track(this.#board.submit({ ...fields, ...changed }))
    this.read(id)
  }

  /** The member has dealt with it: what was entered goes from this device. */
  read(id: string): void {
    this.#board.dismiss(id)
    this.#refused = this.#refused.filter(entry => entry.id !== id)
  }
}
