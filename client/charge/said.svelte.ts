/** The last thing that was asked of the unit on this screen, and what became of it. */
import type { LiveBoard } from '../live/live-board.ts'
import type { Fields, Sending } from '../live/sending.svelte.ts'

export interface Asked {
  what: string
  sending: Sending
  /** milliseconds since 1970 */
  at: number
}

export class Said {
  #board: LiveBoard
  #last = $state.raw<Asked | null>(null)

  constructor(board: LiveBoard) {
    this.#board = board
  }

  get last(): Asked | null {
    return this.#last
  }

  /** `what`: in words, as it reads once it is recorded. */
  ask(fields: Fields, what: string): Sending {
    const sending = this.#board.submit(fields)
    told(this.#board, sending)
    this.#last = { what, sending, at: this.#board.clock.now }
    return sending
  }

  dismiss(): void {
    this.#last = null
  }
}

/** A refusal is told on the desk itself, at once: nothing of it waits on the device to be dealt with. */
export function told(board: LiveBoard, sending: Sending): void {
  void sending.settled.then(({ outcome }) => {
    if (outcome === 'refused') board.dismiss(sending.id)
  })
}
