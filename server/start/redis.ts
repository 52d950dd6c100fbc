/** The Redis that the board stands on: one of its own in the data folder, or the one that REDIS_URL names. */
import { randomUUID } from 'node:crypto'
import type { Config } from '../config.ts'
import type { Address } from '../journal/address.ts'
import { faultOf } from '../journal/fault.ts'
import type { Journal } from '../journal/journal.ts'
import { startLocalRedis } from '../journal/local-redis.ts'
import { openJournal } from '../journal/redis.ts'
import type { Log } from '../log.ts'
import { SetUpFault } from '../set-up-fault.ts'
import type { Undo } from './undo.ts'

export interface Ground {
  address: Address
  journal: Journal
}

/** Milliseconds on a clock that never goes back. */
export const elapsed = (): number => performance.now()

/** Throws a SetUpFault where there is no Redis to be had. What it started is ended by `undo`. */
export async function findGround(config: Config, log: Log, undo: Undo): Promise<Ground> {
  const address = config.redis ?? (await localRedis(config.folder, log, undo))
  try {
    const journal = await openJournal({ address, random: randomUUID, elapsed, log })
    undo.push(() => journal.close())
    return { address, journal }
  } catch (fault) {
    const { message } = faultOf(fault)
    throw new SetUpFault(
      `Redis does not answer at ${whereIs(address)} (${message}): start it, or mend REDIS_URL.`
    )
  }
}

async function localRedis(folder: string, log: Log, undo: Undo): Promise<Address> {
  const redis = await startLocalRedis({ folder, log: ({ code, ...fields }) => log(code, fields) })
  undo.push(() => redis.stop())
  return { kind: 'socket', path: redis.path }
}

/** Without a password. */
function whereIs(address: Address): string {
  if (address.kind === 'socket') return address.path
  const hosts = address.kind === 'server' ? [address] : address.hosts
  return hosts.map(({ host, port }) => `${host}:${port}`).join(', ')
}
