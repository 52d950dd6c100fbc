import { connect } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { signIn } from '../support/server.ts'
import { listens, serverWith } from './programs.ts'

// Each starts one to three whole servers.
vi.setConfig({ testTimeout: 60_000 })

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
