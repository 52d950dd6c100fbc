import { once } from 'node:events'
import { io } from 'socket.io-client'
import { describe, expect, it } from 'vitest'
import { protocolVersion } from '../../shared/protocol/version.ts'
import { smallUnit, TestBoard, withBoard } from '../http/board.ts'
import { say } from '../journal/rig.ts'
import { withRedis } from '../support/redis.ts'

const redis = withRedis()
const board = withBoard(redis)

/** Resolves once the board says that it is ready again. */
async function ready(of: TestBoard): Promise<void> {
  while ((await of.get('/readyz')).status !== 200);
}

it('K-6, K-9 sign-ins outlive a Redis that was killed, and their end is heard again after', async () => {
  const cookie = await board.signedIn('ben', '314159')
  await redis.kill()
  expect((await board.me(cookie)).status).toBe(503)
  await redis.start()
  await ready(board)
  const other = new TestBoard()
  await other.start(redis)
  expect(await (await other.me(cookie)).json()).toMatchObject({ member: 'ben' })
  const socket = io(board.origin, { path: '/live', transports: ['websocket'], extraHeaders: { cookie } })
  await once(socket as never, 'connect')
  await socket.emitWithAck('hello', { protocol: protocolVersion, unit: smallUnit.id, audience: 'tablet' })
  const farewell = once(socket as never, 'farewell')
  await other.post('/api/sign-out', {}, { cookie })
  expect(await farewell).toMatchObject([{ reason: 'signed-out' }])
  socket.disconnect()
  await other.stop()
})

describe('K-12 a sign-in that Redis does not keep is told so, and no cookie is given', () => {
  const signIn = () => board.post('/api/sign-in', { unit: smallUnit.id, member: 'ben', pin: '314159' })

  it.each([
    ['while it does not answer', () => redis.pause(), () => redis.resume()],
    [
      'while it has no room',
      () => say(redis.path, 'CONFIG SET maxmemory 1'),
      () => say(redis.path, 'CONFIG SET maxmemory 0')
    ]
  ])('%s', async (_, fail, mend) => {
    await ready(board)
    await fail()
    const answer = await signIn().finally(mend)
    expect(answer.status).toBe(503)
    expect(await answer.json()).toMatchObject({ type: 'urn:milieu:problem:cannot-record' })
    expect(answer.headers.getSetCookie()).toEqual([])
    await ready(board)
    expect((await signIn()).status).toBe(204)
  })

  it('nor is somebody told to be signed out or locked', async () => {
    const cookie = await board.signedIn('ben', '314159')
    redis.pause()
    const [out, locked] = await Promise.all([
      board.post('/api/sign-out', {}, { cookie }),
      board.post('/api/lock', {}, { cookie })
    ]).finally(() => redis.resume())
    expect([out.status, locked.status]).toEqual([503, 503])
    await ready(board)
    expect(await (await board.me(cookie)).json()).toMatchObject({ member: 'ben' })
  })
})

it('K-7 attempts are counted also while Redis is away, by this node alone', async () => {
  const { attempts } = board.board.access
  const attempt = { address: '192.0.2.1', unit: smallUnit.id, member: 'ben' }
  await redis.kill()
  const waits: (number | null)[] = []
  for (let n = 0; n < 6; n++) waits.push(await attempts.count(attempt))
  await redis.start()
  await ready(board)
  expect(waits.slice(0, 5)).toEqual([null, null, null, null, null])
  expect(waits[5]).toBeGreaterThan(0)
})
