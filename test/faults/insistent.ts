/**
 * A client that does what a screen promises: it sends a command under one id until it is told the outcome, through
 * whatever node answers, and writes down what it sent and what it was told.
 */
import { randomUUID } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import type { Outcome } from '../../shared/protocol/submit.ts'
import { protocolVersion } from '../../shared/protocol/version.ts'
import type { UnitCommand } from '../../shared/unit.ts'

export interface Told {
  id: string
  command: UnitCommand
  tries: number
  /** null while nobody has said how it ended: unsure */
  outcome: Outcome | null
}

export class Insistent {
  readonly told: Told[] = []
  #sockets: Socket[]
  #turn = 0

  constructor(origins: string[], unit: string, cookie: string) {
    this.#sockets = origins.map(origin => {
      const socket = io(origin, {
        path: '/live',
        transports: ['websocket'],
        forceNew: true,
        reconnectionDelay: 50,
        reconnectionDelayMax: 200,
        extraHeaders: { cookie, origin }
      })
      const hello = { protocol: protocolVersion, unit, audience: 'tablet' }
      socket.on('connect', () => socket.timeout(5_000).emit('hello', hello, () => undefined))
      return socket
    })
  }

  /** Resolves with what it was told; each try may go to another node. */
  submit(command: UnitCommand): Promise<Told> {
    return this.submitAs(randomUUID(), command)
  }

  async submitAs(id: string, command: UnitCommand): Promise<Told> {
    const told: Told = { id, command, tries: 0, outcome: null }
    this.told.push(told)
    while (told.outcome === null) {
      told.tries += 1
      told.outcome = await this.#try({ ...command, id: told.id })
    }
    return told
  }

  leave(): void {
    for (const socket of this.#sockets) socket.disconnect()
  }

  async #try(submit: object): Promise<Outcome | null> {
    const socket = this.#sockets[this.#turn++ % this.#sockets.length]
    if (!socket) return null
    if (!socket.connected) await connected(socket)
    return socket
      .timeout(3_000)
      .emitWithAck('submit', submit)
      .catch(() => null)
  }
}

/** Waits for the connection, but not longer than a person would before trying elsewhere. */
function connected(socket: Socket): Promise<void> {
  return new Promise(resolve => {
    const give = setTimeout(done, 300)
    socket.once('connect', done)
    function done(): void {
      clearTimeout(give)
      socket.off('connect', done)
      resolve()
    }
  })
}
