import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { SetUpFault } from '../set-up-fault.ts'
import { lockFolder } from './folder-lock.ts'
import { linkTo } from './redis-answers.ts'
import { spawnRedis, type RedisProcess } from './redis-process.ts'
import { socketPath } from './socket-path.ts'

/**
 * The Redis that comes with the board: a real one of its own, on a unix socket in the data folder, kept running.
 *
 * The rule where several commands share one folder: **who starts Redis holds the folder's lock, and ends it when it
 * ends; who comes later joins.** One who joined sees Redis go, takes the lock and starts it again, so the board goes
 * on after the command that began it has left. Redis never outlives the process that started it, even a killed one.
 */
export interface LocalRedis {
  /** the unix socket to connect to; it stays the same across restarts */
  path: string
  /** lets go: ends the Redis that this process started, leaves alone the one it joined */
  stop(): Promise<void>
}

export type LocalRedisEvent =
  | { code: 'redis-started'; pid: number }
  | { code: 'redis-joined' }
  | { code: 'redis-ended'; why: string; againInMs: number }
  | { code: 'redis-left' }

export interface LocalRedisOptions {
  /** the data folder; Redis keeps its files in `redis/` inside it, which only we may read */
  folder: string
  log: (event: LocalRedisEvent) => void
}

/** First and longest pause before another start, in milliseconds; after a life longer than `steady` it is the first. */
const pauses = { first: 100, longest: 5000, steady: 30_000 }

/** Held as an object: a promise returned bare by an async function would be waited for. */
interface Running {
  gone: Promise<string>
}

/**
 * Resolves when Redis takes commands. Throws a SetUpFault when there is no Redis program, the folder cannot be used, or
 * Redis will not start on what the folder holds. After that it never gives up: a Redis that dies is started again, after
 * a pause that grows while it keeps dying.
 */
export async function startLocalRedis({ folder, log }: LocalRedisOptions): Promise<LocalRedis> {
  const redisFolder = prepared(join(resolve(folder), 'redis'))
  const supervisor = new Supervisor(redisFolder, socketPath(redisFolder), log)
  await supervisor.begin()
  return { path: supervisor.path, stop: () => supervisor.stop() }
}

function prepared(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return folder
  } catch (fault) {
    throw unusable(folder, fault)
  }
}

function unusable(folder: string, fault: unknown): SetUpFault {
  const why = fault instanceof Error ? fault.message : String(fault)
  return new SetUpFault(`The folder ${folder} cannot be used (${why}): name another data folder in DATA_DIR.`)
}

class Supervisor {
  readonly path: string
  readonly #folder: string
  readonly #log: (event: LocalRedisEvent) => void
  readonly #stopping = new AbortController()
  #unlock: (() => void) | null = null
  #own: RedisProcess | null = null
  #rounds: Promise<void> = Promise.resolve()

  constructor(folder: string, path: string, log: (event: LocalRedisEvent) => void) {
    this.#folder = folder
    this.path = path
    this.#log = log
  }

  /** The first round ends when Redis is there, or throws; all later ones run behind. */
  async begin(): Promise<void> {
    try {
      this.#rounds = this.#keepRunning(await this.#startOrJoin())
    } catch (fault) {
      this.#unlock?.()
      throw fault
    }
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#own?.stop()
    await this.#rounds
    this.#unlock?.()
    this.#unlock = null
    this.#log({ code: 'redis-left' })
  }

  async #keepRunning(first: Running): Promise<void> {
    let running = first
    let pause = pauses.first
    while (!this.#stopping.signal.aborted) {
      const began = performance.now()
      const why = await running.gone
      if (this.#stopping.signal.aborted) return
      if (performance.now() - began > pauses.steady) pause = pauses.first
      this.#log({ code: 'redis-ended', why, againInMs: pause })
      running = await this.#again(pause)
      pause = Math.min(pause * 2, pauses.longest)
    }
  }

  /** A start that fails counts as a Redis that ended at once. */
  async #again(pause: number): Promise<Running> {
    try {
      await wait(pause, null, { signal: this.#stopping.signal })
      return await this.#startOrJoin()
    } catch (fault) {
      return { gone: Promise.resolve(fault instanceof Error ? fault.message : String(fault)) }
    }
  }

  async #startOrJoin(): Promise<Running> {
    for (;;) {
      const joined = await this.#join()
      if (joined) return joined
      if (this.#takeLock()) return this.#start()
      // Somebody else is just starting it, or waits to start it again.
      await wait(50, null, { signal: this.#stopping.signal })
    }
  }

  #takeLock(): boolean {
    try {
      this.#unlock ??= lockFolder(join(this.#folder, 'redis.lock'))
      return this.#unlock !== null
    } catch (fault) {
      throw unusable(this.#folder, fault)
    }
  }

  async #start(): Promise<Running> {
    this.#stopping.signal.throwIfAborted()
    this.#own = spawnRedis(this.#folder, this.path)
    await this.#own.ready
    this.#log({ code: 'redis-started', pid: this.#own.pid })
    return { gone: this.#own.gone }
  }

  /**
   * As long as anything takes connections on the socket, even a stopped Redis that answers nothing, no second one may
   * be started on its folder.
   */
  async #join(): Promise<Running | null> {
    const link = await linkTo(this.path)
    if (!link) return null
    this.#stopping.signal.addEventListener('abort', link.leave)
    this.#log({ code: 'redis-joined' })
    return { gone: link.gone.then(() => 'ended by the process that had started it') }
  }
}
