/**
 * How the journal reaches Redis. ioredis as it comes runs a command twice when a reply is lost and hangs on a half-open
 * link; these settings make it answer or fail within a known time, and never send again by itself.
 */
import { Cluster, Redis, type RedisOptions } from 'ioredis'
import type { Address } from './address.ts'
import { faultOf, within } from './fault.ts'
import { withScripts, type Scripts } from './scripts.ts'

/** All in milliseconds. `silent` is how long a blocking connection may say nothing before it is torn down. */
export const times = { answer: 1500, again: 200, block: 1000, silent: 3000 } as const

/** What is worth a line in the log; `why` is words of Redis or of the link, never of a command. */
export type LinkEvent =
  'redis.ready' | 'redis.lost' | 'tail.ready' | 'tail.lost' | 'tail.renewed' | 'tail.listener-threw'
export type Log = (code: LinkEvent, fields: { why?: string; unit?: string }) => void

export interface Connection {
  commands: (Redis | Cluster) & Scripts
  /** true where keys of different shards must not meet in one command */
  sharded: boolean
  /** a connection of its own for blocking reads, to the node that holds `key`; fails within `times.silent` */
  wire(key: string): Promise<Wire>
  /** what went wrong with the link last */
  trouble(): string | undefined
  close(): void
}

export interface Wire {
  redis: Redis & Scripts
  /** makes a read that blocks return at once; false when none blocked */
  free(): Promise<boolean>
}

/** RedisOptions as the constructors take it: a mapping that may be undefined is refused there. */
type Options = Omit<RedisOptions, 'replyMapping'>

const settings = {
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  autoResendUnfulfilledCommands: false,
  connectTimeout: times.answer - 100,
  commandTimeout: times.answer - 100,
  socketTimeout: times.answer,
  reconnectOnError: (error: Error) => error.message.startsWith('READONLY'),
  protocol: 2
} as const satisfies Options

const again = (): number => times.again
const never = (): null => null

export function connect(address: Address, log: Log): Connection {
  return address.kind === 'cluster' ? toCluster(address, log) : toOne(address, log)
}

function toOne(address: Exclude<Address, { kind: 'cluster' }>, log: Log): Connection {
  const options = { ...settings, ...place(address), ...secrets(address) }
  const commands = withScripts(new Redis({ ...options, retryStrategy: again, lazyConnect: true }))
  const link = speak(commands, log)
  return { commands, sharded: false, wire: () => wireTo(options, () => commands), ...link }
}

function toCluster(address: Extract<Address, { kind: 'cluster' }>, log: Log): Connection {
  const options = { ...settings, ...secrets(address) }
  const commands = withScripts(
    new Cluster(address.hosts, {
      redisOptions: options,
      enableOfflineQueue: false,
      lazyConnect: true,
      clusterRetryStrategy: again,
      clusterNodeRetryStrategy: again,
      // 0 is "do not send again": only a redirect, which is known not to have run, is followed.
      retryDelayOnFailover: 0,
      retryDelayOnClusterDown: 0,
      maxRedirections: 4,
      slotsRefreshTimeout: times.answer,
      slotsRefreshInterval: 1000
    })
  )
  const link = speak(commands, log)
  const wire = async (key: string): Promise<Wire> => {
    const slot = await within(times.answer, commands.cluster('KEYSLOT', key))
    const [host, port] = splitNode(commands.slots[slot]?.[0] ?? '')
    const node = (): Redis | undefined =>
      commands.nodes('master').find(n => n.options.host === host && n.options.port === port)
    return wireTo({ ...options, host, port }, node)
  }
  return { commands, sharded: true, wire, ...link }
}

async function wireTo(options: Options, beside: () => Redis | undefined): Promise<Wire> {
  const { commandTimeout: _, ...blocking } = options
  const redis = withScripts(
    new Redis({
      ...blocking,
      socketTimeout: times.silent,
      retryStrategy: never,
      sentinelRetryStrategy: never,
      lazyConnect: true
    })
  )
  redis.on('error', () => undefined) // whoever reads on this connection gets the rejection; there it is logged
  try {
    await within(times.silent, redis.connect())
    const id = await within(times.answer, redis.client('ID'))
    return {
      redis,
      free: async () => (await within(times.answer, beside()?.client('UNBLOCK', id) ?? gone())) === 1
    }
  } catch (error) {
    redis.disconnect()
    throw error
  }
}

const gone = (): Promise<never> => Promise.reject(new Error('the node left the cluster'))

function place(address: Exclude<Address, { kind: 'cluster' }>): Options {
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

const secrets = ({ username, password, tls }: Address): Options => ({
  ...(username && { username }),
  ...(password && { password }),
  ...(tls && { tls: {} })
})

/** One line when the link is lost and one when it is back, not one for each attempt between; none for our own end. */
function speak(client: Redis | Cluster, log: Log): Pick<Connection, 'trouble' | 'close'> {
  let state: 'new' | 'up' | 'down' | 'closed' = 'new'
  let trouble: string | undefined
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
  const close = (): void => {
    state = 'closed'
    client.disconnect()
  }
  return { trouble: () => trouble, close }
}

function splitNode(key: string): [host: string, port: number] {
  const colon = key.lastIndexOf(':')
  return [key.slice(0, colon), Number(key.slice(colon + 1))]
}
