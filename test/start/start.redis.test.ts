import { once } from 'node:events'
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { protocolVersion } from '../../shared/protocol/version.ts'
import { TestServer, signIn } from '../support/server.ts'

// Each starts one to three whole servers.
vi.setConfig({ testTimeout: 60_000 })

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'milieu start '))
  undo.push(() => rmSync(made, { recursive: true, force: true }))
  return made
}

function serverWith(environment: Record<string, string> = {}, args: string[] = []): TestServer {
  const server = new TestServer({ environment, args })
  undo.push(() => server.remove())
  return server
}

/** Ends of itself: what it printed where, and its exit code. */
async function run(program: string, args: string[], environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, [resolve(program), ...args], {
    env: { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  let [out, err] = ['', '']
  child.stdout.on('data', part => (out += String(part)))
  child.stderr.on('data', part => (err += String(part)))
  const [code] = (await once(child, 'close')) as [number]
  return { code, out, err, said: err.split('\n').filter(line => line !== '' && !line.startsWith('{')) }
}

const start = (environment: Record<string, string>, args: string[] = []) =>
  run('server/main.ts', args, environment)
const unit = (args: string[], environment: Record<string, string>) =>
  run('server/unit-file/cli.ts', args, environment)

/** Whether anything listens on that unix socket. */
function listens(path: string): Promise<boolean> {
  const socket = connect(path)
  return new Promise(resolve => {
    socket.once('connect', () => resolve(true))
    socket.once('error', () => resolve(false))
  }).finally(() => socket.destroy()) as Promise<boolean>
}

describe('a first start', () => {
  it('H-9 seeds the demo, and prints where its screens are and who can sign in', async () => {
    const server = serverWith()
    await server.start()
    expect(server.said).toContain(`${server.origin}/charge`)
    expect(server.said).toContain('everything in it is made up')
    expect(server.said).toContain('tout y est inventé')
    expect(server.wall('maple-house')).toMatch(/\/wall#maple-house~wall~/)
    expect(server.wall('la-passerelle', 'wall-public')).toMatch(/~wall-public~/)
    const [, member = '', pin = ''] = /^ {2}(\w+) +PIN (\d+) .*charge/m.exec(server.said) ?? []
    expect(await signIn(server.origin, 'maple-house', member, pin)).toMatch(/^milieu=/)
  })

  it('H-9 puts the demo’s day shift on shift, and nobody else', async () => {
    const server = serverWith()
    await server.start()
    const text = readFileSync('docs/examples/maple-house.json', 'utf8')
    const file = JSON.parse(text) as { members: { onShift?: boolean }[] }
    const cookie = await signIn(server.origin, 'maple-house', 'ruth', '2718')
    const { io } = await import('socket.io-client')
    const socket = io(server.origin, { path: '/live', transports: ['websocket'], extraHeaders: { cookie } })
    undo.push(() => socket.disconnect())
    const hello = { protocol: protocolVersion, unit: 'maple-house', audience: 'charge' }
    const welcome = (await socket.emitWithAck('hello', hello)) as {
      snapshot: { rows: { members: Record<string, { onShift: boolean }>; stays: object } }
    }
    const { members, stays } = welcome.snapshot.rows
    expect(Object.values(members).filter(({ onShift }) => onShift)).toHaveLength(
      file.members.filter(({ onShift }) => onShift).length
    )
    expect(Object.keys(stays)).toHaveLength(28)
  })

  it('H-9 seeds nothing where DEMO is off, and says what to do', async () => {
    const server = serverWith({ DEMO: 'off' })
    await server.start()
    expect(server.said).toContain('No unit yet: npm run unit -- load FILE')
    expect(await (await fetch(`${server.origin}/api/units`)).json()).toEqual([])
  })

  it('H-15 the log holds no name, no PIN and no token', async () => {
    const server = serverWith({ LOG_LEVEL: 'trace' })
    await server.start()
    await signIn(server.origin, 'maple-house', 'ruth', '2718')
    await signIn(server.origin, 'maple-house', 'helen', '0000').catch(() => undefined)
    await server.stop()
    const log = server.said.split('\n').filter(line => line.startsWith('{'))
    expect(log.join('\n')).toContain('sign-in.refused')
    expect(log.join('\n')).not.toMatch(/ruth|Okafor|helen|2718|0000|wall~/)
  })
})

describe('a second start', () => {
  it('H-13 is up in under three seconds, with everything there was', async () => {
    const server = serverWith()
    await server.start()
    const wall = server.wall('maple-house')
    const cookie = await signIn(server.origin, 'maple-house', 'ruth', '2718')
    await server.stop()
    await server.start()
    // Its own work, not the wall clock: that would measure how busy the machine is with other tests.
    const figures = await (await fetch(`${server.origin}/metrics`)).text()
    expect(Number(/^milieu_process_cpu_seconds_total (\S+)/m.exec(figures)?.[1])).toBeLessThan(3)
    expect(server.wall('maple-house')).toBe(wall)
    expect((await fetch(`${server.origin}/api/me`, { headers: { cookie } })).status).toBe(200)
  })

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'H-14 %s ends it with exit code 0, and leaves nothing behind',
    async signal => {
      const server = serverWith()
      await server.start()
      const socket = join(server.folder, 'redis/redis.sock')
      expect(await listens(socket)).toBe(true)
      process.kill(server.pid, signal)
      process.kill(server.pid, signal) // a terminal and npm each send it
      const code = await server.ended
      expect(code).toBe(0)
      expect(await listens(socket)).toBe(false)
      await expect(fetch(server.origin)).rejects.toThrow()
    }
  )

  it('H-14 a second Ctrl-C, later than half a second, ends it at once', async () => {
    const server = serverWith({ DEMO: 'off' })
    await server.start()
    // A request that never ends holds the server back for two seconds.
    const { port, hostname } = new URL(server.origin)
    const socket = connect(Number(port), hostname)
    socket.on('error', () => undefined)
    socket.write(
      'POST /api/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{'
    )
    expect((await fetch(`${server.origin}/healthz`)).status).toBe(200)
    const ended = server.ended
    const pressing = setInterval(() => process.kill(server.pid, 'SIGINT'), 50)
    const code = await ended.finally(() => clearInterval(pressing))
    socket.destroy()
    expect(code).toBe(130)
  })
})

describe('what keeps it from starting is said in one line, with exit code 1', () => {
  it('H-10 a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    undo.push(() => other.close())
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    const { code, said } = await start({ PORT: String(port), DATA_DIR: folder() })
    expect(code).toBe(1)
    expect(said).toEqual([
      `Port ${port} is taken by another program: end that, or set PORT to a free one (0 takes any).`
    ])
  })

  it('H-11 a Redis that is not there', async () => {
    const { code, said } = await start({ REDIS_URL: 'redis://:hunter2@127.0.0.1:1' })
    expect(code).toBe(1)
    expect(said).toHaveLength(1)
    expect(said[0]).toMatch(/^Redis does not answer at 127\.0\.0\.1:1 .*REDIS_URL\.$/)
    expect(said[0]).not.toContain('hunter2')
  })

  it('H-11 something that is no Redis', async () => {
    const other = createServer(socket => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')).listen(
      0,
      '127.0.0.1'
    )
    undo.push(() => other.close())
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    const { code, said } = await start({ REDIS_URL: `redis://127.0.0.1:${port}` })
    expect([code, said.length]).toEqual([1, 1])
    expect(said[0]).toContain(`127.0.0.1:${port}`)
  })

  it('H-11 a value that cannot be', async () => {
    const { code, said } = await start({ PORT: 'eighty' })
    expect([code, said.length]).toEqual([1, 1])
    expect(said[0]).toContain('PORT is "eighty"')
  })

  it('H-12 a data folder that cannot be one', async () => {
    const file = join(folder(), 'file')
    writeFileSync(file, '')
    const { code, said } = await start({ DATA_DIR: file })
    expect([code, said.length]).toEqual([1, 1])
    expect(said[0]).toContain('DATA_DIR')
  })

  it('H-10 an address that this machine does not have, and nothing stays behind', async () => {
    const where = folder()
    const { code, said } = await start({ HOST: '203.0.113.7', DATA_DIR: where })
    expect([code, said.length]).toEqual([1, 1])
    expect(said[0]).toContain('HOST is 203.0.113.7')
    expect(await listens(join(where, 'redis/redis.sock'))).toBe(false)
  })

  it('H-16 a unit file that is not there, or that has mistakes, which are all named', async () => {
    const where = folder()
    const gone = await start({ DATA_DIR: where }, ['--unit', join(where, 'gone.json')])
    expect([gone.code, gone.said]).toEqual([1, [expect.stringContaining('there is no such file')]])
    const bad = join(where, 'bad.json')
    writeFileSync(bad, '{ "format": 1, "id": "Bad Id" }')
    const wrong = await start({ DATA_DIR: where }, ['--unit', bad])
    expect(wrong.code).toBe(1)
    expect(wrong.out).toContain(`${bad}:1:22: mistake: id: `)
    expect(wrong.said).toEqual([`The unit file ${bad} has mistakes; nothing was changed.`])
  })

  it('H-16 an argument that is not known', async () => {
    const { code, said } = await start({ DATA_DIR: folder() }, ['--demo'])
    expect([code, said.length]).toEqual([1, 1])
    expect(said[0]).toContain('--unit FILE')
  })
})

describe('the unit file on the command line', () => {
  const example = resolve('docs/examples/maple-house.json')

  it('H-16 is loaded by npm start -- --unit FILE, which says what it changes; then there is no demo', async () => {
    const server = serverWith({}, ['--unit', example])
    await server.start()
    expect(server.said).toContain('To make Maple House (maple-house) what its file says')
    expect(server.said).toContain('- admit Wanda Osei to bed 12A, q15')
    const units = (await (await fetch(`${server.origin}/api/units`)).json()) as { id: string }[]
    expect(units.map(({ id }) => id)).toEqual(['maple-house'])
  })

  it('F-12 check names every mistake with exit code 1, and nothing but that it is right with 0', async () => {
    const bad = join(folder(), 'bad.json')
    writeFileSync(bad, readFileSync(example, 'utf8').replace('"bed": "1B"', '"bed": "1A"'))
    const wrong = await unit(['check', bad], {})
    expect(wrong.code).toBe(1)
    expect(wrong.err).toMatch(/bad\.json:\d+:\d+: mistake: people\[1\]\.bed: "1A"/)
    const right = await unit(['check', example], {})
    expect([right.code, right.out]).toEqual([0, expect.stringContaining('is right: Maple House')])
    expect((await unit(['frobnicate'], {})).code).toBe(2)
  })

  it('F-12 load beside a running board reaches its screens; loading again changes nothing', async () => {
    const server = serverWith({ DEMO: 'off' })
    await server.start()
    const where = { DATA_DIR: server.folder }
    const asks = await unit(['load', example], where)
    expect([asks.code, asks.err]).toEqual([1, expect.stringContaining('add --yes')])
    const loaded = await unit(['load', example, '--yes'], where)
    expect([loaded.code, loaded.out]).toEqual([0, expect.stringMatching(/(\d+) of \1 changes recorded/)])
    expect(await signIn(server.origin, 'maple-house', 'ruth', '2718')).toMatch(/^milieu=/)
    const again = await unit(['load', example, '--yes'], where)
    expect([again.code, again.out]).toEqual([0, expect.stringContaining('Nothing was changed')])
  })

  it('F-12 load without a running board starts a Redis for itself and ends it', async () => {
    const where = folder()
    mkdirSync(join(where, 'data'))
    const DATA_DIR = join(where, 'data')
    expect((await unit(['load', example, '--yes'], { DATA_DIR })).code).toBe(0)
    expect(await listens(join(DATA_DIR, 'redis/redis.sock'))).toBe(false)
  })
})
