import { io, type Socket } from 'socket.io-client'
import type { Down } from '../../shared/protocol/down.ts'
import type { Up } from '../../shared/protocol/up.ts'

/** What a board needs of a connection. */
export type Line = Pick<
  Socket<Down, Up>,
  'connected' | 'on' | 'timeout' | 'volatile' | 'connect' | 'disconnect' | 'close'
>

/** The connection itself: WebSocket only, and soon again when it breaks. A display shows its token, a member a cookie. */
export function openLine(display?: string): Line {
  return io({
    path: '/live',
    transports: ['websocket'],
    reconnectionDelay: 250,
    reconnectionDelayMax: 2_000,
    timeout: 4_000,
    ...(display && { auth: { display } })
  })
}
