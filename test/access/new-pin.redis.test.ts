import { once } from 'node:events'
import { io } from 'socket.io-client'
import { expect, it } from 'vitest'
import { hashPin } from '../../server/access/pins.ts'
import type { MemberId } from '../../shared/ids.ts'
import { protocolVersion } from '../../shared/protocol/version.ts'
import { smallUnit, TestBoard, withBoard } from '../http/board.ts'
import { withRedis } from '../support/redis.ts'

const redis = withRedis()
const board = withBoard(redis)

async function watchingWith(cookie: string, on: TestBoard) {
  const socket = io(on.origin, {
    path: '/live',
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { cookie }
  })
  await once(socket as never, 'connect')
  const hello = { protocol: protocolVersion, unit: smallUnit.id, audience: 'tablet' }
  expect(await socket.emitWithAck('hello', hello)).toMatchObject({ ok: true })
  return socket
}

it('K-15 a new PIN ends every sign-in of that member, on every node, and no other', async () => {
  const other = new TestBoard()
  await other.start(redis)
  const [old, locked, ada] = [
    await board.signedIn('ben', '314159'),
    await board.signedIn('ben', '314159'),
    await board.signedIn('ada', '271828')
  ]
  await board.post('/api/lock', {}, { cookie: locked })
  const screens = [await watchingWith(old, board), await watchingWith(old, other)]
  const hers = await watchingWith(ada, board)
  const farewells = Promise.all(screens.map(screen => once(screen as never, 'farewell')))

  const setPin = { type: 'member.set-pin', member: 'ben' as MemberId, hash: await hashPin('161616') } as const
  await board.board.node.units.submit(smallUnit.id, setPin, crypto.randomUUID() as never, { kind: 'loader' })

  expect(await farewells).toMatchObject([[{ reason: 'signed-out' }], [{ reason: 'signed-out' }]])
  expect((await board.me(old)).status).toBe(401)
  expect((await board.me(locked)).status).toBe(200)
  expect((await board.me(ada)).status).toBe(200)
  expect(hers.connected).toBe(true)
  const anew = await board.signedIn('ben', '161616')
  expect((await other.me(anew)).status).toBe(200)
  for (const screen of [...screens, hers]) screen.disconnect()
  await other.stop()
})
