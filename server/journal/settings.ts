/**
 * How ioredis is told to behave. As it comes it runs a command twice when a reply is lost and hangs on a half-open link;
 * these settings make it answer or fail within a known time, and never send again by itself.
 */
import type { RedisOptions } from 'ioredis'
import type { Address } from './address.ts'

/** All in milliseconds. `silent` is how long a blocking connection may say nothing before it is torn down. */
export const times = { answer: 1500, again: 200, block: 1000, silent: 3000 } as const

/** RedisOptions as the constructors take it: a mapping that may be undefined is refused there. */
export type Options = Omit<RedisOptions, 'replyMapping'>

export const settings = {
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  autoResendUnfulfilledCommands: false,
  connectTimeout: times.answer - 100,
  commandTimeout: times.answer - 100,
  socketTimeout: times.answer,
  reconnectOnError: (error: Error) => error.message.startsWith('READONLY'),
  protocol: 2
} as const satisfies Options

/** How long to wait before trying again: always the same, so that a long outage does not make a late return. */
export const again = (): number => times.again
export const never = (): null => null

export function place(address: Exclude<Address, { kind: 'cluster' }>): Options {
  const db = address.db === undefined ? {} : { db: address.db }
  if (address.kind === 'socket') return { path: address.path, ...db }
  if (address.kind === 'server') return { host: address.host, port: address.port, ...db }
  return {
    sentinels: address.hosts,
    name: address.master,
    sentinelRetryStrategy: again,
    sentinelCommandTimeout: times.answer,
    // Leaves an old master as soon as the Sentinels name a new one, also when the old one still answers.
    failoverDetector: true,
    ...db
  }
}

export const secrets = ({ username, password, tls }: Address): Options => ({
  ...(username && { username }),
  ...(password && { password }),
  ...(tls && { tls: {} })
})
