/**
 * How far a screen is behind what it was sent. What waits is in three places: Socket.IO's own buffer, the WebSocket's,
 * and the TCP socket's. A slow screen must cost the others nothing, so it is cut off when too much waits, or when what
 * waited ten seconds ago still does.
 */
import type { Socket } from 'node:net'

/** The parts of a connection that this looks at; they are the same object in engine.io and ws, where not all is typed. */
export interface Connection {
  writeBuffer: { data?: unknown }[]
  transport: { socket?: { bufferedAmount: number; _socket?: Socket | null; terminate(): void } }
}

export interface Patience {
  /** bytes */
  queued: number
  /** milliseconds */
  behind: number
}

export class Backlog {
  /** when this many bytes have left, what waited then is delivered */
  #mark: { bytes: number; at: number } | undefined

  /** To be asked about once a second. */
  tooMuch(connection: Connection, now: number, { queued, behind }: Patience): boolean {
    const ws = connection.transport.socket
    const waiting = (ws?.bufferedAmount ?? 0) + bytesIn(connection.writeBuffer)
    if (waiting === 0) this.#mark = undefined
    if (waiting === 0 || waiting > queued) return waiting > queued
    const tcp = ws?._socket
    const gone = (tcp?.bytesWritten ?? 0) - (ws?.bufferedAmount ?? 0)
    if (!this.#mark || gone >= this.#mark.bytes) this.#mark = { bytes: gone + waiting, at: now }
    return now - this.#mark.at > behind
  }
}

const bytesIn = (buffer: Connection['writeBuffer']): number =>
  buffer.reduce((sum, { data }) => sum + (typeof data === 'string' ? data.length : 0), 0)
