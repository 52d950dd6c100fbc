/** What is measured, and how each is spoken to: the floor, raw, the usual Socket.IO application, and the board. */
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { createInterface } from 'node:readline'
import { protocolVersion } from '../../shared/protocol/version.ts'
import type { TestRedis } from '../support/redis.ts'
import { TestServer, signIn } from '../support/server.ts'
import type { Dialect, Sending } from './board.ts'

export interface Target {
  name: 'floor' | 'raw' | 'stock' | 'board'
  port: number
  pid: number
  boards: Dialect
  sender: { dialect: Dialect; sending: Sending }
  stop: () => Promise<void>
}

/** Text of a change: 82 characters, with its number. */
export const textOf = (n: number): string => `#${n}# `.padEnd(82, 'the same text for everybody, ')

const plain: Dialect = {
  path: '/',
  framed: false,
  connect: '',
  hello: 'hello',
  welcomed: message => message.startsWith('{"rows"'),
  headers: {}
}

/** Numbers of plain changes come back as `ok <first characters of the text>`. */
const plainSending: Sending = {
  frame: (_, text) => text,
  receipt: message => (message.startsWith('ok #') ? Number(/#(\d+)#/.exec(message)?.[1]) : null)
}

interface Peer {
  port: number
  pid: number
  stop: () => Promise<void>
}

async function startPeer(file: string, redis: TestRedis): Promise<Peer> {
  const peer = spawn(process.execPath, [`test/bench/peers/${file}.ts`, redis.path], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const port = await new Promise<number>((resolve, reject) => {
    peer.once('exit', code => reject(new Error(`${file} ended with ${code}`)))
    createInterface({ input: peer.stdout }).on('line', line => {
      const said = /^listening (\d+)$/.exec(line)?.[1]
      if (said) resolve(Number(said))
    })
  })
  const stop = () =>
    new Promise<void>(resolve => {
      peer.removeAllListeners('exit')
      peer.once('exit', () => resolve())
      peer.kill('SIGKILL')
    })
  return { port, pid: peer.pid ?? 0, stop }
}

export async function floor(redis: TestRedis): Promise<Target> {
  const peer = await startPeer('floor', redis)
  const boards = { ...plain, hello: '' }
  return { name: 'floor', ...peer, boards, sender: { dialect: boards, sending: plainSending } }
}

export async function raw(redis: TestRedis): Promise<Target> {
  const peer = await startPeer('raw', redis)
  return { name: 'raw', ...peer, boards: plain, sender: { dialect: plain, sending: plainSending } }
}

/** `42<n>[event, ...]` is an emit with acknowledgement; `43<n>[...]` its answer. */
const acknowledged = (message: string): number | null => {
  const n = /^43(\d+)\[/.exec(message)?.[1]
  return n === undefined || n === '0' ? null : Number(n)
}

export async function stock(redis: TestRedis): Promise<Target> {
  const peer = await startPeer('stock', redis)
  const dialect: Dialect = {
    path: '/socket.io/?EIO=4&transport=websocket',
    framed: true,
    connect: '40',
    hello: '420["hello",{}]',
    welcomed: message => message.startsWith('430['),
    headers: {}
  }
  const sending = {
    frame: (n: number, text: string) => `42${n}["change",${JSON.stringify(text)}]`,
    receipt: acknowledged
  }
  return { name: 'stock', ...peer, boards: dialect, sender: { dialect, sending } }
}

/** The board: the real server with the demo unit; changes are the name of a place, so that one small row changes. */
export async function board(redis: TestRedis): Promise<Target> {
  const server = await TestServer.start({ redis: redis.url, environment: { LOG_LEVEL: 'fatal' } })
  const unit = 'maple-house'
  const [, token = ''] = server.wall(unit).split('#')
  const cookie = await signIn(server.origin, unit, 'tariq', '5040')
  const path = '/live/?EIO=4&transport=websocket'
  const hello = (audience: string) =>
    `420["hello",${JSON.stringify({ protocol: protocolVersion, unit, audience })}]`
  const welcomed = (message: string) => message.startsWith('430[{"ok":true')
  const connect = `40${JSON.stringify({ display: token })}`
  const boards = {
    path,
    framed: true,
    connect,
    hello: hello('wall'),
    welcomed,
    headers: { origin: server.origin }
  }
  const dialect = {
    ...boards,
    connect: '40',
    hello: hello('tablet'),
    headers: { origin: server.origin, cookie }
  }
  const frame = (n: number, text: string) => {
    const change = { type: 'place.change', place: 'day-room', name: { en: text, fr: 'x' }, kind: 'day-room' }
    return `42${n}["submit",${JSON.stringify({ id: randomUUID(), ...change })}]`
  }
  const port = Number(new URL(server.origin).port)
  const sender = { dialect, sending: { frame, receipt: acknowledged } }
  return { name: 'board', port, pid: server.pid, boards, sender, stop: () => server.remove() }
}
