/** One connected screen: it greets, watches, and leaves. */
import type { Socket } from 'socket.io'
import type { Audience } from '../../shared/audience.ts'
import type { CommandId } from '../../shared/ids.ts'
import type { Down } from '../../shared/protocol/down.ts'
import { farewells, type FarewellReason } from '../../shared/protocol/farewell.ts'
import { Hello, type Welcome } from '../../shared/protocol/hello.ts'
import { Submit, type Outcome } from '../../shared/protocol/submit.ts'
import type { Up } from '../../shared/protocol/up.ts'
import { protocolVersion } from '../../shared/protocol/version.ts'
import { refuse, type Refused } from '../../shared/refusal.ts'
import { Unsure } from '../unit/asked.ts'
import { whyOf } from '../unit/log.ts'
import type { Held } from '../unit/units.ts'
import type { Identity } from './access.ts'
import { Backlog, type Connection } from './backlog.ts'
import { Bucket } from './bucket.ts'
import type { Watched } from './channels.ts'
import type { Gate } from './gate.ts'
import { reportOf } from './report.ts'
import { Spoken, type Situation, type Watching } from './situation.ts'
import { Tally } from './tally.ts'

export type LiveSocket = Socket<Up, Down>

export class Screen<State, Command extends { type: string }> {
  readonly socket: LiveSocket
  readonly identity: Identity
  readonly #gate: Gate<State, Command>
  readonly #hellos: Bucket
  readonly #submits: Bucket
  readonly #backlog = new Backlog()
  readonly #hurried = new Tally()
  #situation: Situation<State, Command>
  #greetings = 0

  constructor(socket: LiveSocket, identity: Identity, gate: Gate<State, Command>) {
    this.socket = socket
    this.identity = identity
    this.#gate = gate
    const now = this.#now
    this.#hellos = new Bucket(gate.limits.hellos, now)
    this.#submits = new Bucket(gate.limits.submits, now)
    this.#situation = { is: 'greeting', since: now }
  }

