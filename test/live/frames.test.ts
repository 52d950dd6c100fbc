import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'
import * as webSockets from 'ws'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encodeOnce } from '../../server/live/encode-once.ts'
import { frameOf, sendAll } from '../../server/live/frames.ts'
import type { LiveSocket } from '../../server/live/screen.ts'
import type { Beacon } from '../../shared/protocol/beacon.ts'

type WebSocket = webSockets.WebSocket

const http = createServer()
const io = new Server(http, { path: '/live', transports: ['websocket'], perMessageDeflate: false })
encodeOnce(io)
beforeAll(async () => {
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
})
afterAll(() => io.close())

/** One connection from both ends: what the server sends on, and what arrives. */
async function connect(): Promise<{ socket: LiveSocket; ws: WebSocket; frames: string[] }> {
  const { port } = http.address() as AddressInfo
  const ws = new webSockets.WebSocket(`ws://127.0.0.1:${port}/live/?EIO=4&transport=websocket`)
  const frames: string[] = []
  const connected = once(io, 'connection') as Promise<[LiveSocket]>
  ws.on('message', (frame: Buffer) => frames.push(frame.toString()))
  await once(ws, 'open')
  ws.send('40')
  const [socket] = await connected
  return { socket, ws, frames }
}

const beaconOf = (now: number, text = ''): Beacon => ({
  position: { epoch: `e${text}`, seq: now },
  now,
  age: 0
})

const untilFrame = async (ws: WebSocket, frames: string[], wanted: string): Promise<void> => {
  while (!frames.some(frame => frame.includes(wanted))) await once(ws, 'message')
}

describe('a frame', () => {
  it.each([0, 1, 124, 125, 126, 127, 65_534, 65_535, 65_536, 70_000])(
    'L-4 of %i bytes is as ws makes it',
    size => {
      const text = size > 2 ? `é${'x'.repeat(size - 2)}` : 'x'.repeat(size)
      const sender = webSockets as unknown as {
        Sender: { frame(payload: Buffer, options: object): Buffer[] }
      }
      const options = { fin: true, opcode: 1, mask: false, rsv1: false, readOnly: false }
      const made = Buffer.concat(sender.Sender.frame(Buffer.from(text), options))
      expect(frameOf(text).equals(made)).toBe(true)
    }
  )
})

describe('what is sent to all', () => {
  it('L-4 arrives as Socket.IO would send it', async () => {
    const { socket, ws, frames } = await connect()
    sendAll([socket], 'beacon', beaconOf(1, 'é'))
    socket.emit('beacon', beaconOf(1, 'é'))
    sendAll([socket], 'delta', 44, 3, { '/places/é': {} }, ['/stays/s1'])
    socket.emit('delta', 44, 3, { '/places/é': {} }, ['/stays/s1'])
    sendAll([socket], 'beacon', beaconOf(2))
    await untilFrame(ws, frames, '"now":2')
    const [first, second, third, fourth] = frames.filter(frame => frame.startsWith('42'))
    expect(first).toBe(second)
    expect(third).toBe(fourth)
    expect(third).toBe('42["delta",44,3,{"/places/é":{}},["/stays/s1"]]')
    ws.close()
  })

  it('L-10 arrives in order and whole, also where a screen did not read for a while', async () => {
    const { socket, ws, frames } = await connect()
    const pad = 'x'.repeat(30_000)
    ws.pause()
    for (let n = 0; n < 600; n++) {
      if (n % 7 === 0) socket.emit('beacon', beaconOf(n, pad))
      else sendAll([socket], 'beacon', beaconOf(n, pad))
      if (n % 50 === 0) await new Promise(setImmediate)
    }
    const conn = socket.conn as unknown as { writeBuffer: unknown[] }
    expect(conn.writeBuffer.length).toBeGreaterThan(0)
    ws.resume()
    await untilFrame(ws, frames, '"now":599,')
    sendAll([socket], 'beacon', beaconOf(600))
    await untilFrame(ws, frames, '"now":600,')
    const seen = frames.flatMap(frame => /"now":(\d+),/.exec(frame)?.[1] ?? [])
    expect(seen.map(Number)).toEqual(Array.from({ length: 601 }, (_, n) => n))
    ws.close()
  })
})

describe('rows that many are answered with', () => {
  const position = { epoch: 'e', seq: 1 }
  it.each([
    ['L-5 a snapshot is', (rows: object) => ({ ok: true, snapshot: { position, now: 1, rows } })],
    ['L-23 what was missed is', (rows: object) => ({ ok: true, deltas: [[1, 1, rows]], position, now: 1 })]
  ])('%s encoded once, and the same to each', async (_, welcomeWith) => {
    const { socket, ws, frames } = await connect()
    let encoded = 0
    const rows = { toJSON: () => (encoded++, { things: { a: { id: 'a' } } }) }
    const welcome = welcomeWith(rows)
    const answer = (__: unknown, ack: (answer: object) => void): void => ack(welcome)
    socket.on('hello', answer as never)
    for (const id of [1, 2, 3]) ws.send(`42${id}["hello",{}]`)
    await untilFrame(ws, frames, '433[')
    const answers = frames.filter(frame => frame.startsWith('43'))
    expect(answers.map(frame => frame.slice(2, 3))).toEqual(['1', '2', '3'])
    expect(new Set(answers.map(frame => frame.slice(3))).size).toBe(1)
    expect(encoded).toBe(1)
    ws.close()
  })
})
