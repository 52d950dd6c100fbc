import { Redis } from 'ioredis'
import { within } from './fault.ts'
import { withScripts, type Scripts } from './scripts.ts'
import { never, times, type Options } from './settings.ts'

/** A connection for blocking reads. It ends with its first error: whoever reads on it draws another. */
export interface Wire {
  redis: Redis & Scripts
  /** makes a read that blocks return at once; false when none blocked */
  free(): Promise<boolean>
}

/** Connects within `times.silent` or rejects. `beside` is another connection to the same node, to free this one. */
export async function drawWire(options: Options, beside: () => Redis | undefined): Promise<Wire> {
  // A read that blocks is no late answer: the tail has a limit of its own.
  const { commandTimeout: _, ...blocking } = options
  const ending = { retryStrategy: never, sentinelRetryStrategy: never, lazyConnect: true }
  const redis = withScripts(new Redis({ ...blocking, ...ending, socketTimeout: times.silent }))
  redis.on('error', () => undefined) // whoever reads on this connection gets the rejection, and logs it
  const free = async (id: number): Promise<boolean> => {
    const node = beside()
    if (!node) throw new Error('the node left the cluster')
    return (await within(times.answer, node.client('UNBLOCK', id))) === 1
  }
  try {
    await within(times.silent, redis.connect())
    const id = await within(times.answer, redis.client('ID'))
    return { redis, free: () => free(id) }
  } catch (error) {
    redis.disconnect()
    throw error
  }
}
