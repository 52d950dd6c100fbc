/**
 * A member of the demo: signs in like anyone, holds a tablet's rows, and submits over the public wire. It knows nothing
 * of the server but its address.
 */
import { io, type Socket } from 'socket.io-client'
import type { Position } from '../../shared/position.ts'
import type { Delta } from '../../shared/protocol/delta.ts'
import type { Down } from '../../shared/protocol/down.ts'
import type { Outcome } from '../../shared/protocol/submit.ts'
import type { RowSet } from '../../shared/protocol/rows.ts'
import { takeDelta } from '../../shared/protocol/take-delta.ts'
import type { Up } from '../../shared/protocol/up.ts'
import { protocolVersion } from '../../shared/protocol/version.ts'
import type { Rows } from '../../shared/rows.ts'
import type { UnitCommand } from '../../shared/unit.ts'

const answerWithin = 5_000

export class Actor {
  readonly member: string
  #unit: string
  #socket: Socket<Down, Up>
  #rows: RowSet = {}
  #position: Position | null = null
  /** the one that the connection was told last */
  #epoch: string | null = null
  #offset = 0

  private constructor(unit: string, member: string, socket: Socket<Down, Up>) {
    this.#unit = unit
    this.member = member
    this.#socket = socket
    socket.on('connect', () => {
      this.#epoch = null
      void this.#greet()
    })
    socket.on('delta', (...delta) => this.#take(delta))
    socket.on('beacon', ({ position, now }) => {
      this.#offset = now - Date.now()
      this.#epoch = position.epoch
      const { epoch, seq } = this.#position ?? {}
      if (epoch !== position.epoch || seq !== position.seq) void this.#greet()
    })
  }

  /** Rejects with the server's own sentence when the sign-in is refused. */
  static async signIn(origin: string, unit: string, member: string, pin: string): Promise<Actor> {
    const answer = await fetch(`${origin}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify({ unit, member, pin })
    })
    if (!answer.ok) throw new Error(`${member} could not sign in: ${await said(answer)}`)
    const cookie = answer.headers
      .getSetCookie()
      .map(line => line.split(';')[0])
      .join('; ')
    const socket: Socket<Down, Up> = io(origin, {
      path: '/live',
      transports: ['websocket'],
      extraHeaders: { cookie, origin }
    })
    const actor = new Actor(unit, member, socket)
    await actor.#greeted()
    return actor
  }

  get rows(): Rows {
    return this.#rows as unknown as Rows
  }

  /** the journal's clock, milliseconds since 1970 */
  get now(): number {
    return Date.now() + this.#offset
  }

  async submit(command: UnitCommand): Promise<Outcome> {
    const submit = { id: crypto.randomUUID(), ...command }
    for (;;) {
      try {
        return await this.#socket.timeout(answerWithin).emitWithAck('submit', submit as never)
      } catch {
        if (!this.#socket.active) throw new Error('the server has ended the connection')
      }
    }
  }

  leave(): void {
    this.#socket.close()
  }

  #greeted(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#socket.once('connect_error', reject)
      const look = () => (this.#position ? resolve() : setTimeout(look, 50))
      look()
    })
  }

  async #greet(): Promise<void> {
    const hello = {
      protocol: protocolVersion,
      unit: this.#unit,
      audience: 'tablet',
      ...(this.#position && { position: this.#position })
    }
    const welcome = await this.#socket.timeout(answerWithin).emitWithAck('hello', hello as never)
    if (!welcome.ok) throw new Error(`not let in: ${welcome.refusal}`)
    this.#epoch = ('snapshot' in welcome ? welcome.snapshot : welcome).position.epoch
    if ('snapshot' in welcome) {
      this.#rows = welcome.snapshot.rows
      this.#position = welcome.snapshot.position
    } else for (const delta of welcome.deltas) this.#take(delta)
  }

  #take(delta: Delta): void {
    const taken = takeDelta({ rows: this.#rows, position: this.#position }, delta, this.#epoch)
    if (typeof taken === 'string') {
      if (taken === 'unfit') this.#position = null // the next beacon asks for everything anew
      return
    }
    this.#rows = taken.rows
    this.#position = taken.position
  }
}

async function said(answer: Response): Promise<string> {
  const problem = (await answer.json().catch(() => ({}))) as { detail?: string; title?: string }
  return problem.detail ?? problem.title ?? `${answer.status}`
}
