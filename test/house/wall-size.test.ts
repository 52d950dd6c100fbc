import { gzipSync } from 'node:zlib'
import { createBuilder, type Rolldown } from 'vite'
import { afterEach, describe, expect, it, vi } from 'vitest'

const budget = 60_000

afterEach(() => vi.unstubAllEnvs())

describe('the program of the wall', () => {
  it('is at most 60 kB of JavaScript, gzipped, in one file, and carries no schema library', async () => {
    vi.stubEnv('NODE_ENV', 'production')
    const builder = await createBuilder({ logLevel: 'silent', build: { write: false } })
    const wall = builder.environments['wall']
    if (!wall) throw new Error('vite.config.ts builds no wall')
    const built = (await builder.build(wall)) as Rolldown.RolldownOutput
    const chunks = built.output.filter(file => file.type === 'chunk')
    const code = chunks.map(chunk => chunk.code).join('')
    expect(gzipSync(code).length).toBeLessThanOrEqual(budget)
    expect(gzipSync(code).length).toBeGreaterThan(20_000)
    expect(chunks).toHaveLength(1)
    expect(Object.keys(chunks[0]?.modules ?? {}).filter(path => path.includes('node_modules/zod/'))).toEqual(
      []
    )
  }, 120_000)
})
