/**
 * Nodes of the board for tests: the real unit and the real permits, on a real journal, with real sockets on loopback.
 * Who connects is taken at their word: what the screen puts into `auth` is its identity.
 */
import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import type { UnitId } from '../../shared/ids.ts'
import { refuse, type Refused } from '../../shared/refusal.ts'
import * as board from '../../shared/unit.ts'
import type { UnitCommand, UnitState } from '../../shared/unit.ts'
import { authorOf, mayWatch } from '../../server/access/may-watch.ts'
import { permit } from '../../server/access/permit.ts'
import { parseAddress } from '../../server/journal/address.ts'
import type { Journal } from '../../server/journal/journal.ts'
import { openJournal } from '../../server/journal/redis.ts'
import type { Access, Handshake, Identity, Revoked } from '../../server/live/access.ts'
import { startNode, type BoardNode, type NodeOptions } from '../../server/live/node.ts'
import type { Gauges } from '../../server/unit/gauges.ts'

export const elapsed = (): number => performance.now()

/** A unit that no other test writes to. */
export const newUnit = (): UnitId => `u-${randomUUID().slice(0, 13)}` as UnitId

export class TrustingAccess implements Access<UnitState, UnitCommand> {
  readonly mayWatch = mayWatch
  readonly authorOf = authorOf
  readonly permit = permit
  readonly #listeners = new Set<(revoked: Revoked) => void>()

  identify({ auth }: Handshake): Promise<Identity | Refused> {
    const known = z.looseObject({ kind: z.enum(['member', 'display']) }).safeParse(auth.identity)
    return Promise.resolve(known.success ? (known.data as unknown as Identity) : refuse('not-signed-in'))
  }

  onRevoked(listener: (revoked: Revoked) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  revoke(revoked: Revoked): void {
    for (const listener of this.#listeners) listener(revoked)
  }
}

/** What was measured, and every line of the log, to be asked about or waited for. */
export class Ledger implements Gauges {
  readonly appends: number[] = []
  readonly late: number[] = []
  readonly fanOuts: number[] = []
  readonly answers: string[] = []
  readonly partings: string[] = []
  readonly lines: { code: string; fields: object }[] = []
  #waiting: { code: string; done: () => void }[] = []

  appended(_took: number, commands: number): void {
    this.appends.push(commands)
  }
  fannedOut(_took: number, screens: number): void {
    this.fanOuts.push(screens)
  }
  dutyRecorded(late: number): void {
    this.late.push(late)
    this.#tell('duty')
  }
  answered(outcome: 'recorded' | 'repeated' | 'refused' | 'unsure'): void {
    this.answers.push(outcome)
  }
  parted(reason: string): void {
    this.partings.push(reason)
  }
  log = (code: string, fields: object): void => {
    this.lines.push({ code, fields })
    this.#tell(code)
  }

  /** Resolves at the next line of that code (`duty`: at the next recorded duty). */
  next(code: string): Promise<void> {
    return new Promise(done => this.#waiting.push({ code, done }))
  }

  #tell(code: string): void {
    const told = this.#waiting.filter(waiting => waiting.code === code)
    this.#waiting = this.#waiting.filter(waiting => waiting.code !== code)
    for (const { done } of told) done()
  }
}

export interface TestNode {
  url: string
  node: BoardNode<UnitState, UnitCommand>
  journal: Journal
  access: TrustingAccess
  ledger: Ledger
  /** drained as on SIGTERM */
  stop(): Promise<void>
}

type Chosen = Partial<
  Pick<NodeOptions<UnitState, UnitCommand>, 'limits' | 'liveLimits' | 'origins' | 'onPainted' | 'onPaid'>
>

export async function startTestNode(redis: string, chosen: Chosen = {}): Promise<TestNode> {
  const ledger = new Ledger()
  const journal = await openJournal({
    address: parseAddress(redis),
    random: randomUUID,
    elapsed,
    log: ledger.log
  })
  const server = createServer()
  const access = new TrustingAccess()
  const options = { server, journal, unit: board, access, gauges: ledger, log: ledger.log, elapsed }
  const node = startNode<UnitState, UnitCommand>({ ...options, ...chosen })
  await listening(server)
  const { port } = server.address() as AddressInfo
  const stop = async (): Promise<void> => {
    await node.drain()
    await journal.close()
    server.close()
    server.closeAllConnections()
  }
  return { url: `http://127.0.0.1:${port}`, node, journal, access, ledger, stop }
}

const listening = (server: Server): Promise<void> =>
  new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve()))
