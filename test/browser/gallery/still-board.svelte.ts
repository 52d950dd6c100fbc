import { uuid } from '../../../client/live/uuid.ts'
import type { LiveBoard } from '../../../client/live/live-board.ts'
import { Sending, type Fields } from '../../../client/live/sending.svelte.ts'
import type { Still } from './still.ts'

/** A board that stands still. What is submitted on it is kept in `submitted`, for a spec to read. */
export class StillBoard implements LiveBoard {
  readonly unit = 'maple-house'
  readonly submitted: { id: string; fields: Fields }[] = []
  #still: Still = $state.raw() as Still
  #sendings = $state.raw<readonly Sending[]>([])
  #disputed = $state.raw<readonly Sending[]>([])

  constructor(still: Still) {
    this.#still = still
    this.#sendings = still.sendings.map(({ id, fields, enteredAt, state }) => {
      const sending = new Sending(id, fields, enteredAt)
      if (state.is === 'unsure') sending.unsure()
      sending.keeping(true)
      return sending
    })
  }

  /** What happened meanwhile: other rows, at another time. */
  become(still: Still): void {
    this.#still = still
  }

  get rows() {
    return this.#still.rows
  }

  get position() {
    return { epoch: 'still', seq: this.#still.seq }
  }

  get clock() {
    const { now, freshness, skew = 0 } = this.#still
    const sure = freshness.is === 'live' || freshness.is === 'late'
    return { now, instant: now, sure, freshness, skew }
  }

  get screens() {
    return this.#still.screens
  }

  readonly refused = null
  readonly farewell = null

  get sendings() {
    return this.#sendings
  }

  get disputed() {
    return this.#disputed
  }

  dismiss(id: string): void {
    this.#disputed = this.#disputed.filter(sending => sending.id !== id)
  }

  submit(fields: Fields, id: string = uuid()): Sending {
    const sending = new Sending(id, fields, this.#still.now)
    this.submitted.push({ id, fields })
    if (this.#still.answers === 'recorded') {
      const { epoch, seq } = this.position
      sending.answered({ outcome: 'recorded', position: { epoch, seq: seq + 1 }, repeated: false })
      return sending
    }
    if (this.#still.answers === 'unsure') sending.unsure()
    this.#sendings = [...this.#sendings, sending]
    return sending
  }
}
