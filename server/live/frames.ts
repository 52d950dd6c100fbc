/**
 * One event to many screens: encoded once, and where nothing is queued above a screen's TCP socket, written straight to
 * it. That is the same bytes in the same order as Socket.IO would send, without its work for each screen. Where anything
 * is queued, or a connection is not made as expected, it goes the ordinary way: behind what is queued.
 */
import type { Socket as TcpSocket } from 'node:net'
import type { Down } from '../../shared/protocol/down.ts'
import type { LiveSocket } from './screen.ts'

/** Parts of engine.io and ws that carry a message; not all are typed there. */
interface Way {
  readyState: string
  writeBuffer: unknown[]
  transport: { name: string; writable: boolean; socket?: { readyState: number; _socket?: TcpSocket | null } }
  write(text: string, options: object): void
}

const open = 1

export function sendAll<Event extends keyof Down>(
  sockets: Iterable<LiveSocket>,
  event: Event,
  ...said: Parameters<Down[Event]>
): void {
  const text = `2${JSON.stringify([event, ...said])}`
  const frame = frameOf(`4${text}`)
  for (const { conn } of sockets) {
    const way = conn as unknown as Way
    const tcp = freeWay(way)
    if (tcp) tcp.write(frame)
    else way.write(text, { compress: false, wsPreEncodedFrame: [frame] })
  }
}

/** The TCP socket, if what is written to it now comes right after all that was sent before. */
function freeWay({ readyState, writeBuffer, transport }: Way): TcpSocket | null {
  const { name, writable, socket } = transport
  if (readyState !== 'open' || name !== 'websocket' || !writable || writeBuffer.length > 0) return null
  const tcp = socket?.readyState === open ? socket._socket : null
  return tcp?.writable && tcp.writableLength === 0 ? tcp : null
}

/** An unmasked, final text frame of a WebSocket (RFC 6455, 5.2). */
export function frameOf(text: string): Buffer {
  const length = Buffer.byteLength(text)
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(head + length)
  frame[0] = 0x81
  frame[1] = head === 2 ? length : head === 4 ? 126 : 127
  if (head === 4) frame.writeUInt16BE(length, 2)
  if (head === 10) frame.writeBigUInt64BE(BigInt(length), 2)
  frame.write(text, head)
  return frame
}
