import { readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { protocolVersion } from '../../shared/protocol/version.ts'
import { signIn } from '../support/server.ts'
import { serverWith, undo } from './programs.ts'

// Each starts one to three whole servers.
vi.setConfig({ testTimeout: 60_000 })

describe('a first start', () => {
  it('H-9 seeds the demo, and prints where its screens are and who can sign in', async () => {
    const server = serverWith()
    await server.start()
    expect(server.said).toContain(`${server.origin}/charge`)
    expect(server.said).toContain('everything in it is made up')
    expect(server.said).toContain('tout y est inventé')
    expect(server.wall('maple-house')).toMatch(/\/wall#maple-house~wall~/)
    expect(server.wall('la-passerelle', 'wall-public')).toMatch(/~wall-public~/)
    const [, member = '', pin = ''] = /^ {2}(\w+) +PIN (\d+) .*charge/m.exec(server.said) ?? []
    expect(await signIn(server.origin, 'maple-house', member, pin)).toMatch(/^milieu=/)
  })

  it('H-9 puts the demo’s day shift on shift, and nobody else', async () => {
    const server = serverWith()
    await server.start()
    const text = readFileSync('docs/examples/maple-house.json', 'utf8')
    const file = JSON.parse(text) as { members: { onShift?: boolean }[] }
    const cookie = await signIn(server.origin, 'maple-house', 'ruth', '2718')
    const { io } = await import('socket.io-client')
    const socket = io(server.origin, { path: '/live', transports: ['websocket'], extraHeaders: { cookie } })
    undo.push(() => socket.disconnect())
    const hello = { protocol: protocolVersion, unit: 'maple-house', audience: 'charge' }
    const welcome = (await socket.emitWithAck('hello', hello)) as {
      snapshot: { rows: { members: Record<string, { onShift: boolean }>; stays: object } }
    }
    const { members, stays } = welcome.snapshot.rows
    expect(Object.values(members).filter(({ onShift }) => onShift)).toHaveLength(
      file.members.filter(({ onShift }) => onShift).length
    )
    expect(Object.keys(stays)).toHaveLength(28)
  })

  it('H-9 seeds nothing where DEMO is off, and says what to do', async () => {
    const server = serverWith({ DEMO: 'off' })
    await server.start()
    expect(server.said).toContain('No unit yet: npm run unit -- load FILE')
    expect(await (await fetch(`${server.origin}/api/units`)).json()).toEqual([])
  })

  it('H-15 the log holds no name, no PIN and no token', async () => {
    const server = serverWith({ LOG_LEVEL: 'trace' })
    await server.start()
    await signIn(server.origin, 'maple-house', 'ruth', '2718')
    await signIn(server.origin, 'maple-house', 'helen', '0000').catch(() => undefined)
    await server.stop()
    const log = server.said.split('\n').filter(line => line.startsWith('{'))
    expect(log.join('\n')).toContain('sign-in.refused')
    expect(log.join('\n')).not.toMatch(/ruth|Okafor|helen|2718|0000|wall~/)
  })
})
