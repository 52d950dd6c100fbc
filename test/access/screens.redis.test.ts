import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { io, type Socket } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Audience } from '../../shared/audience.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { Farewell } from '../../shared/protocol/farewell.ts'
import type { Welcome } from '../../shared/protocol/hello.ts'
import { protocolVersion } from '../../shared/protocol/version.ts'
import { front, smallUnit, TestBoard, withBoard } from '../http/board.ts'
import { withRedis } from '../support/redis.ts'

const redis = withRedis()
const here = withBoard(redis)
const there = new TestBoard()
beforeAll(() => there.start(redis))
afterAll(() => there.stop())

const unit = smallUnit.id
const open: Socket[] = []
afterEach(() => {
  for (const socket of open.splice(0)) socket.disconnect()
})

interface Proof {
  cookie?: string
  display?: string
  origin?: string
}

function connect(board: TestBoard, { cookie, display, origin }: Proof): Socket {
  const socket = io(board.origin, {
    path: '/live',
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { ...(cookie !== undefined && { cookie }), ...(origin !== undefined && { origin }) },
    ...(display !== undefined && { auth: { display } })
  })
  open.push(socket)
  return socket
}

async function greet(socket: Socket, audience: Audience): Promise<Welcome> {
  if (!socket.connected) await once(socket as never, 'connect')
  return socket.emitWithAck('hello', { protocol: protocolVersion, unit, audience }) as Promise<Welcome>
}

/** `npm run unit` on the same Redis; resolves to its exit code and what it told on the standard error. */
async function runUnit(...words: string[]): Promise<{ code: number | null; said: string }> {
  const cli = join(import.meta.dirname, '../../server/unit-file/cli.ts')
  const environment = { PATH: process.env['PATH'], REDIS_URL: redis.url, DATA_DIR: redis.folder }
  const run = spawn(process.execPath, [cli, ...words], {
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe']
  })
  const [said, [code]] = await Promise.all([text(run.stderr), once(run, 'exit') as Promise<[number | null]>])
  return { code, said }
}

/** A screen that watches, and why it will be sent away. */
async function watching(board: TestBoard, proof: Proof, audience: Audience) {
  const socket = connect(board, proof)
  expect(await greet(socket, audience)).toMatchObject({ ok: true })
  return { socket, farewell: once(socket as never, 'farewell').then(([said]) => said as Farewell) }
}

describe('who is let in to watch', () => {
  it('K-4 a member by the cookie of their sign-in, on any node', async () => {
    const cookie = await here.signedIn('ben', '314159')
    for (const board of [here, there]) {
      expect(await greet(connect(board, { cookie }), 'tablet')).toMatchObject({ ok: true })
    }
  })

  it('L-9 a page of an origin that was named, and of no other', async () => {
    const cookie = await here.signedIn('ben', '314159')
    expect(await greet(connect(here, { cookie, origin: front }), 'tablet')).toMatchObject({ ok: true })
    const other = connect(here, { cookie, origin: 'https://elsewhere.example' })
    expect(await once(other as never, 'connect_error')).toHaveLength(1)
    expect(other.connected).toBe(false)
  })

  it('K-4 nobody without a sign-in', async () => {
    const [fault] = await once(connect(here, {}) as never, 'connect_error')
    expect(fault).toMatchObject({ data: { refusal: 'not-signed-in' } })
  })

  it('K-4 a counselor not as charge, whoever leads as charge', async () => {
    const counselor = connect(here, { cookie: await here.signedIn('ben', '314159') })
    expect(await greet(counselor, 'charge')).toMatchObject({ ok: false, refusal: 'not-permitted' })
    const charge = connect(here, { cookie: await here.signedIn('ada', '271828') })
    expect(await greet(charge, 'charge')).toMatchObject({ ok: true })
  })

  it('K-11 a display by the token in its address, as what the address says and nothing else', async () => {
    const display = await here.board.access.displays.token(unit, 'wall-public', 'entrance')
    expect(await greet(connect(there, { display }), 'wall-public')).toMatchObject({ ok: true })
    expect(await greet(connect(there, { display }), 'wall')).toMatchObject({ ok: false })
  })

  it('K-11 no display whose token was changed in any of its parts', async () => {
    const token = await here.board.access.displays.token(unit, 'wall-public', 'entrance')
    const changed = [
      token.replace('wall-public', 'wall'),
      token.replace(unit, 'other-unit'),
      token.replace('entrance', 'office'),
      token.replace('~0~', '~1~'),
      `${token}x`,
      ''
    ]
    for (const display of changed) {
      const [fault] = await once(connect(here, { display }) as never, 'connect_error')
      expect(fault, display).toMatchObject({ data: { refusal: 'not-signed-in' } })
    }
  })
})

