import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { io } from 'socket.io-client'
import { afterAll, expect, it } from 'vitest'
import { protocolVersion } from '../../shared/protocol/version.ts'
import { smallUnit, TestBoard } from '../http/board.ts'
import { Servers, startCluster, startSentinel } from '../journal/servers.ts'

const servers = new Servers()
afterAll(() => servers.remove())

const cluster = async (): Promise<string> => {
  const ports = await startCluster(servers)
  return `redis+cluster://${ports.map(port => `127.0.0.1:${port}`).join(',')}`
}

const sentinel = async (): Promise<string> => {
  const { sentinel: port } = await startSentinel(servers)
  return `redis+sentinel://127.0.0.1:${port}/board`
}

it.each([
  ['a Redis Cluster', cluster],
  ['Redis behind Sentinels', sentinel]
])('K-6, K-7, K-9, K-11 hold on %s as on one server', { timeout: 90_000 }, async (_, begin) => {
  const ground = { url: await begin(), folder: tmpdir() }
  const [board, other] = [new TestBoard(), new TestBoard()]
  await board.start(ground)
  await other.start(ground)
  try {
    const cookie = await board.signedIn('ben', '314159')
    expect(await (await other.me(cookie)).json()).toMatchObject({ member: 'ben' })

    const wrong = { unit: smallUnit.id, member: 'cleo', pin: '0000' }
    for (let n = 0; n < 5; n++) expect((await board.post('/api/sign-in', wrong)).status).toBe(401)
    expect((await other.post('/api/sign-in', wrong)).status).toBe(429)

    const { displays } = board.board.access
    const token = await displays.token(smallUnit.id, 'wall', 'station')
    expect(await other.board.access.displays.identify(token)).toMatchObject({ audience: 'wall' })
    await displays.revoke(`${smallUnit.id}~wall~station`)
    expect(await other.board.access.displays.identify(token)).toBeNull()

    const socket = io(other.origin, { path: '/live', transports: ['websocket'], extraHeaders: { cookie } })
    await once(socket as never, 'connect')
    await socket.emitWithAck('hello', { protocol: protocolVersion, unit: smallUnit.id, audience: 'tablet' })
    const farewell = once(socket as never, 'farewell')
    await board.post('/api/sign-out', {}, { cookie })
    expect(await farewell).toMatchObject([{ reason: 'signed-out' }])
    socket.disconnect()
  } finally {
    await Promise.all([board.stop(), other.stop()])
  }
})
