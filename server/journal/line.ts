/**
 * One blocking connection that follows some units. It reads from the last seq that each listener has, returns at least
 * every second, asks as often whether the lives it follows go on, and is torn down and built anew after any error and
 * after three seconds of silence.
 */
import type { Redis } from 'ioredis'
import type { UnitId } from '../../shared/ids.ts'
import { faultOf, within } from './fault.ts'
import { give, reached, type Follow, type ReadRange } from './follow.ts'
import type { Keys } from './keys.ts'
import type { Log } from './link.ts'
import type { Row } from './recorded.ts'
import { times } from './settings.ts'
import type { Wire } from './wire.ts'

export interface Surroundings {
  keys: Keys
  wire(key: string): Promise<Wire>
  read: ReadRange
  /** resolves when this node's own append to the unit is over; undefined when there is none */
  settled(unit: UnitId): Promise<void> | undefined
  /** milliseconds on a clock that never goes back */
  elapsed(): number
  log: Log
}

/** Entries of one unit taken in one round: after a long outage a board catches up in steps. */
const step = 500

export class Line {
  readonly follows = new Set<Follow>()
  readonly #around: Surroundings
  readonly #quiet: string
  #wire: Wire | undefined
  #answered: number
  #asked = Number.NEGATIVE_INFINITY
  /** true from an `add` until the next read, which is the first that includes it */
  #stale = false
  #blocked = false
  #freeing = false
  #open = true
  #wake = (): void => undefined

  constructor(shard: number, around: Surroundings) {
    this.#around = around
    this.#quiet = around.keys.quiet(shard)
    this.#answered = around.elapsed()
    void this.#live()
  }

  /** milliseconds since Redis last answered on this connection */
  get age(): number {
    return this.#around.elapsed() - this.#answered
  }

  add(follow: Follow): void {
    this.follows.add(follow)
    this.#asked = Number.NEGATIVE_INFINITY
    this.#stale = true
    void this.#free()
  }

  remove(follow: Follow): void {
    follow.ended = true
    this.follows.delete(follow)
  }

  close(): void {
    this.#open = false
    this.#wire?.redis.disconnect()
    this.#wake()
  }

  async #live(): Promise<void> {
    const { wire, log } = this.#around
    let said = ''
    while (this.#open) {
      try {
        this.#wire = await wire(this.#quiet)
        this.#asked = Number.NEGATIVE_INFINITY
        log('tail.ready', {})
        said = ''
        while (this.#open) await this.#turn(this.#wire.redis)
      } catch (error) {
        // Once a reason, not once for each of the attempts that follow.
        const why = faultOf(error).message
        if (this.#open && why !== said) log('tail.lost', { why })
        said = why
      }
      this.#blocked = false
      this.#wire?.redis.disconnect()
      this.#wire = undefined
      if (this.#open) await this.#pause()
    }
  }

  #pause(): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, times.again)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  async #turn(redis: Wire['redis']): Promise<void> {
    const follows = [...this.follows]
    this.#stale = false
    this.#blocked = true
    // Asked before the read on the same connection, so its answer is there before any event that the read brings.
    const lives = this.#askLives(redis, follows)
    const [replies] = await within(times.silent, Promise.all([this.#await(redis, follows), lives]))
    this.#blocked = false
    this.#answered = this.#around.elapsed()
    for (const [key, rows] of replies) await this.#pass(key, rows, follows)
  }

  async #await(redis: Redis, follows: Follow[]): Promise<[key: string, rows: Row[]][]> {
    const { keys } = this.#around
    const streams = follows.length > 0 ? follows.map(({ unit }) => keys.journal(unit)) : [this.#quiet]
    const after = follows.length > 0 ? follows.map(follow => `${reached(follow)}-0`) : ['0-0']
    const replies = await redis.xread('COUNT', step, 'BLOCK', times.block, 'STREAMS', ...streams, ...after)
    return (replies ?? []) as [string, Row[]][]
  }

  async #askLives(redis: Wire['redis'], follows: Follow[]): Promise<void> {
    const { keys, elapsed } = this.#around
    if (follows.length === 0 || elapsed() - this.#asked < times.block * 0.9) return
    this.#asked = elapsed()
    const epochs = (await redis.journalLives(
      follows.length,
      ...follows.map(({ unit }) => keys.meta(unit))
    )) as string[]
    this.#answered = elapsed()
    follows.forEach((follow, i) => {
      if (epochs[i] !== follow.epoch) this.#renew(follow)
    })
  }

  async #pass(key: string, rows: Row[], follows: Follow[]): Promise<void> {
    const { keys, read, settled, log } = this.#around
    for (const follow of follows) {
      if (follow.ended || keys.journal(follow.unit) !== key) continue
      await settled(follow.unit)
      const given = await give(follow, rows, read)
      if (given === 'threw') log('tail.listener-threw', { unit: follow.unit })
      if (given !== 'given') this.#renew(follow)
    }
  }

  #renew(follow: Follow): void {
    if (follow.ended) return
    this.remove(follow)
    this.#around.log('tail.renewed', { unit: follow.unit })
    follow.tail.onRenewed()
  }

  /** Makes the read that is under way return, so that the next one includes what was added. */
  async #free(): Promise<void> {
    if (this.#freeing) return
    this.#freeing = true
    try {
      // Again until it took: the read may still be on its way to Redis when the first try arrives there.
      while (this.#stale && this.#blocked && this.#wire) await this.#wire.free()
    } catch {
      this.#wire?.redis.disconnect()
    } finally {
      this.#freeing = false
    }
  }
}
