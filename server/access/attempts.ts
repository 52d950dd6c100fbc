/** How often somebody may try to sign in. Counted in Redis for all nodes; in memory while Redis is away. */
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import { keys } from './keys.ts'
import type { Client } from './redis.ts'

export interface Limit {
  /** attempts within `seconds` of the first */
  points: number
  seconds: number
}

/**
 * `here`: one member from one address; `member`: from all addresses together; `address`: any members from there. What one
 * address can count on a member in the member's time must stay below the member's limit: else one tablet, tried five times
 * every five minutes, would keep somebody from signing in anywhere.
 */
export type Limits = Record<'here' | 'member' | 'address', Limit>

export const usualLimits: Limits = {
  here: { points: 5, seconds: 300 },
  member: { points: 100, seconds: 3600 },
  address: { points: 60, seconds: 900 }
}

export interface Attempt {
  address: string
  unit: string
  member: string
}

/** In this order: whoever is stopped by one is not counted by the next. */
const counts = ['address', 'here', 'member'] as const

export class Attempts {
  readonly #limiters: Record<keyof Limits, RateLimiterRedis>

  constructor(client: Client, limits: Limits = usualLimits) {
    this.#limiters = {
      here: limiter(client, 'here', limits.here),
      member: limiter(client, 'member', limits.member),
      address: limiter(client, 'address', limits.address)
    }
  }

  /** Counts an attempt before it is looked at, so that many at once count as many. Milliseconds to wait, or null. */
  async count(attempt: Attempt): Promise<number | null> {
    for (const name of counts) {
      const wait = await this.#consume(name, attempt)
      if (wait !== null) return wait
    }
    return null
  }

  /** It was right: what it counted is taken back. */
  async forgive(attempt: Attempt): Promise<void> {
    await this.#limiters.here.delete(keyOf('here', attempt))
    await Promise.all([this.#reward('member', attempt), this.#reward('address', attempt)])
  }

  async #reward(name: keyof Limits, attempt: Attempt): Promise<void> {
    await this.#limiters[name].reward(keyOf(name, attempt))
  }

  async #consume(name: keyof Limits, attempt: Attempt): Promise<number | null> {
    try {
      await this.#limiters[name].consume(keyOf(name, attempt))
      return null
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return refused.msBeforeNext
      throw refused
    }
  }
}

function keyOf(name: keyof Limits, { address, unit, member }: Attempt): string {
  if (name === 'address') return address
  return name === 'member' ? `${unit}~${member}` : `${unit}~${member}~${address}`
}

function limiter(client: Client, name: string, { points, seconds }: Limit): RateLimiterRedis {
  const counted = { points, duration: seconds }
  return new RateLimiterRedis({
    ...counted,
    storeClient: client,
    useRedisPackage: true,
    rejectIfRedisNotReady: true,
    keyPrefix: keys.attempts + name,
    insuranceLimiter: new RateLimiterMemory(counted)
  })
}
