/** The two ways to reach Redis: one server at a time (alone, or the master that Sentinels name), or a Cluster. */
import { Cluster, Redis } from 'ioredis'
import type { Address } from './address.ts'
import { within } from './fault.ts'
import { keepLink, type Link, type Log } from './link.ts'
import { withScripts, type Scripts } from './scripts.ts'
import { again, place, secrets, settings, times } from './settings.ts'
import { drawWire, type Wire } from './wire.ts'

export interface Connection extends Link {
  commands: (Redis | Cluster) & Scripts
  /** true where keys of different shards must not meet in one command */
  sharded: boolean
  /** makes the first contact; rejects when that fails */
  begin(): Promise<void>
  /** a connection of its own for blocking reads, to the node that holds `key` */
  wire(key: string): Promise<Wire>
}

export function connect(address: Address, log: Log): Connection {
  return address.kind === 'cluster' ? toCluster(address, log) : toOne(address, log)
}

function toOne(address: Exclude<Address, { kind: 'cluster' }>, log: Log): Connection {
  const options = { ...settings, ...place(address), ...secrets(address) }
  const commands = withScripts(new Redis({ ...options, retryStrategy: again, lazyConnect: true }))
  return {
    ...keepLink(commands, log),
    commands,
    sharded: false,
    begin: () => commands.connect(),
    wire: () => drawWire(options, () => commands)
  }
}

function toCluster(address: Extract<Address, { kind: 'cluster' }>, log: Log): Connection {
  const redisOptions = { ...settings, ...secrets(address) }
  const commands = withScripts(
    new Cluster(address.hosts, {
      redisOptions,
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
  const begin = async (): Promise<void> => {
    await commands.connect()
    // A node that is just being connected to refuses commands, so all of them are made ready now.
    await Promise.all(commands.nodes('master').map(readied))
  }
  const wire = async (key: string): Promise<Wire> => {
    const slot = await within(times.answer, commands.cluster('KEYSLOT', key))
    const [host, port] = hostOf(commands.slots[slot]?.[0] ?? '')
    const isIt = ({ options }: Redis): boolean => options.host === host && options.port === port
    return drawWire({ ...redisOptions, host, port }, () => commands.nodes('master').find(isIt))
  }
  return { ...keepLink(commands, log), commands, sharded: true, begin, wire }
}

function readied(node: Redis): Promise<void> {
  if (node.status === 'ready') return Promise.resolve()
  if (node.status === 'wait') return node.connect()
  return new Promise((resolve, reject) => {
    node.once('ready', resolve)
    node.once('end', () => reject(new Error('a node of the cluster does not answer')))
  })
}

function hostOf(node: string): [host: string, port: number] {
  const colon = node.lastIndexOf(':')
  return [node.slice(0, colon), Number(node.slice(colon + 1))]
}
