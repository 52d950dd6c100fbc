import type { Cluster, Redis } from 'ioredis'
import { faultOf } from './fault.ts'
import { times } from './settings.ts'

/** What is worth a line in the log; `why` is words of Redis or of the link, never of a command. */
export type LinkEvent =
  'redis.ready' | 'redis.lost' | 'tail.ready' | 'tail.lost' | 'tail.renewed' | 'tail.listener-threw'
export type Log = (code: LinkEvent, fields: { why?: string; unit?: string }) => void

/** The life of a client: what it says, and what it does when it gives up. */
export interface Link {
  /** what went wrong last, in words */
  trouble(): string | undefined
  close(): void
}

/** One line when the link is lost and one when it is back, not one for each attempt between; none for our own end. */
export function keepLink(client: Redis | Cluster, log: Log): Link {
  let state: 'new' | 'up' | 'down' | 'closed' = 'new'
  let trouble: string | undefined
  let revival: NodeJS.Timeout | undefined
  const lose = (why: string): void => {
    if (state === 'new' || state === 'up') log('redis.lost', { why })
    if (state !== 'closed') state = 'down'
  }
  client.on('error', (error: unknown) => lose((trouble = faultOf(error).message)))
  client.on('close', () => lose('the link was closed'))
  client.on('ready', () => {
    state = 'up'
    log('redis.ready', {})
  })
  // A failover that is told while it reconnects makes ioredis give up for good; we never do.
  client.on('end', () => {
    if (state === 'closed') return
    revival = setTimeout(() => void client.connect().catch(() => undefined), times.again)
  })
  const close = (): void => {
    state = 'closed'
    clearTimeout(revival)
    client.disconnect()
  }
  return { trouble: () => trouble, close }
}
