import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { linkTo } from '../../server/journal/redis-answers.ts'
import { spawnRedis, type RedisProcess } from '../../server/journal/redis-process.ts'

/**
 * A real Redis for one test file, on a unix socket in a temporary folder, as durable as the board's own (append-only,
 * every write on the disk before its reply). `withRedis()` at the top of a file starts it before the tests and removes
 * it after; a program that is no test file uses `startRedis()` and `remove()`.
 */
export class TestRedis {
  readonly folder = mkdtempSync(join(tmpdir(), 'milieu-redis-'))
  readonly path = join(this.folder, 'redis.sock')
  /** as REDIS_URL names it */
  readonly url = `unix://${this.path}`
  #process: RedisProcess | null = null

  get pid(): number {
    if (!this.#process) throw new Error('this Redis is not started')
    return this.#process.pid
  }

  /** Starts it (again) on what its folder holds; resolves when it takes commands. */
  async start(): Promise<void> {
    this.#process = spawnRedis(this.folder, this.path)
    await this.#process.ready
  }

  /** Lets it end properly. */
  async stop(): Promise<void> {
    await this.#process?.stop()
    this.#process = null
  }

  /** kill -9; resolves when it is dead. */
  async kill(): Promise<void> {
    process.kill(this.pid, 'SIGKILL')
    await this.#process?.gone
    this.#process = null
  }

  async restart(): Promise<void> {
    await this.stop()
    await this.start()
  }

  /** Stalls it as a hung disk would: connections stay, nothing answers. */
  pause(): void {
    process.kill(this.pid, 'SIGSTOP')
  }

  /** Wakes it; resolves when it answers again. */
  async resume(): Promise<void> {
    process.kill(this.pid, 'SIGCONT')
    const link = await linkTo(this.path)
    link?.leave()
  }

  /** Ends it, however it is, and removes its folder. */
  async remove(): Promise<void> {
    if (this.#process) {
      process.kill(this.pid, 'SIGCONT')
      await this.stop()
    }
    rmSync(this.folder, { recursive: true, force: true })
  }
}

export async function startRedis(): Promise<TestRedis> {
  const redis = new TestRedis()
  await redis.start()
  return redis
}

/** Call it at the top of a test file (or of a describe); its Redis lives as long as the tests around it. */
export function withRedis(): TestRedis {
  const redis = new TestRedis()
  beforeAll(() => redis.start())
  afterAll(() => redis.remove())
  return redis
}
