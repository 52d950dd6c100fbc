import type { Line } from '../../../client/live/line.ts'
import type { Position } from '../../../shared/position.ts'
import type { Down } from '../../../shared/protocol/down.ts'
import type { Hello, Welcome } from '../../../shared/protocol/hello.ts'
import type { Outcome } from '../../../shared/protocol/submit.ts'

type Heard = Down & { connect: () => void; connect_error: (error: Error) => void }
type Answer<T> = (answer: T) => void

/** One message that went up, for the test to answer or to leave unanswered. */
export interface Asked<Sent, Answered> {
  sent: Sent
  answer: Answer<Answered>
  /** no answer came within this many milliseconds */
  lose: () => void
  within: number
}

/** A connection in the test's hand: what a board sends stays here, and what it hears the test says. */
export class HandLine {
  connected = false
  readonly hellos: Asked<Hello, Welcome>[] = []
  readonly submits: Asked<{ id: string; type: string }, Outcome>[] = []
  readonly painted: Position[] = []
  readonly done: ('connect' | 'disconnect' | 'close')[] = []
  #listeners: { [Event in keyof Heard]?: (...said: never[]) => void } = {}

  readonly volatile = {
    emit: (_: 'painted', { position }: { position: Position }) => void this.painted.push(position)
  }

  /** as the board takes it */
  get line(): Line {
    return this as unknown as Line
  }

  on<Event extends keyof Heard>(event: Event, listener: Heard[Event]): void {
    this.#listeners[event] = listener
  }

  timeout(within: number) {
    return {
      emit: (event: 'hello' | 'submit', sent: never, ack: (lost: Error | null, answer?: never) => void) => {
        const answer = (answered: unknown) => ack(null, answered as never)
        const asked = { sent, within, lose: () => ack(new Error('no answer')), answer }
        this[event === 'hello' ? 'hellos' : 'submits'].push(asked)
      }
    }
  }

  connect(): void {
    this.done.push('connect')
  }

  disconnect(): void {
    this.connected = false
    this.done.push('disconnect')
  }

  close(): void {
    this.connected = false
    this.done.push('close')
  }

  /** The server says something to the board. */
  says<Event extends keyof Heard>(event: Event, ...said: Parameters<Heard[Event]>): void {
    this.#listeners[event]?.(...(said as never[]))
  }

  opens(): void {
    this.connected = true
    this.says('connect')
  }

  /** Opens, and answers the greeting with everything. */
  welcomes(position: Position, now: number, rows: object = {}): void {
    this.opens()
    this.hellos.at(-1)?.answer({ ok: true, snapshot: { position, now, rows } } as Welcome)
  }
}