describe('whose time is over', () => {
  it('K-9 is sent away on every node when signed out', async () => {
    const cookie = await here.signedIn('ben', '314159')
    const { farewell } = await watching(there, { cookie }, 'tablet')
    await here.post('/api/sign-out', {}, { cookie })
    expect(await farewell).toEqual({ reason: 'signed-out', again: 'after-sign-in' })
  })

  it('K-9 is sent away when the tablet is locked, and comes again as a locked one only', async () => {
    const cookie = await here.signedIn('ben', '314159')
    const { farewell } = await watching(there, { cookie }, 'tablet')
    await here.post('/api/lock', {}, { cookie })
    expect(await farewell).toMatchObject({ reason: 'locked' })
    expect(await greet(connect(there, { cookie }), 'tablet')).toMatchObject({ ok: false })
    expect(await greet(connect(there, { cookie }), 'locked')).toMatchObject({ ok: true })
  })

  it('K-8 a locked tablet may call for help, as the device, and do nothing else', async () => {
    const cookie = await here.signedIn('ben', '314159')
    await here.post('/api/lock', {}, { cookie })
    const socket = connect(here, { cookie })
    await greet(socket, 'locked')
    const id = crypto.randomUUID()
    const raised = await socket.emitWithAck('submit', {
      id,
      type: 'alert.raise',
      kind: 'medical',
      place: null
    })
    expect(raised).toMatchObject({ outcome: 'recorded' })
    const by = await here.board.node.units.with(
      unit,
      ({ state }) => state.alerts.alerts[id as never]?.raisedBy
    )
    expect(by).toMatchObject({ kind: 'screen' })
    expect(JSON.stringify(by)).not.toContain('ben')
    const other = { id: crypto.randomUUID(), type: 'alert.arrive', alert: id }
    expect(await socket.emitWithAck('submit', other)).toMatchObject({ refusal: 'not-permitted' })
  })

  it('K-9 is sent away when the display is revoked, and its address opens nothing any more', async () => {
    const { displays } = here.board.access
    const display = await displays.token(unit, 'wall', 'revoked')
    const { farewell } = await watching(there, { display }, 'wall')
    await displays.revoke(`${unit}~wall~revoked`)
    await here.board.access.revoke({ kind: 'display', display: `${unit}~wall~revoked` })
    expect(await farewell).toEqual({ reason: 'revoked', again: 'never' })
    const [fault] = await once(connect(here, { display }) as never, 'connect_error')
    expect(fault).toMatchObject({ data: { refusal: 'not-signed-in' } })
    const anew = await displays.token(unit, 'wall', 'revoked')
    expect(await greet(connect(here, { display: anew }), 'wall')).toMatchObject({ ok: true })
  })

  it('K-9, K-11 is sent away when its addresses are taken back by `npm run unit -- revoke-display`', async () => {
    const { displays } = here.board.access
    const walls = ['wall', 'wall-public'] as const
    const [wall = '', outside = ''] = await Promise.all(walls.map(one => displays.token(unit, one, 'stolen')))
    const other = await displays.token(unit, 'wall', 'kept')
    const { farewell } = await watching(there, { display: wall }, 'wall')
    expect(await runUnit('revoke-display', unit, 'stolen')).toMatchObject({ code: 0 })
    expect(await farewell).toEqual({ reason: 'revoked', again: 'never' })
    for (const token of [wall, outside]) expect(await displays.identify(token)).toBeNull()
    expect(await displays.identify(other)).toMatchObject({ name: 'kept' })
  })

  it.each([
    ['a unit that there is not', 1, ['revoke-display', 'no-such-unit', 'stolen']],
    ['a name that no display has', 1, ['revoke-display', unit, 'not~a name']],
    ['no name', 2, ['revoke-display', unit]]
  ])('K-11 nothing is taken back of %s', async (_, code, words) => {
    const answer = await runUnit(...words)
    expect(answer).toMatchObject({ code })
    expect(answer.said).not.toBe('')
    expect(answer.said).not.toMatch(/\bat .*\.ts/)
  })

  it('K-10 is found by looking again where no word of it came', async () => {
    const cookie = await here.signedIn('ben', '314159')
    const member = await watching(here, { cookie }, 'tablet')
    const display = await here.board.access.displays.token(unit, 'wall', 'silent')
    const wall = await watching(here, { display }, 'wall')
    const { sessions, displays } = here.board.access
    const session = await sessions.behind(cookie)
    await new Promise(done => session.destroy(done))
    await displays.revoke(`${unit}~wall~silent`)
    await here.board.access.recheck()
    expect(await member.farewell).toMatchObject({ reason: 'signed-out' })
    expect(await wall.farewell).toMatchObject({ reason: 'revoked' })
  })

  it('K-10 nobody is sent away for Redis not being there to ask', async () => {
    const cookie = await here.signedIn('ben', '314159')
    const { socket } = await watching(here, { cookie }, 'tablet')
    redis.pause()
    await here.board.access.recheck()
    expect(socket.connected).toBe(true)
    await redis.resume()
  })

  it('K-3 is over for who is retired from the staff: the screen is sent away, the sign-in is nobody’s', async () => {
    const cookie = await here.signedIn('dov', '662607')
    const { socket } = await watching(there, { cookie }, 'tablet')
    const gone = once(socket as never, 'disconnect')
    const retire = { type: 'member.retire', member: 'dov' as MemberId } as const
    await here.board.node.units.submit(unit, retire, crypto.randomUUID() as never, { kind: 'loader' })
    await gone
    expect((await there.me(cookie)).status).toBe(401)
  })
})
