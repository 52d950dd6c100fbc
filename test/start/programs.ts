/** Whole servers, and the programs beside them, as somebody starts them on a machine. */
import { once } from 'node:events'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach } from 'vitest'
import { TestServer } from '../support/server.ts'

/** What a test began, to be undone after it, the last first. */
export const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'milieu start '))
  undo.push(() => rmSync(made, { recursive: true, force: true }))
  return made
}

export function serverWith(environment: Record<string, string> = {}, args: string[] = []): TestServer {
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

export const start = (environment: Record<string, string>, args: string[] = []) =>
  run('server/main.ts', args, environment)
export const unit = (args: string[], environment: Record<string, string>) =>
  run('server/unit-file/cli.ts', args, environment)

/** Whether anything listens on that unix socket. */
export function listens(path: string): Promise<boolean> {
  const socket = connect(path)
  return new Promise(resolve => {
    socket.once('connect', () => resolve(true))
    socket.once('error', () => resolve(false))
  }).finally(() => socket.destroy()) as Promise<boolean>
}
