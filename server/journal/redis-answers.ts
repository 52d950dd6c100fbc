import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { SetUpFault } from '../set-up-fault.ts'

export interface Link {
  /** resolves when the other end has gone, or after `leave` */
  gone: Promise<void>
  leave(): void
}

/**
 * Connects to the Redis that listens on the unix socket `path` and waits until it takes commands (it may be reading its
 * file). Null where nothing listens. Throws a SetUpFault when something listens that does not answer for `patienceMs`.
 */
export async function linkTo(path: string, patienceMs = 10_000): Promise<Link | null> {
  const socket = await connected(path)
  if (!socket) return null
  const gone = new Promise<void>(resolve => socket.once('close', () => resolve()))
  const link = { gone, leave: () => void socket.destroy() }
  const patience = AbortSignal.timeout(patienceMs)
  try {
    while ((await ping(socket, patience)) === 'loading') await wait(50, null, { signal: patience })
    return link
  } catch {
    link.leave()
    if (!patience.aborted) return null
    throw new SetUpFault(
      `Something listens on ${path} but does not answer as Redis: end it, then start again.`
    )
  }
}

function connected(path: string): Promise<Socket | null> {
  return new Promise(resolve => {
    const socket = connect(path)
    socket.once('connect', () => resolve(socket))
    socket.once('error', () => resolve(null))
    socket.on('error', () => {})
  })
}

function ping(socket: Socket, patience: AbortSignal): Promise<'ready' | 'loading'> {
  return new Promise((resolve, reject) => {
    const end = () => reject(new Error('no answer'))
    socket.once('data', reply => {
      socket.off('close', end)
      patience.removeEventListener('abort', end)
      resolve(reply.toString().startsWith('-LOADING') ? 'loading' : 'ready')
    })
    socket.once('close', end)
    patience.addEventListener('abort', end, { once: true })
    socket.write('PING\r\n')
  })
}
