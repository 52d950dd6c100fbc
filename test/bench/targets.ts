/** What is measured, and how each is spoken to: the floor, raw, the usual Socket.IO application, and the board. */
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { createInterface } from 'node:readline'
import { protocolVersion } from '../../shared/protocol/version.ts'
import type { TestRedis } from '../support/redis.ts'
import { TestServer, signIn } from '../support/server.ts'
import type { Dialect, Sending } from './board.ts'
import { within } from './deadline.ts'
import { lanes } from './lanes.ts'

export const names = ['floor', 'raw', 'stock', 'board'] as const
export type Name = (typeof names)[number]

export interface Target {
  name: Name
  port: number
  pid: number
  /** whether several changes of one lane may reach a board as the last of them */
  folds: boolean
  /** whether a board may come back with the position it was at */
  resumes: boolean
  boards: Dialect
  sender: { dialect: Dialect; sending: Sending }
  stop: () => Promise<void>
}

/** Starts it on that Redis. `snapshot`: bytes that a peer answers a greeting with. */
export type Start = (redis: TestRedis, snapshot: number) => Promise<Target>

const plain: Dialect = {
  path: '/',
  framed: false,
  connect: '',
  hello: () => 'hello',
  welcomed: message => message.startsWith('{"rows"'),
  headers: {}
}

/** Numbers of plain changes come back as `ok <first characters of the text>`. */
const plainSending: Sending = {
  frame: (_, text) => text,
  receipt: message => (message.startsWith('ok #') ? Number(/#(\d+)#/.exec(message)?.[1]) : null)
}

async function startPeer(file: Exclude<Name, 'board'>, redis: TestRedis, snapshot: number) {
  const peer = spawn(process.execPath, [`test/bench/peers/${file}.ts`, redis.path, String(snapshot)], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const listening = new Promise<number>((resolve, reject) => {
    peer.once('exit', code => reject(new Error(`${file} ended with ${code}`)))
    createInterface({ input: peer.stdout }).on('line', line => {
      const said = /^listening (\d+)$/.exec(line)?.[1]
      if (said) resolve(Number(said))
    })
  })
  const stop = () =>
    new Promise<void>(resolve => {
      peer.removeAllListeners('exit')
      if (peer.exitCode !== null || peer.signalCode !== null) return resolve()
      peer.once('exit', () => resolve())
      peer.kill('SIGKILL')
    })
  const port = await orStop(
    stop,
    within(20, listening, () => `${file} does not listen`)
  )
  return { name: file, port, pid: peer.pid ?? 0, folds: false, resumes: false, stop }
}

const floor: Start = async (redis, snapshot) => {
  // The floor answers no greeting: who is connected has joined.
  const boards = { ...plain, welcomed: null }
  const peer = await startPeer('floor', redis, snapshot)
  return { ...peer, boards, sender: { dialect: boards, sending: plainSending } }
}

const raw: Start = async (redis, snapshot) => {
  const peer = await startPeer('raw', redis, snapshot)
  return { ...peer, boards: plain, sender: { dialect: plain, sending: plainSending } }
}

/** `42<n>[event, ...]` is an emit with acknowledgement; `43<n>[...]` its answer. */
const acknowledged = (message: string): number | null => {
  const n = /^43(\d+)\[/.exec(message)?.[1]
  return n === undefined || n === '0' ? null : Number(n)
}

const stock: Start = async (redis, snapshot) => {
  const peer = await startPeer('stock', redis, snapshot)
  const dialect: Dialect = {
    path: '/socket.io/?EIO=4&transport=websocket',
    framed: true,
    connect: '40',
    hello: () => '420["hello",{}]',
    welcomed: message => message.startsWith('430['),
    headers: {}
  }
  const sending = {
    frame: (n: number, text: string) => `42${n}["change",${JSON.stringify(text)}]`,
    receipt: acknowledged
  }
  return { ...peer, boards: dialect, sender: { dialect, sending } }
}

const unit = 'maple-house'

/** The name of a place changes, so one small row of the unit. */
const submitting: Sending = {
  frame: (n, text) => {
    const change = {
      type: 'place.change',
      place: `bench-${n % lanes}`,
      name: { en: text, fr: 'x' },
      kind: 'day-room'
    }
    return `42${n}["submit",${JSON.stringify({ id: randomUUID(), ...change })}]`
  },
  receipt: acknowledged
}

/** The real server with the demo unit, as it is started in use: its log too. */
const board: Start = async redis => {
  const server = new TestServer({ redis: redis.url })
  // Killed, since a server that stands still is one of the things that the bench must come away from.
  const stop = async () => {
    await server.kill()
    await server.remove()
  }
  await orStop(
    stop,
    within(30, server.start(), () => `the board did not say that it started. It said:\n${server.said}`)
  )
  const { origin, pid } = server
  const [, token = ''] = server.wall(unit).split('#')
  const cookie = await signIn(origin, unit, 'tariq', '5040')
  const as = (audience: string, connect: string, headers: Dialect['headers']): Dialect => ({
    path: '/live/?EIO=4&transport=websocket',
    framed: true,
    connect,
    hello: position => {
      const hello = JSON.stringify({ protocol: protocolVersion, unit, audience })
      return `420["hello",${position ? `${hello.slice(0, -1)},"position":${position}}` : hello}]`
    },
    welcomed: message => message.startsWith('430[{"ok":true'),
    headers: { origin, ...headers }
  })
  return {
    name: 'board',
    port: Number(new URL(origin).port),
    pid,
    folds: true,
    resumes: true,
    boards: as('wall', `40${JSON.stringify({ display: token })}`, {}),
    sender: { dialect: as('tablet', '40', { cookie }), sending: submitting },
    stop
  }
}

/** What did not start is not left behind. */
async function orStop<T>(stop: () => Promise<void>, starting: Promise<T>): Promise<T> {
  try {
    return await starting
  } catch (fault) {
    await stop()
    throw fault
  }
}

export const starts: Record<Name, Start> = { floor, raw, stock, board }
