/**
 * The board: what this screen holds of its unit, kept current. It greets, takes a snapshot or what it missed, applies
 * each delta that starts where it stands, and asks again when one does not. A screen shows what was recorded; it never
 * guesses.
 */
import { io, type Socket } from 'socket.io-client'
import type { Audience } from '../../shared/audience.ts'
import type { Position } from '../../shared/position.ts'
import type { Beacon } from '../../shared/protocol/beacon.ts'
import type { Delta } from '../../shared/protocol/delta.ts'
import { applyDelta } from '../../shared/protocol/difference.ts'
import type { Down } from '../../shared/protocol/down.ts'
import type { Farewell } from '../../shared/protocol/farewell.ts'
import type { Welcome } from '../../shared/protocol/hello.ts'
import type { RowSet } from '../../shared/protocol/rows.ts'
import type { Snapshot } from '../../shared/protocol/snapshot.ts'
import type { Outcome } from '../../shared/protocol/submit.ts'
import type { Up } from '../../shared/protocol/up.ts'
import { protocolVersion } from '../../shared/protocol/version.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Rows } from '../../shared/rows.ts'
import type { LiveBoard } from './live-board.ts'
import { Clock } from './clock.svelte.ts'
import type { Outbox } from './outbox.ts'
import { Sending, type Fields } from './sending.svelte.ts'

export interface BoardOptions {
  unit: string
  audience: Audience
  /** a display's token; members come with their sign-in's cookie */
  display?: string
  /** whose entries are kept here; without it nothing is kept over a reload */
  outbox?: { kept: Outbox; member: string }
}

export const noRows: Rows = {
  unit: {},
  places: {},
  stays: {},
  members: {},
  groups: {},
  meetings: {},
  alerts: {},
  checkIns: {},
  tallies: {}
}

const answerWithin = 2_500
const againAfter = 1_000

export class Board implements LiveBoard {
  readonly clock = new Clock()
  #options: BoardOptions
  #socket: Socket<Down, Up>
  #rows = $state.raw<Rows>(noRows)
  #position = $state.raw<Position | null>(null)
  #screens = $state.raw<NonNullable<Beacon['screens']>>([])
  #refused = $state.raw<Refusal | null>(null)
  #farewell = $state.raw<Farewell | null>(null)
  #sendings = $state.raw<readonly Sending[]>([])
  #greeting = false
  #keeping = new Map<string, Promise<void>>()
  #painted: Position | null = null
  #timers: ReturnType<typeof setInterval>[] = []

