import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

export interface ServerOptions {
  /** as REDIS_URL names it; without it the server brings its own */
  redis?: string
  /** where server/main.ts lies, for a server that was changed on purpose */
  sources?: string
  /** arguments for the server, such as `--unit FILE` */
  args?: string[]
  environment?: Record<string, string>
}

/** The real server as a process of its own, on a free port of this machine, with a data folder of its own. */
export class TestServer {
  readonly folder = mkdtempSync(join(tmpdir(), 'milieu-server-'))
  #options: ServerOptions
  #process: ChildProcess | null = null
  #port = 0
  #said: string[] = []

  constructor(options: ServerOptions = {}) {
    this.#options = options
  }

  static async start(options: ServerOptions = {}): Promise<TestServer> {
    const server = new TestServer(options)
    await server.start()
    return server
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  get pid(): number {
    const pid = this.#process?.pid
    if (pid === undefined) throw new Error('this server is not started')
    return pid
  }

  /** Everything it said so far, on either output. */
  get said(): string {
    return this.#said.join('\n')
  }

  /** The address of a unit's wall, as the server printed it. */
  wall(unit: string, audience: 'wall' | 'wall-public' = 'wall'): string {
    const path = new RegExp(`(/wall#${unit}~${audience}~\\S+)`).exec(this.said)?.[1]
    if (!path) throw new Error(`no wall of ${unit} was printed:\n${this.said}`)
    return `${this.origin}${path}`
  }

  /** Starts it (again) on the port it had; resolves when it listens, rejects with what it said when it ends first. */
  async start(): Promise<void> {
    const { redis, sources = '.', args = [], environment = {} } = this.#options
    const started = spawn(process.execPath, [resolve(sources, 'server/main.ts'), ...args], {
      env: {
        PATH: process.env['PATH'],
        PORT: String(this.#port),
        HOST: '127.0.0.1',
        DATA_DIR: this.folder,
        ...(redis !== undefined && { REDIS_URL: redis }),
        ...environment
      },
      stdio: ['ignore', 'pipe', 'pipe']
    })
    this.#process = started
    await new Promise<void>((done, failed) => {
      const hear = (line: string): void => {
        this.#said.push(line)
        const port = /"port":(\d+).*server\.started/.exec(line)?.[1]
        if (port === undefined) return
        this.#port = Number(port)
        done()
      }
      createInterface({ input: started.stdout }).on('line', hear)
      createInterface({ input: started.stderr }).on('line', hear)
      started.once('exit', code => failed(new Error(`the server ended with ${code}:\n${this.said}`)))
    })
  }

  /** Resolves to its exit code once it has ended, however that came about. */
  get ended(): Promise<number | null> {
    const ending = this.#process
    if (!ending) throw new Error('this server is not started')
    if (ending.exitCode !== null) return Promise.resolve(ending.exitCode)
    return once(ending, 'exit').then(([code]) => code as number | null)
  }

  /** kill -9; resolves when it is dead. */
  kill(): Promise<void> {
    return this.#end('SIGKILL')
  }

  /** Asks it to end, as Ctrl-C does, and waits until it has. */
  stop(): Promise<void> {
    return this.#end('SIGTERM')
  }

  async remove(): Promise<void> {
    await this.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const ending = this.#process
    this.#process = null
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return
    const gone = once(ending, 'exit')
    ending.kill(signal)
    await gone
  }
}

/** The cookie of a member's sign-in. Rejects with the problem that the server answered. */
export async function signIn(origin: string, unit: string, member: string, pin: string): Promise<string> {
  const answer = await fetch(`${origin}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ unit, member, pin })
  })
  if (answer.status !== 204)
    throw new Error(`${member} was not signed in: ${answer.status} ${await answer.text()}`)
  return answer.headers
    .getSetCookie()
    .map(line => line.split(';')[0])
    .join('; ')
}
