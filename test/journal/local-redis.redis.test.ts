import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import { afterEach, describe, expect, it } from 'vitest'
import { startLocalRedis, type LocalRedisEvent } from '../../server/journal/local-redis.ts'
import { socketPath } from '../../server/journal/socket-path.ts'

const left: (() => unknown)[] = []
afterEach(async () => {
  for (const undo of left.splice(0).reverse()) await undo()
})

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'milieu local '))
  left.push(() => rmSync(made, { recursive: true, force: true }))
  return made
}

/** A local Redis of this process, and a way to wait for what it tells. */
async function started(where: string) {
  const heard = new Heard()
  const redis = await startLocalRedis({ folder: where, log: event => heard.add(event) })
  left.push(() => redis.stop())
  return { redis, heard }
}

class Heard {
  #all: LocalRedisEvent[] = []
  #waiting: (() => void)[] = []

  add(event: LocalRedisEvent): void {
    this.#all.push(event)
    for (const wake of this.#waiting.splice(0)) wake()
  }

  /** The nth (from 1) event with that code, now or when it comes. */
  async next<C extends LocalRedisEvent['code']>(code: C, nth = 1): Promise<LocalRedisEvent & { code: C }> {
    for (;;) {
      const found = this.#all.filter((event): event is LocalRedisEvent & { code: C } => event.code === code)
      const event = found[nth - 1]
      if (event) return event
      await new Promise<void>(wake => this.#waiting.push(wake))
    }
  }
}

/** What Redis answers to one inline command on the socket. */
async function ask(path: string, command: string): Promise<string> {
  const socket = connect(path)
  socket.write(`${command}\r\n`)
  const [reply] = await once(socket, 'data')
  socket.destroy()
  return String(reply)
}

/** Another process of ours with a local Redis on the same folder; `line` waits for what it prints. */
function otherProcess(where: string): { child: ChildProcess; lines: Interface } {
  const module = join(import.meta.dirname, '../../server/journal/local-redis.ts')
  const source = `
    const { startLocalRedis } = await import(${JSON.stringify(module)})
    const redis = await startLocalRedis({
      folder: ${JSON.stringify(where)},
      log: event => console.log(JSON.stringify(event))
    })
    process.on('SIGTERM', () => redis.stop())`
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  left.push(() => child.kill('SIGKILL'))
  return { child, lines: createInterface({ input: child.stdout }) }
}

async function firstLine(lines: Interface): Promise<LocalRedisEvent> {
  const [line] = await once(lines, 'line')
  return JSON.parse(String(line))
}

async function pidOf(path: string): Promise<number> {
  const found = /process_id:(\d+)/.exec(await ask(path, 'INFO server'))
  return Number(found?.[1])
}

describe('the Redis that comes with the board', () => {
  it('writes every command to the disk before its reply, never evicts, and listens on no port', async () => {
    const { redis } = await started(folder())
    for (const [setting, value] of [
      ['appendonly', 'yes'],
      ['appendfsync', 'always'],
      ['maxmemory-policy', 'noeviction'],
      ['port', '0']
    ] as const) {
      expect(await ask(redis.path, `CONFIG GET ${setting}`)).toContain(`\r\n${value}\r\n`)
    }
    expect(await ask(redis.path, 'PING')).toBe('+PONG\r\n')
  })

  it('keeps its files where only we can read them', async () => {
    const where = folder()
    await started(where)
    expect(statSync(join(where, 'redis')).mode & 0o777).toBe(0o700)
    expect(statSync(join(where, 'redis/redis.sock')).mode & 0o777).toBe(0o700)
  })

  it('is started again on the same socket after kill -9, with everything it had acknowledged', async () => {
    const { redis, heard } = await started(folder())
    expect(await ask(redis.path, 'SET kept yes')).toBe('+OK\r\n')
    process.kill((await heard.next('redis-started')).pid, 'SIGKILL')
    expect((await heard.next('redis-ended')).why).toBe('killed by SIGKILL')
    await heard.next('redis-started', 2)
    expect(await ask(redis.path, 'GET kept')).toBe('$3\r\nyes\r\n')
  })

  it('ends with its process, also when that is killed with kill -9', async () => {
    const where = folder()
    const { child, lines } = otherProcess(where)
    expect(await firstLine(lines)).toMatchObject({ code: 'redis-started' })
    const path = join(where, 'redis/redis.sock')
    const link = connect(path)
    await once(link, 'connect')
    child.kill('SIGKILL')
    await once(link.resume(), 'close')
    await expect(ask(path, 'PING')).rejects.toThrow()
  })

  it('stops when asked to, and leaves nothing that listens', async () => {
    const { redis, heard } = await started(folder())
    const { pid } = await heard.next('redis-started')
    await redis.stop()
    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
    await expect(ask(redis.path, 'PING')).rejects.toThrow()
  })

  it('is joined by a second command on the same folder, which leaves it alone when it ends', async () => {
    const where = folder()
    const { redis, heard } = await started(where)
    const { child, lines } = otherProcess(where)
    expect(await firstLine(lines)).toEqual({ code: 'redis-joined' })
    const exited = once(child, 'exit')
    child.kill('SIGTERM')
    await exited
    expect(await pidOf(redis.path)).toBe((await heard.next('redis-started')).pid)
  })

  it('is started again by who joined it, once the command that started it has been killed', async () => {
    const where = folder()
    const { child, lines } = otherProcess(where)
    await firstLine(lines)
    const { redis, heard } = await started(where)
    await heard.next('redis-joined')
    expect(await ask(redis.path, 'SET kept yes')).toBe('+OK\r\n')
    child.kill('SIGKILL')
    await heard.next('redis-started')
    expect(await ask(redis.path, 'GET kept')).toBe('$3\r\nyes\r\n')
  })

  it('is started once when several commands start on one folder at the same moment', async () => {
    const where = folder()
    const others = [otherProcess(where), otherProcess(where), otherProcess(where)]
    const events = await Promise.all(others.map(other => firstLine(other.lines)))
    expect(events.map(event => event.code).sort()).toEqual(['redis-joined', 'redis-joined', 'redis-started'])
  })

  it('listens in a short folder of its own where the path of the data folder is too long for a socket', async () => {
    const where = join(folder(), 'long-'.repeat(30))
    const { redis } = await started(where)
    left.push(() => rmSync(join(redis.path, '..'), { recursive: true, force: true }))
    expect(Buffer.byteLength(redis.path)).toBeLessThanOrEqual(100)
    expect(socketPath(join(where, 'redis'))).toBe(redis.path)
    expect(await ask(redis.path, 'PING')).toBe('+PONG\r\n')
  })
})

describe('what stops the start is said in one line', () => {
  it('a data folder that cannot be one', async () => {
    const file = join(folder(), 'file')
    writeFileSync(file, '')
    await expect(startLocalRedis({ folder: file, log: () => {} })).rejects.toThrow(
      /^The folder .*file.* DATA_DIR\.$/
    )
  })

  it('damage in the append-only file, which is never repaired silently', async () => {
    const where = folder()
    const files = join(where, 'redis', 'appendonlydir')
    mkdirSync(files, { recursive: true })
    writeFileSync(join(files, 'appendonly.aof.manifest'), 'file appendonly.aof.1.incr.aof seq 1 type i\n')
    writeFileSync(
      join(files, 'appendonly.aof.1.incr.aof'),
      '*2\r\n$6\r\nSELECT\r\n$1\r\n0\r\n*DAMAGED\r\n*1\r\n'
    )
    const fault = await startLocalRedis({ folder: where, log: () => {} }).catch(String)
    expect(fault).toMatch(/Redis did not start \(exit code 1\): .*append only file/)
    expect(String(fault).split('\n')).toHaveLength(1)
  })

  it('no Redis program on the PATH', async () => {
    const module = join(import.meta.dirname, '../../server/journal/local-redis.ts')
    const source = `
      process.env.PATH = '/nowhere'
      const { startLocalRedis } = await import(${JSON.stringify(module)})
      await startLocalRedis({ folder: ${JSON.stringify(folder())}, log() {} }).catch(fault => console.log(fault.message))`
    const child = spawn(process.execPath, ['--input-type=module', '-e', source], {
      stdio: ['ignore', 'pipe', 'inherit']
    })
    const [line] = await once(createInterface({ input: child.stdout }), 'line')
    expect(line).toMatch(/^There is no Redis: /)
  })
})
