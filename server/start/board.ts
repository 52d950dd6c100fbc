/** The whole server, put together: Redis, journal, units, access, HTTP and the live wire on one port. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { UnitId } from '../../shared/ids.ts'
import type { UnitCommand, UnitState } from '../../shared/unit.ts'
import { openAccess, type Access, type StateOf } from '../access/access.ts'
import { recordShown } from '../alerts/showing.ts'
import type { Config } from '../config.ts'
import { createApp } from '../http/app.ts'
import { createMetrics } from '../http/metrics.ts'
import type { UnitSummary } from '../http/schemas.ts'
import { JournalFault } from '../journal/fault.ts'
import type { Journal } from '../journal/journal.ts'
import { startNode, type BoardNode } from '../live/node.ts'
import type { Log } from '../log.ts'
import { Deliver } from '../paging/deliver.ts'
import { pushDesk } from '../paging/desk.ts'
import { pushBy } from '../paging/push.ts'
import { lettersOf } from '../paging/tally.ts'
import type { Standing } from '../record/read-record.ts'
import type { Records } from '../record/reader.ts'
import { SetUpFault } from '../set-up-fault.ts'
import { elapsed, findGround } from './redis.ts'
import { theUnit } from './the-unit.ts'
import { Undo } from './undo.ts'

export interface Board {
  port: number
  journal: Journal
  access: Access
  node: BoardNode<UnitState, UnitCommand>
  units(): Promise<UnitSummary[]>
  /** Sends the screens away, lets what is under way end, and ends everything that was started here. */
  stop(): Promise<void>
}

const client = join(import.meta.dirname, '../../dist/client')

/** What Node takes by itself (511) is too little when a whole house comes back at once. */
const backlog = 4096

/** Milliseconds that requests under way are given when the server ends. */
const patience = 2000

/** Milliseconds without a word of Redis from which on this node is not ready. */
const silent = 3000

/** Throws a SetUpFault where something that was set does not work; then nothing stays behind. */
export async function startBoard(config: Config, version: string, log: Log): Promise<Board> {
  const undo = new Undo()
  try {
    return await start(config, version, log, undo)
  } catch (fault) {
    await undo.run()
    throw fault
  }
}

async function start(config: Config, version: string, log: Log, undo: Undo): Promise<Board> {
  const { origins, pushLoopback } = config
  const { address, journal } = await findGround(config, log, undo)
  const stateOf: StateOf = unit => stateFrom(node, journal, unit)
  const access = await openAccess({ address, stateOf, log, pushLoopback })
  undo.push(() => access.close())
  const metrics = createMetrics(() => ({
    screens: node.gateway.screens,
    age: journal.age(),
    units: node.units.hosts.length,
    waiting: node.units.hosts.reduce((sum, host) => sum + host.waiting, 0),
    letters: lettersOf(node.units.hosts)
  }))
  const units = (): Promise<UnitSummary[]> => summaries(node, journal)
  const records: Records = { journal, standing: (unit: UnitId) => standingOf(node, journal, unit) }
  const push = pushDesk(() => node.units)
  // The gateway takes its own path out of what comes in, so what answers all others has to be there first.
  const server = createServer(
    createApp({
      access,
      units,
      records,
      push,
      probe: () => probe(journal),
      metrics,
      origins,
      client,
      version,
      log
    })
  )
  undo.push(() => closeServer(server))
  const options = { access, gauges: metrics, log, elapsed, server, origins, onPainted: recordShown }
  const deliver = new Deliver({ now: () => node.clock.now, log, push: pushBy(access) })
  const node: Node = startNode({ journal, unit: theUnit, ...options, onPaid: deliver.onPaid })
  undo.push(() => node.drain())
  undo.push(() => deliver.leave())
  const port = await listen(server, config)
  return { port, journal, access, node, units, stop: () => undo.run() }
}

type Node = BoardNode<UnitState, UnitCommand>

/** Null where there is no such unit, or it was never described. */
async function stateFrom(
  node: Node,
  journal: Journal,
  unit: Parameters<StateOf>[0]
): Promise<UnitState | null> {
  const hosted = node.units.hosts.find(host => host.unit === unit)
  if (hosted) return hosted.state
  if (!(await journal.units()).includes(unit)) return null
  return node.units.with(unit, host => host.state)
}

async function standingOf(node: Node, journal: Journal, unit: UnitId): Promise<Standing | null> {
  if (!(await journal.units()).includes(unit)) return null
  return node.units.with(unit, ({ state, position }) => ({ state, position }))
}

async function summaries(node: Node, journal: Journal): Promise<UnitSummary[]> {
  const ids = await journal.units()
  const all = await Promise.all(ids.map(id => node.units.with(id, ({ state }) => ({ id, state }))))
  return all.flatMap(({ id, state }) => {
    const { name, language, synthetic } = state.profile.description ?? {}
    return name === undefined || !language ? [] : [{ id, name, language, synthetic: synthetic ?? false }]
  })
}

/** Redis answers, and what it writes reaches this node. */
async function probe(journal: Journal): Promise<void> {
  await journal.now()
  if (journal.age() > silent) throw new JournalFault('late', 'nothing comes through the tail')
}

function listen(server: Server, { port, host }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', fault => reject(cannotListen(fault as NodeJS.ErrnoException, port, host)))
    server.listen({ port, host, backlog }, () => resolve((server.address() as AddressInfo).port))
  })
}

function cannotListen(fault: NodeJS.ErrnoException, port: number, host: string): Error {
  const because: Record<string, string> = {
    EADDRINUSE: `Port ${port} is taken by another program: end that, or set PORT to a free one (0 takes any).`,
    EACCES: `Port ${port} is not for programs without special rights: set PORT to one above 1023.`,
    EADDRNOTAVAIL: `HOST is ${host}, but this machine has no such address.`,
    ENOTFOUND: `HOST is ${host}, but nothing is known by that name.`
  }
  const says = because[fault.code ?? '']
  return says === undefined ? fault : new SetUpFault(says)
}

/** New requests find nobody; those under way are answered, idle connections are cut. */
async function closeServer(server: Server): Promise<void> {
  const closed = new Promise(resolve => server.close(resolve))
  server.closeIdleConnections()
  const impatient = setTimeout(() => server.closeAllConnections(), patience)
  await closed
  clearTimeout(impatient)
}
