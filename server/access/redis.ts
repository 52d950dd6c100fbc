/** How access reaches Redis: node-redis, as the session store asks for. Two connections: commands, and one that listens. */
import { createClient, createCluster, createSentinel, type RedisClientOptions } from 'redis'
import type { Address } from '../journal/address.ts'
import { faultOf, within } from '../journal/fault.ts'
import type { Log } from '../log.ts'

export type Client = ReturnType<typeof createClient>

export interface AccessRedis {
  client: Client
  /** hears every message of a channel from now on, also after a lost link came back */
  listen(channel: string, heard: (message: string) => void): Promise<void>
  close(): void
}

/** All in milliseconds. */
const times = { connect: 1400, answer: 1500, silent: 5000, ping: 1000, again: 200, start: 3000 } as const

const settings = {
  disableOfflineQueue: true,
  commandOptions: { timeout: times.answer },
  pingInterval: times.ping
} as const satisfies RedisClientOptions

const socket = {
  connectTimeout: times.connect,
  socketTimeout: times.silent,
  reconnectStrategy: (): number => times.again
}

/** Rejects when Redis is not there within seconds; later it goes on by itself whenever Redis is back. */
export async function connectAccess(address: Address, log: Log): Promise<AccessRedis> {
  const client = speaking(clientOf(address), log)
  const ears = speaking(clientOf(address), log)
  const close = (): void => {
    for (const one of [client, ears]) if (one.isOpen) one.destroy()
  }
  try {
    await within(times.start, Promise.all([client.connect(), ears.connect()]))
  } catch (fault) {
    close()
    throw fault
  }
  return { client, listen: (channel, heard) => ears.subscribe(channel, heard), close }
}

/** One line when the link is lost and one when it is back. */
function speaking(client: Client, log: Log): Client {
  let up = true
  client.on('error', (error: unknown) => {
    if (up) log('access.lost', { why: faultOf(error).message })
    up = false
  })
  client.on('ready', () => {
    if (!up) log('access.ready')
    up = true
  })
  return client
}

/** The three clients differ in their types, not in the commands that are used here. */
function clientOf(address: Address): Client {
  const { username, password, tls } = address
  const secrets = { ...(username && { username }), ...(password && { password }) }
  const wire = { ...socket, ...(tls && { tls: true as const }) }
  switch (address.kind) {
    case 'socket':
      return createClient({
        ...settings,
        ...secrets,
        ...database(address.db),
        socket: { ...socket, path: address.path }
      }) as unknown as Client
    case 'server': {
      const { host, port } = address
      const options = { ...settings, ...secrets, ...database(address.db), socket: { ...wire, host, port } }
      return createClient(options as RedisClientOptions) as unknown as Client
    }
    case 'sentinel': {
      const nodeClientOptions = { ...settings, ...secrets, ...database(address.db), socket: wire }
      return createSentinel({
        name: address.master,
        sentinelRootNodes: address.hosts,
        nodeClientOptions: nodeClientOptions as never
      }) as unknown as Client
    }
    case 'cluster': {
      const rootNodes = address.hosts.map(({ host, port }) => ({ socket: { host, port } }))
      const defaults = { ...settings, ...secrets, socket: wire }
      return createCluster({ rootNodes, defaults: defaults as never }) as unknown as Client
    }
  }
}

const database = (db: number | undefined) => (db === undefined ? {} : { database: db })
