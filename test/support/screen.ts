/** A screen as the wire knows it: greets, keeps its rows by deltas and beacons, submits; and can be waited for. */
import { randomUUID } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import type { Audience } from '../../shared/audience.ts'
import type { CommandId, MemberId, UnitId } from '../../shared/ids.ts'
import type { Position } from '../../shared/position.ts'
import type { Beacon } from '../../shared/protocol/beacon.ts'
import type { Delta } from '../../shared/protocol/delta.ts'
import type { Down } from '../../shared/protocol/down.ts'
import type { Farewell } from '../../shared/protocol/farewell.ts'
import type { Welcome } from '../../shared/protocol/hello.ts'
import type { RowSet } from '../../shared/protocol/rows.ts'
import { takeDelta } from '../../shared/protocol/take-delta.ts'
import type { Outcome } from '../../shared/protocol/submit.ts'
import type { Up } from '../../shared/protocol/up.ts'
import { protocolVersion } from '../../shared/protocol/version.ts'
import type { UnitCommand } from '../../shared/unit.ts'
import type { Identity } from '../../server/live/access.ts'

export type Heard =
  | { is: 'welcome'; welcome: Welcome }
  | { is: 'delta'; delta: Delta }
  | { is: 'beacon'; beacon: Beacon }
  | { is: 'farewell'; farewell: Farewell }
  | { is: 'gap' }
  | { is: 'gone'; why: string }

export class TestScreen {
  socket: Socket<Down, Up>
  url: string
  readonly unit: UnitId
  readonly audience: Audience
  readonly heard: Heard[] = []
  rows: RowSet = {}
  position: Position | undefined
  /** that its connection was told last */
  #epoch: string | null = null
  /** the connection that it greets on; an answer on an older one is not waited for */
  #greeting: Socket | undefined
  #waiting: { when: () => boolean; done: () => void }[] = []

  readonly #identity: Identity | null

  constructor(url: string, unit: UnitId, audience: Audience, identity: Identity | null) {
    this.url = url
    this.unit = unit
    this.audience = audience
    this.#identity = identity
    this.socket = this.#connect()
  }

  /** Goes to another node, with what it holds. */
  moveTo(url: string): void {
    this.socket.disconnect()
    this.url = url
    this.socket = this.#connect()
  }

  /** Its connection breaks, as when the network does; it comes back by itself. */
  drop(): void {
    this.socket.io.engine.close()
  }

