import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { say } from './rig.ts'

/**
 * Real Redis servers on loopback ports, for what one Redis on a socket cannot show: Clusters and Sentinels. The shell
 * ends its Redis when the pipe to us ends, so none outlives the tests.
 */
const script = `
program=$(command -v redis-server || command -v valkey-server) || exit 127
"$program" "$@" </dev/null & server=$!
cat >/dev/null
kill -CONT $server; kill -KILL $server
`

interface Running {
  port: number
  args: string[]
  shell: ChildProcess
}

export class Servers {
  readonly folder = mkdtempSync(join(tmpdir(), 'milieu-servers-'))
  #running: Running[] = []

  /** Starts a server and resolves to its port when it answers. `settings` are as on Redis' command line. */
  async start(settings: (port: number) => string[]): Promise<number> {
    const port = await freePort()
    const folder = mkdtempSync(join(this.folder, `${port}-`))
    const local = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder, '--save', '']
    await this.#run(port, [...settings(port), ...local])
    return port
  }

  /** kill -9 */
  async kill(port: number): Promise<void> {
    await end(this.#running.filter(server => server.port === port))
  }

  /** Starts it again on the files that it left; resolves when it answers. */
  async restart(port: number): Promise<void> {
    const args = this.#running.find(server => server.port === port)?.args ?? []
    await this.kill(port)
    await this.#run(port, args)
  }

  async remove(): Promise<void> {
    await end(this.#running)
    rmSync(this.folder, { recursive: true, force: true })
  }

  async #run(port: number, args: string[]): Promise<void> {
    const shell = spawn('/bin/sh', ['-c', script, 'sh', ...args], { stdio: ['pipe', 'ignore', 'ignore'] })
    this.#running = [...this.#running.filter(server => server.port !== port), { port, args, shell }]
    const answers = (): Promise<boolean> =>
      say({ port }, 'PING').then(
        pong => pong.includes('PONG'),
        () => false
      )
    await vi.waitUntil(answers, { timeout: 10_000, interval: 20 })
  }
}

const end = async (servers: Running[]): Promise<void> => {
  const living = servers.filter(({ shell }) => shell.exitCode === null && shell.signalCode === null)
  const gone = living.map(({ shell }) => new Promise(resolve => shell.once('exit', resolve)))
  for (const { shell } of living) shell.stdin?.end()
  await Promise.all(gone)
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}

const slots = 16_384

/** A Cluster of three masters; resolves to their ports when all of them say that it is whole. */
export async function startCluster(servers: Servers): Promise<number[]> {
  const ports: number[] = []
  for (let n = 0; n < 3; n += 1) {
    const bus = await freePort()
    const cluster = [
      '--cluster-enabled',
      'yes',
      '--cluster-port',
      `${bus}`,
      '--appendonly',
      'yes',
      '--appendfsync',
      'always'
    ]
    const port = await servers.start(() => cluster)
    const [from, to] = [Math.floor((slots / 3) * n), Math.floor((slots / 3) * (n + 1)) - 1]
    await say({ port }, `CLUSTER SET-CONFIG-EPOCH ${n + 1}`)
    await say({ port }, `CLUSTER ADDSLOTSRANGE ${from} ${n === 2 ? slots - 1 : to}`)
    if (ports[0]) await say({ port: ports[0] }, `CLUSTER MEET 127.0.0.1 ${port} ${bus}`)
    ports.push(port)
  }
  const whole = async (): Promise<boolean> => {
    const each = await Promise.all(ports.map(port => say({ port }, 'CLUSTER INFO')))
    return each.every(text => text.includes('cluster_state:ok') && text.includes('cluster_known_nodes:3'))
  }
  await vi.waitUntil(whole, { timeout: 15_000, interval: 50 })
  return ports
}

const sentinelFile = (master: number): string => `
sentinel monitor board 127.0.0.1 ${master} 1
sentinel down-after-milliseconds board 1000
sentinel failover-timeout board 4000
`

/** A master, a replica and a Sentinel that watches them; resolves when the Sentinel knows both. */
export async function startSentinel(
  servers: Servers
): Promise<{ master: number; replica: number; sentinel: number }> {
  const durable = ['--appendonly', 'yes', '--appendfsync', 'always']
  const master = await servers.start(() => durable)
  const replica = await servers.start(() => [...durable, '--replicaof', '127.0.0.1', `${master}`])
  const sentinel = await servers.start(port => {
    const file = join(servers.folder, `sentinel-${port}.conf`)
    writeFileSync(file, sentinelFile(master))
    return [file, '--sentinel']
  })
  const knows = async (): Promise<boolean> => {
    const text = await say({ port: sentinel }, 'SENTINEL MASTER board')
    return (
      text.includes('num-slaves\r\n$1\r\n1') &&
      (await say({ port: master }, 'INFO replication')).includes('state=online')
    )
  }
  await vi.waitUntil(knows, { timeout: 15_000, interval: 50 })
  return { master, replica, sentinel }
}