  get #now(): number {
    return this.#gate.units.around.elapsed()
  }

  /** Parse, then whether it may, then what it lacks. Nobody is answered who must ask again. */
  async hello(asked: unknown, ack: (welcome: Welcome) => void): Promise<void> {
    if (this.#situation.is === 'leaving' || !this.#inTime(this.#hellos)) return
    const spoken = Spoken.safeParse(asked)
    if (spoken.success && spoken.data.protocol !== protocolVersion) return this.part('protocol-old')
    const hello = Hello.safeParse(asked)
    if (!hello.success) return ack(no(refuse('not-understood')))
    if (hello.data.unit !== this.identity.unit) return ack(no(refuse('unit-unknown')))
    await this.#greet(hello.data, ack)
  }

  get #audience(): Audience | null {
    return this.#situation.is === 'watching' ? this.#situation.watched.channel.audience : null
  }

  /** Parse, strict schema, permit, decide, in that order; the last two on one state, by the host. */
  async submit(asked: unknown, ack: (outcome: Outcome) => void): Promise<void> {
    if (this.#situation.is === 'leaving' || !this.#inTime(this.#submits)) return
    const { units, access } = this.#gate
    const submit = Submit.safeParse(asked)
    if (!submit.success) return ack({ outcome: 'refused', ...refuse('not-understood') })
    const { id, ...fields } = submit.data
    const command = units.around.unit.parseCommand(fields)
    if (command === null) return ack({ outcome: 'refused', ...refuse('not-understood') })
    const author = access.authorOf(this.identity, this.#audience)
    if (author === null) return ack({ outcome: 'refused', ...refuse('not-permitted') })
    try {
      ack(await units.submit(this.identity.unit, command, id as CommandId, author))
    } catch (error) {
      if (!(error instanceof Unsure)) this.fault(error)
    }
  }

  painted(asked: unknown): void {
    if (this.#situation.is !== 'watching' || this.identity.kind !== 'display') return
    const { channel, host } = this.#situation.watched
    const report = reportOf(asked, this.identity, channel)
    if (!report) return
    this.#gate.reports.take(this.identity, report.position, this.#gate.units.around.clock.now)
    this.#gate.onPainted(report, host)
  }

  /** Asked once a second: whether it still may, greets in time, and keeps up. */
  look(): void {
    this.#tellHurried()
    const { limits } = this.#gate
    const situation = this.#situation
    if (situation.is === 'leaving') {
      if (this.#now - situation.since > limits.leave) this.#cut()
    } else if (situation.is === 'greeting') {
      if (this.#now - situation.since > limits.greet) this.#cut()
    } else if (!this.#mayStill(situation)) this.part('signed-out')
    if (this.#backlog.tooMuch(this.#connection, this.#now, limits.slow)) this.part('too-slow')
  }

  /** Tells why, and ends the connection. */
  part(reason: FarewellReason): void {
    if (this.#situation.is === 'leaving') return
    const { log, units } = this.#gate
    this.gone()
    this.socket.emit('farewell', { reason, again: farewells[reason] })
    // Not `socket.disconnect()`: after that a stock client never comes back by itself.
    this.socket.conn.close()
    units.around.gauges.parted(reason)
    log('screen.parted', { unit: this.identity.unit, why: reason, screen: this.socket.id })
  }

  /** The connection has ended, or is about to. */
  gone(): void {
    const situation = this.#situation
    this.#greetings++
    this.#situation = { is: 'leaving', since: this.#now }
    if (situation.is === 'watching') this.#unwatch(situation)
  }

  fault(error: unknown): void {
    this.#gate.log('screen.fault', { unit: this.identity.unit, why: whyOf(error), screen: this.socket.id })
  }

  async #greet({ unit, audience, position }: Hello, ack: (welcome: Welcome) => void): Promise<void> {
    const greeting = ++this.#greetings
    const held = await this.#gate.units.hold(unit)
    try {
      const { host } = held
      // It comes from a node that was ahead: what it has seen must not be taken back.
      if (position && position.epoch === host.position.epoch) await host.reach(position.seq)
    } catch (error) {
      held.release()
      throw error
    }
    // Meanwhile it left, or greeted again.
    if (greeting !== this.#greetings) return held.release()
    const refused = this.#gate.access.mayWatch(this.identity, unit, audience, held.host.state)
    if (refused) {
      held.release()
      return ack(no(refused))
    }
    // All in one breath, so that no delta goes out between what it is given now and what it is given next.
    const { channel } = this.#watch(held, audience)
    ack(channel.welcome(this.#gate.units.around.clock.now, position))
  }

  #watch(held: Held<State, Command>, audience: Hello['audience']): Watched<State, Command> {
    const { channels, log } = this.#gate
    const before = this.#situation
    const watched = channels.enter(held.host, audience, this.socket)
    this.#situation = { is: 'watching', watched, held, allowedOn: held.host.state }
    if (before.is === 'watching') this.#unwatch(before, watched)
    log('screen.greeted', { unit: held.host.unit, audience, screen: this.socket.id })
    return watched
  }

  #unwatch(before: Watching<State, Command>, now?: Watched<State, Command>): void {
    if (before.watched !== now) this.#gate.channels.leave(before.watched, this.socket)
    before.held.release()
  }

  #mayStill(situation: Watching<State, Command>): boolean {
    const { host } = situation.held
    if (host.state === situation.allowedOn) return true
    situation.allowedOn = host.state
    const { audience } = situation.watched.channel
    return this.#gate.access.mayWatch(this.identity, host.unit, audience, host.state) === null
  }

  #inTime(bucket: Bucket): boolean {
    if (bucket.take(this.#now)) return true
    this.#hurried.add()
    return this.#tellHurried()
  }

  #tellHurried(): false {
    const [count, { unit }] = [this.#hurried.due(this.#now), this.identity]
    if (count > 0) this.#gate.log('screen.hurried', { unit, screen: this.socket.id, count })
    return false
  }

  /** Does not wait for anybody to read. */
  #cut(): void {
    this.gone()
    this.#connection.transport.socket?.terminate()
  }

  get #connection(): Connection {
    return this.socket.conn as unknown as Connection
  }
}

const no = ({ refusal, says }: Refused): Welcome => ({ ok: false, refusal, says })