  #connect(): Socket<Down, Up> {
    const socket: Socket<Down, Up> = io(this.url, {
      path: '/live',
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 20,
      reconnectionDelayMax: 100,
      auth: { identity: this.#identity }
    })
    socket.on('connect', () => void this.hello())
    socket.on('delta', (...delta) => this.#take(delta))
    socket.on('beacon', beacon => this.#hear(beacon))
    socket.on('farewell', farewell => this.#note({ is: 'farewell', farewell }))
    socket.on('disconnect', why => this.#note({ is: 'gone', why }))
    socket.on('connect_error', error => this.#note({ is: 'gone', why: error.message }))
    return socket
  }

  /** Greets with where it stands, and takes in what it is given. An answer that never comes is asked for again. */
  async hello(): Promise<void> {
    const { unit, audience, position, socket } = this
    if (this.#greeting === socket || !socket.connected) return
    this.#greeting = socket
    this.#epoch = null
    const hello = { protocol: protocolVersion, unit, audience, ...(position && { position }) }
    // Without an answer the next beacon, or the next connection, asks again.
    const welcome = await socket
      .timeout(2_500)
      .emitWithAck('hello', hello)
      .catch(() => null)
    if (this.#greeting === socket) this.#greeting = undefined
    if (welcome === null || socket !== this.socket) return
    if (welcome.ok) this.#epoch = ('snapshot' in welcome ? welcome.snapshot : welcome).position.epoch
    if (welcome.ok && 'snapshot' in welcome) {
      this.rows = welcome.snapshot.rows
      this.position = welcome.snapshot.position
    } else if (welcome.ok) {
      for (const delta of welcome.deltas) this.#apply(delta)
    }
    this.#note({ is: 'welcome', welcome })
  }

  /** Resolves to the outcome; rejects when no answer came in time. */
  submit(
    command: UnitCommand | Record<string, unknown>,
    id: string = randomUUID(),
    within = 6_000
  ): Promise<Outcome> {
    return this.socket.timeout(within).emitWithAck('submit', { ...command, id } as never)
  }

  /** As a real screen does: the same id until it is recorded or refused. */
  async insist(command: UnitCommand, id: string = randomUUID()): Promise<Outcome> {
    for (;;) {
      try {
        return await this.submit(command, id, 1_500)
      } catch {
        await this.until(() => this.socket.connected)
      }
    }
  }

  /** Resolves when it holds; looked at after everything that is heard. */
  until(when: () => boolean): Promise<void> {
    if (when()) return Promise.resolve()
    return new Promise(done => this.#waiting.push({ when, done }))
  }

  untilHeard<Is extends Heard['is']>(is: Is): Promise<Extract<Heard, { is: Is }>> {
    const found = (): Heard | undefined => this.heard.find(heard => heard.is === is)
    return this.until(() => found() !== undefined).then(() => found() as Extract<Heard, { is: Is }>)
  }

  of<Is extends Heard['is']>(is: Is): Extract<Heard, { is: Is }>[] {
    return this.heard.filter((heard): heard is Extract<Heard, { is: Is }> => heard.is === is)
  }

  /** Resolves at the next beacon that says it is current, at `seq` or after as its node counts. */
  async untilCurrent(): Promise<void> {
    const before = this.heard.length
    await this.until(() =>
      this.heard
        .slice(before)
        .some(heard => heard.is === 'beacon' && same(heard.beacon.position, this.position))
    )
  }

  close(): void {
    this.socket.disconnect()
  }

  #apply(delta: Delta): boolean {
    const taken = takeDelta({ rows: this.rows, position: this.position ?? null }, delta, this.#epoch)
    // Never sent: a test that meets one has found a fault.
    if (taken === 'unfit') throw new Error(`rows that no delta fits: ${JSON.stringify(delta)}`)
    if (typeof taken === 'string') return false
    this.rows = taken.rows
    this.position = taken.position ?? undefined
    return true
  }

  #take(delta: Delta): void {
    const applied = this.#apply(delta)
    if (!applied && this.#greeting !== this.socket) {
      this.#note({ is: 'gap' })
      void this.hello()
    }
    this.#note({ is: 'delta', delta })
  }

  #hear(beacon: Beacon): void {
    this.#epoch = beacon.position.epoch
    if (!same(beacon.position, this.position)) void this.hello()
    this.#note({ is: 'beacon', beacon })
  }

  #note(heard: Heard): void {
    this.heard.push(heard)
    const met = this.#waiting.filter(({ when }) => when())
    this.#waiting = this.#waiting.filter(waiting => !met.includes(waiting))
    for (const { done } of met) done()
  }
}

const same = (a: Position, b: Position | undefined): boolean => a.epoch === b?.epoch && a.seq === b.seq

export const member = (unit: UnitId, id: string, more: { locked?: boolean } = {}): Identity => {
  return { kind: 'member', unit, member: id as MemberId, locked: false, signIn: `sign-in-${id}`, ...more }
}

export const display = (unit: UnitId, name: string, audience: 'wall' | 'wall-public' = 'wall'): Identity => {
  return { kind: 'display', unit, display: `${unit}~${name}`, name, audience }
}

/** Connects and resolves when it was welcomed (or told that it is not). */
export async function openScreen(
  url: string,
  unit: UnitId,
  audience: Audience,
  identity: Identity | null
): Promise<TestScreen> {
  const screen = new TestScreen(url, unit, audience, identity)
  await screen.until(() => screen.heard.some(({ is }) => is === 'welcome' || is === 'gone'))
  return screen
}

export const newId = (): CommandId => randomUUID() as CommandId
