/**
 * The board: what this screen holds of its unit, kept current. It greets, takes a snapshot or what it missed, applies
 * each delta that starts where it stands, and asks again when one does not. It never guesses.
 */
import type { Position } from '../../shared/position.ts'
import type { Beacon } from '../../shared/protocol/beacon.ts'
import type { Delta } from '../../shared/protocol/delta.ts'
import type { Farewell } from '../../shared/protocol/farewell.ts'
import type { Welcome } from '../../shared/protocol/hello.ts'
import type { Outcome } from '../../shared/protocol/submit.ts'
import type { Up } from '../../shared/protocol/up.ts'
import { protocolVersion } from '../../shared/protocol/version.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Rows } from '../../shared/rows.ts'
import type { BoardOptions } from './board-options.ts'
import { Held } from './held.svelte.ts'
import { openLine, type Line } from './line.ts'
import type { LiveBoard } from './live-board.ts'
import { Clock } from './clock.svelte.ts'
import type { Fields, Sending } from './sending.svelte.ts'
import { Sendings } from './sendings.svelte.ts'
import { reloadOnceServed } from './reload.ts'
import { uuid } from './uuid.ts'

const answerWithin = 2_500
const againAfter = 1_000

export class Board implements LiveBoard {
  readonly clock = new Clock()
  #options: BoardOptions
  #socket: Line
  #held = new Held()
  #screens = $state.raw<NonNullable<Beacon['screens']>>([])
  #refused = $state.raw<Refusal | null>(null)
  #farewell = $state.raw<Farewell | null>(null)
  #sendings: Sendings
  #greeting = false
  #painted: Position | null = null
  #timers: ReturnType<typeof setInterval>[] = []

  constructor(options: BoardOptions, line: Line = openLine(options.display)) {
    this.#options = options
    this.#socket = line
    this.#sendings = new Sendings({
      unit: options.unit,
      outbox: options.outbox,
      connected: () => this.#socket.connected,
      carry: (submit, answered) => this.#carry(submit, answered)
    })
    this.#socket.on('connect', () => this.#greet())
    this.#socket.on('connect_error', error => this.#notLetIn(error))
    this.#socket.on('delta', (...delta) => this.#take(delta))
    this.#socket.on('beacon', beacon => this.#hear(beacon))
    this.#socket.on('farewell', farewell => this.#part(farewell))
    this.#timers.push(
      setInterval(() => this.clock.tick(), 200),
      setInterval(() => this.#sendings.again(), againAfter),
      setInterval(() => this.#report(), 2_000)
    )
  }

  get unit(): string {
    return this.#options.unit
  }

  get rows(): Rows {
    return this.#held.rows
  }

  /** null until the first snapshot */
  get position(): Position | null {
    return this.#held.position
  }

  /** the other screens of the unit: what each has painted, and for how long it has been silent */
  get screens(): NonNullable<Beacon['screens']> {
    return this.#screens
  }

  /** why the server would not let this screen watch */
  get refused(): Refusal | null {
    return this.#refused
  }

  get farewell(): Farewell | null {
    return this.#farewell
  }

  /** commands without a receipt, oldest first */
  get sendings(): readonly Sending[] {
    return this.#sendings.open
  }

  /** Sends a command until it is recorded or refused. */
  submit(fields: Fields, id: string = uuid()): Sending {
    return this.#sendings.add(id, fields, this.clock.instant)
  }

  /** what the unit refused and its member has not dealt with */
  get disputed(): readonly Sending[] {
    return this.#sendings.disputed
  }

  /** The member has dealt with a refusal. */
  dismiss(id: string): void {
    this.#sendings.dismiss(id)
  }

  takeUpKept(): Promise<void> {
    return this.#sendings.takeUpKept()
  }

  close(): void {
    for (const timer of this.#timers) clearInterval(timer)
    this.#sendings.close()
    this.#socket.close()
  }

  #greet(): void {
    if (this.#greeting || !this.#socket.connected) return
    this.#greeting = true
    this.#held.hears(null)
    const { unit, audience } = this.#options
    const { position } = this.#held
    const hello = { protocol: protocolVersion, unit, audience, ...(position && { position }) }
    this.#socket.timeout(answerWithin).emit('hello', hello as Parameters<Up['hello']>[0], (lost, welcome) => {
      this.#greeting = false
      if (!lost) this.#welcome(welcome)
    })
  }

  #welcome(welcome: Welcome): void {
    if (!welcome.ok) {
      this.#refused = welcome.refusal
      return
    }
    this.#refused = null
    this.#farewell = null
    const { position, now } = 'snapshot' in welcome ? welcome.snapshot : welcome
    this.#held.hears(position.epoch)
    if ('snapshot' in welcome) this.#held.replace(welcome.snapshot)
    else for (const delta of welcome.deltas) this.#take(delta)
    this.clock.told(now)
    this.#paintSoon()
    this.#sendings.again()
  }

  #take(delta: Delta): void {
    const taken = this.#held.take(delta)
    if (taken === 'applied') this.#paintSoon()
    else if (taken === 'gap') this.#greet()
  }

  /** A beacon proves nothing to a screen that stands elsewhere: it has to catch up first. */
  #hear({ position, now, age, screens }: Beacon): void {
    this.#held.hears(position.epoch)
    if (this.#held.standsAt(position)) this.clock.heard(now, age)
    else this.#greet()
    if (screens) this.#screens = screens
  }

  #part(farewell: Farewell): void {
    this.#farewell = farewell
    if (farewell.again === 'reload') void reloadOnceServed()
    if (farewell.again === 'never' || farewell.again === 'after-sign-in') this.#socket.disconnect()
    else if (!this.#socket.connected) this.#socket.connect()
  }

  #notLetIn(error: Error & { data?: { refusal?: Refusal } }): void {
    if (error.data?.refusal) this.#refused = error.data.refusal
  }

  #carry(submit: Fields & { id: string }, answered: (outcome: Outcome | null) => void): void {
    this.#socket
      .timeout(answerWithin)
      .emit('submit', submit as Parameters<Up['submit']>[0], (lost, outcome) =>
        answered(lost ? null : outcome)
      )
  }

  /** Two frames after a change its pixels are on the glass. */
  #paintSoon(): void {
    const { position } = this.#held
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        this.#painted = position
        this.#report()
      })
    )
  }

  #report(): void {
    if (this.#painted && this.#socket.connected)
      this.#socket.volatile.emit('painted', { position: this.#painted, ...this.#options.tells?.() })
  }
}
