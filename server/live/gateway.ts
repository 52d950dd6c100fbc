/** Socket.IO, wired: who connects is identified, then is a screen. One timer serves them all. */
import type { Server as HttpServer } from 'node:http'
import { Server } from 'socket.io'
import { audiences, hearsOfScreens, type Audience } from '../../shared/audience.ts'
import type { UnitId } from '../../shared/ids.ts'
import type { Down } from '../../shared/protocol/down.ts'
import type { FarewellReason } from '../../shared/protocol/farewell.ts'
import type { Up } from '../../shared/protocol/up.ts'
import { isRefused } from '../../shared/refusal.ts'
import { whyOf } from '../unit/log.ts'
import type { Units } from '../unit/units.ts'
import type { Access, Identity, Revoked } from './access.ts'
import { Channels, type Watched } from './channels.ts'
import { encodeOnce } from './encode-once.ts'
import { sendAll } from './frames.ts'
import { usualLive, type Gate, type LiveLimits } from './gate.ts'
import type { LiveLog } from './log.ts'
import { ownOrigin } from './origin.ts'
import type { OnPainted } from './report.ts'
import { Reports } from './reports.ts'
import { Screen, type LiveSocket } from './screen.ts'

export interface GatewayOptions<State, Command extends { type: string }> {
  server: HttpServer
  units: Units<State, Command>
  access: Access<State, Command>
  log: LiveLog
  /** origins besides the server's own that pages may come from, as `https://board.example` */
  origins?: readonly string[]
  limits?: Partial<LiveLimits>
  onPainted?: OnPainted<State, Command>
}

const second = 1_000

export class Gateway<State, Command extends { type: string }> {
  readonly #io: Server<Up, Down>
  readonly #gate: Gate<State, Command>
  readonly #screens = new Map<string, Screen<State, Command>>()
  readonly #tick: NodeJS.Timeout
  readonly #unlisten: () => void
  #draining = false

  constructor(options: GatewayOptions<State, Command>) {
    const { server, units, access, log, origins = [], onPainted = () => undefined } = options
    const channels = new Channels<State, Command>(
      {
        delta: ({ screens }, delta) => sendAll(screens, 'delta', ...delta),
        beacon: watched => this.#beacon(watched),
        took: (milliseconds, screens) => units.around.gauges.fannedOut(milliseconds, screens)
      },
      units.around.elapsed
    )
    const reports = new Reports(units.around.journal)
    const limits = { ...usualLive, ...options.limits }
    this.#gate = { units, access, channels, reports, limits, log, onPainted }
    this.#io = new Server(server, {
      path: '/live',
      transports: ['websocket'],
      serveClient: false,
      perMessageDeflate: false,
      maxHttpBufferSize: 16 * 1024,
      connectTimeout: 5 * second,
      pingInterval: 10 * second,
      pingTimeout: 10 * second,
      allowRequest: (request, answer) => answer(null, !this.#draining && ownOrigin(request, origins))
    })
    encodeOnce(this.#io)
    this.#io.use((socket, next) => void this.#identify(socket, next))
    this.#io.on('connection', socket => this.#welcome(socket))
    units.onChanged(host => channels.changed(host))
    this.#unlisten = access.onRevoked(revoked => this.#revoke(revoked))
    this.#tick = setInterval(() => this.#everySecond(), second)
  }

  /** screens that watch, by audience */
  get screens(): Record<Audience, number> {
    const counts = Object.fromEntries(audiences.map(audience => [audience, 0])) as Record<Audience, number>
    for (const { channel, screens } of this.#gate.channels.all) counts[channel.audience] += screens.size
    return counts
  }

  /**
   * Lets nobody in any more, waits a moment for commands under way, then sends every screen to another node. Resolves
   * when all connections are over.
   */
  async drain(): Promise<void> {
    this.#draining = true
    this.#gate.log('live.draining', {})
    this.#unlisten()
    await soon(this.#gate.units.settled(), 2 * second)
    const over = [...this.#screens.values()].map(
      screen => new Promise(end => screen.socket.once('disconnect', end))
    )
    for (const screen of this.#screens.values()) screen.part('draining')
    await soon(Promise.all(over), this.#gate.limits.leave)
    clearInterval(this.#tick)
    this.#io.engine.close()
  }

  async #identify(socket: LiveSocket, next: (error?: Error) => void): Promise<void> {
    try {
      const { request, handshake } = socket
      const identity = await this.#gate.access.identify({ request, auth: handshake.auth })
      if (isRefused(identity)) return next(Object.assign(new Error(identity.refusal), { data: identity }))
      socket.data = identity
      next()
    } catch (error) {
      // Not known is not "no": the screen comes again by itself when its connection just ends.
      this.#gate.log('screen.fault', { why: whyOf(error) })
      socket.conn.close()
    }
  }

  #welcome(socket: LiveSocket): void {
    const screen = new Screen(socket, socket.data as Identity, this.#gate)
    forget(socket)
    this.#screens.set(socket.id, screen)
    const safely = (asked: Promise<void>): void => void asked.catch((error: unknown) => screen.fault(error))
    // What comes in may be anything at all, also without the function that answers it.
    socket.on('hello', (hello: unknown, ack: unknown) => {
      if (typeof ack === 'function') safely(screen.hello(hello, ack as Parameters<Up['hello']>[1]))
    })
    socket.on('submit', (submit: unknown, ack: unknown) => {
      if (typeof ack === 'function') safely(screen.submit(submit, ack as Parameters<Up['submit']>[1]))
    })
    socket.on('painted', (painted: unknown) => screen.painted(painted))
    socket.on('disconnect', () => {
      this.#screens.delete(socket.id)
      screen.gone()
    })
  }

  #everySecond(): void {
    for (const screen of this.#screens.values()) screen.look()
    const { channels, reports } = this.#gate
    const asked = new Set<UnitId>()
    for (const watched of channels.all) {
      this.#beacon(watched)
      if (hearsOfScreens(watched.channel.audience)) asked.add(watched.host.unit)
    }
    reports.exchange(asked)
  }

  #beacon({ host, channel, screens: all }: Watched<State, Command>): void {
    const { reports, units } = this.#gate
    const { now } = units.around.clock
    const { position } = channel
    const screens = hearsOfScreens(channel.audience) && { screens: reports.screens(host.unit, position, now) }
    sendAll(all, 'beacon', { position, now, age: host.age, ...screens })
  }

  #revoke(revoked: Revoked): void {
    for (const screen of this.#screens.values()) {
      const reason = reasonFor(revoked, screen.identity)
      if (reason) screen.part(reason)
    }
  }
}

function reasonFor(revoked: Revoked, identity: Identity): FarewellReason | null {
  if (identity.kind === 'display') {
    return revoked.kind === 'display' && revoked.display === identity.display ? 'revoked' : null
  }
  if (revoked.kind === 'sign-in') return revoked.signIn === identity.signIn ? revoked.reason : null
  const { unit, member } = identity
  return revoked.kind === 'member' && revoked.unit === unit && revoked.member === member ? 'signed-out' : null
}

/** The request of a connection is some kilobytes that nobody asks for again. */
function forget(socket: LiveSocket): void {
  const holders: { request?: unknown }[] = [socket.conn, socket.client] as never
  for (const holder of holders) delete holder.request
}

async function soon(awaited: Promise<unknown>, limit: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  await Promise.race([awaited, new Promise(resolve => (timer = setTimeout(resolve, limit)))])
  clearTimeout(timer)
}