  constructor(options: BoardOptions) {
    this.#options = options
    this.#socket = io({
      path: '/live',
      transports: ['websocket'],
      reconnectionDelay: 250,
      reconnectionDelayMax: 2_000,
      timeout: 4_000,
      ...(options.display && { auth: { display: options.display } })
    })
    this.#socket.on('connect', () => this.#greet())
    this.#socket.on('connect_error', error => this.#notLetIn(error))
    this.#socket.on('delta', delta => this.#take(delta))
    this.#socket.on('beacon', beacon => this.#hear(beacon))
    this.#socket.on('farewell', farewell => this.#part(farewell))
    this.#timers.push(
      setInterval(() => this.clock.tick(), 200),
      setInterval(() => this.#resend(), againAfter),
      setInterval(() => this.#report(), 2_000)
    )
  }

  get rows(): Rows {
    return this.#rows
  }

  /** null until the first snapshot */
  get position(): Position | null {
    return this.#position
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
    return this.#sendings
  }

  /** Sends a command until it is recorded or refused. Kept in the outbox, where there is one, before it is sent. */
  submit(fields: Fields, id: string = crypto.randomUUID()): Sending {
    const sending = new Sending(id, fields, this.clock.instant)
    this.#sendings = [...this.#sendings, sending]
    this.#keeping.set(id, this.#keep(sending))
    this.#send(sending)
    return sending
  }

  /** Takes up what this member entered here before and never saw recorded. */
  async takeUpKept(): Promise<void> {
    const { outbox, unit } = this.#options
    if (!outbox) return
    for (const kept of await outbox.kept.kept(unit)) {
      if (kept.member !== outbox.member || this.#sendings.some(s => s.id === kept.id)) continue
      const sending = new Sending(kept.id, kept.fields, kept.enteredAt)
      this.#sendings = [...this.#sendings, sending]
      this.#send(sending)
    }
  }

  close(): void {
    for (const timer of this.#timers) clearInterval(timer)
    this.#socket.close()
  }

  #greet(): void {
    if (this.#greeting || !this.#socket.connected) return
    this.#greeting = true
    const { unit, audience } = this.#options
    const position = this.#position ?? undefined
    const hello = { protocol: protocolVersion, unit, audience, ...(position && { position }) }
    this.#socket.timeout(answerWithin).emit('hello', hello as Parameters<Up['hello']>[0], (lost, welcome) => {
      this.#greeting = false
      if (lost) return
      this.#welcome(welcome)
    })
  }

  #welcome(welcome: Welcome): void {
    if (!welcome.ok) {
      this.#refused = welcome.refusal
      return
    }
    this.#refused = null
    this.#farewell = null
    if ('snapshot' in welcome) this.#replace(welcome.snapshot)
    else {
      for (const delta of welcome.deltas) this.#take(delta)
      this.clock.heard(welcome.now, 0)
    }
    this.#resend()
  }

  #replace({ rows, position, now }: Snapshot): void {
    this.#rows = { ...noRows, ...(rows as Partial<Rows>) }
    this.#position = position
    this.clock.heard(now, 0)
    this.#paintSoon()
  }

  #take(delta: Delta): void {
    const at = this.#position
    if (!at || delta.position.epoch !== at.epoch || delta.since !== at.seq) {
      if (at && delta.position.epoch === at.epoch && delta.position.seq <= at.seq) return
      this.#greet()
      return
    }
    this.#rows = applyDelta(this.#rows as RowSet, delta) as unknown as Rows
    this.#position = delta.position
    this.#paintSoon()
  }

  #hear({ position, now, age, screens }: Beacon): void {
    const at = this.#position
    const current = at !== null && position.epoch === at.epoch && position.seq === at.seq
    // A beacon proves nothing to a screen that stands elsewhere: it has to catch up first.
    if (current) this.clock.heard(now, age)
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

  async #keep({ id, fields, enteredAt }: Sending): Promise<void> {
    const { outbox, unit } = this.#options
    if (outbox) await outbox.kept.keep({ id, unit, member: outbox.member, fields, enteredAt })
  }

  /** An alert does not wait for a disk: keeping and sending go side by side, and letting go waits for keeping. */
  async #release(id: string): Promise<void> {
    await this.#keeping.get(id)?.catch(() => undefined)
    this.#keeping.delete(id)
    await this.#options.outbox?.kept.release(id).catch(() => undefined)
  }

  #send(sending: Sending): void {
    if (!sending.open) return
    if (!this.#socket.connected) {
      sending.unsure()
      return
    }
    const submit = { ...sending.fields, id: sending.id } as Parameters<Up['submit']>[0]
    this.#socket.timeout(answerWithin).emit('submit', submit, (lost, outcome) => {
      if (lost) sending.unsure()
      else this.#answered(sending, outcome)
    })
  }

  #answered(sending: Sending, outcome: Outcome): void {
    sending.answered(outcome)
    this.#sendings = this.#sendings.filter(open => open !== sending)
    void this.#release(sending.id)
  }

  #resend(): void {
    if (!this.#socket.connected) return
    for (const sending of this.#sendings) if (sending.state.is === 'unsure') this.#send(sending)
  }

  /** Two frames after a change its pixels are on the glass. */
  #paintSoon(): void {
    const position = this.#position
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        this.#painted = position
        this.#report()
      })
    )
  }

  #report(): void {
    if (this.#painted && this.#socket.connected)
      this.#socket.volatile.emit('painted', { position: this.#painted })
  }
}

async function reloadOnceServed(): Promise<void> {
  const served = await fetch('/healthz').then(
    answer => answer.ok,
    () => false
  )
  if (served) location.reload()
  else setTimeout(() => void reloadOnceServed(), 2_000)
}
