/** The whole board in this process, on a free port, with a small made-up unit. */
import { afterAll, beforeAll } from 'vitest'
import type { Config } from '../../server/config.ts'
import { parseAddress } from '../../server/journal/address.ts'
import { createLog, type Log } from '../../server/log.ts'
import { startBoard, type Board } from '../../server/start/board.ts'
import { loadUnit } from '../../server/unit-file/load.ts'
import { UnitFile } from '../../server/unit-file/schema.ts'

export const smallUnit = UnitFile.parse({
  format: 1,
  id: 'small-unit',
  name: 'Small Unit',
  timeZone: 'America/Toronto',
  kind: 'inpatient',
  population: 'adult',
  wordForPeople: 'patient',
  synthetic: true,
  places: [{ id: 'day-room', name: 'Day room', kind: 'day-room' }],
  members: [
    { id: 'ada', name: 'Ada Synthetic', roles: ['charge', 'administrator'], pin: '271828' },
    { id: 'ben', name: 'Ben Synthetic', roles: ['counselor'], pin: '314159' },
    { id: 'cleo', name: 'Cleo Synthetic', roles: ['nurse'], pin: '161803' },
    { id: 'dov', name: 'Dov Synthetic', roles: ['nurse'], pin: '662607' }
  ]
})

/** Where browsers find the board behind a proxy that does not say so. */
export const front = 'https://front.example'

/** Any arrangement of Redis, as REDIS_URL names it, and a folder for what else there is. */
interface Ground {
  url: string
  folder: string
}

function configOn(redis: Ground): Config {
  return {
    port: 0,
    host: '127.0.0.1',
    origins: [front],
    redis: parseAddress(redis.url),
    folder: redis.folder,
    demo: 'off',
    pushLoopback: true,
    logLevel: 'silent'
  }
}

export class TestBoard {
  board!: Board

  get origin(): string {
    return `http://127.0.0.1:${this.board.port}`
  }

  async start(redis: Ground, log: Log = createLog('silent')): Promise<void> {
    this.board = await startBoard(configOn(redis), '0.0.0', log)
    await loadUnit(smallUnit, { journal: this.board.journal, units: this.board.node.units }, () =>
      Promise.resolve(true)
    )
  }

  stop(): Promise<void> {
    return this.board.stop()
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.origin}${path}`, { headers })
  }

  post(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const json = { 'content-type': 'application/json', origin: this.origin, ...headers }
    return fetch(`${this.origin}${path}`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify(body) ?? null
    })
  }

  /** The cookie of somebody who signed in with that PIN. */
  async signedIn(member: string, pin: string, before?: string): Promise<string> {
    const answer = await this.post(
      '/api/sign-in',
      { unit: smallUnit.id, member, pin },
      before === undefined ? {} : { cookie: before }
    )
    if (answer.status !== 204) throw new Error(`not signed in: ${answer.status}`)
    return cookieOf(answer)
  }

  me(cookie: string): Promise<Response> {
    return this.get('/api/me', { cookie })
  }
}

export const cookieOf = (answer: Response): string =>
  (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''

/** Lives as long as the tests around it. */
export function withBoard(redis: Ground): TestBoard {
  const board = new TestBoard()
  beforeAll(() => board.start(redis))
  afterAll(() => board.stop())
  return board
}
