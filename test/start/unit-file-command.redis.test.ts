import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { signIn } from '../support/server.ts'
import { folder, listens, serverWith, unit } from './programs.ts'

// Each starts one to three whole servers.
vi.setConfig({ testTimeout: 60_000 })

describe('the unit file on the command line', () => {
  const example = resolve('docs/examples/maple-house.json')

  it('H-16 is loaded by npm start -- --unit FILE, which says what it changes; then there is no demo', async () => {
    const server = serverWith({}, ['--unit', example])
    await server.start()
    expect(server.said).toContain('To make Maple House (maple-house) what its file says')
    expect(server.said).toContain('- admit Wanda Osei to bed 12A, q15')
    const units = (await (await fetch(`${server.origin}/api/units`)).json()) as { id: string }[]
    expect(units.map(({ id }) => id)).toEqual(['maple-house'])
  })

  it('F-12 check names every mistake with exit code 1, and nothing but that it is right with 0', async () => {
    const bad = join(folder(), 'bad.json')
    writeFileSync(bad, readFileSync(example, 'utf8').replace('"bed": "1B"', '"bed": "1A"'))
    const wrong = await unit(['check', bad], {})
    expect(wrong.code).toBe(1)
    expect(wrong.err).toMatch(/bad\.json:\d+:\d+: mistake: people\[1\]\.bed: "1A"/)
    const right = await unit(['check', example], {})
    expect([right.code, right.out]).toEqual([0, expect.stringContaining('is right: Maple House')])
    expect((await unit(['frobnicate'], {})).code).toBe(2)
  })

  it('F-12 load beside a running board reaches its screens; loading again changes nothing', async () => {
    const server = serverWith({ DEMO: 'off' })
    await server.start()
    const where = { DATA_DIR: server.folder }
    const asks = await unit(['load', example], where)
    expect([asks.code, asks.err]).toEqual([1, expect.stringContaining('add --yes')])
    const loaded = await unit(['load', example, '--yes'], where)
    expect([loaded.code, loaded.out]).toEqual([0, expect.stringMatching(/(\d+) of \1 changes recorded/)])
    expect(await signIn(server.origin, 'maple-house', 'ruth', '2718')).toMatch(/^milieu=/)
    const again = await unit(['load', example, '--yes'], where)
    expect([again.code, again.out]).toEqual([0, expect.stringContaining('Nothing was changed')])
  })

  it('F-12 load without a running board starts a Redis for itself and ends it', async () => {
    const where = folder()
    mkdirSync(join(where, 'data'))
    const DATA_DIR = join(where, 'data')
    expect((await unit(['load', example, '--yes'], { DATA_DIR })).code).toBe(0)
    expect(await listens(join(DATA_DIR, 'redis/redis.sock'))).toBe(false)
  })
})
