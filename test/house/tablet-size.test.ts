import { gzipSync } from 'node:zlib'
import { createBuilder, type Rolldown } from 'vite'
import { afterEach, describe, expect, it, vi } from 'vitest'

const budget = 120_000

afterEach(() => vi.unstubAllEnvs())

/** A file and all that it cannot begin without. */
function needed(chunks: Rolldown.OutputChunk[], file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const other of chunks.find(({ fileName }) => fileName === file)?.imports ?? []) {
    needed(chunks, other, seen)
  }
  return seen
}

describe('the program of a tablet', () => {
  it('opens the round with at most 120 kB of JavaScript, gzipped, and no schema library', async () => {
    vi.stubEnv('NODE_ENV', 'production')
    const builder = await createBuilder({ logLevel: 'silent', build: { write: false } })
    const client = builder.environments['client']
    if (!client) throw new Error('vite.config.ts builds no client')
    const built = (await builder.build(client)) as Rolldown.RolldownOutput
    const chunks = built.output.filter(file => file.type === 'chunk')
    const entry = chunks.find(({ isEntry }) => isEntry)
    const tablet = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/screens/Tablet.svelte'))
    const first = [entry, tablet].flatMap(chunk => (chunk ? [...needed(chunks, chunk.fileName)] : []))
    const loaded = chunks.filter(({ fileName }) => first.includes(fileName))
    const size = loaded.reduce((sum, { code }) => sum + gzipSync(code).length, 0)
    expect(size).toBeLessThanOrEqual(budget)
    expect(size).toBeGreaterThan(60_000)
    const modules = loaded.flatMap(chunk => Object.keys(chunk.modules))
    expect(modules.filter(path => path.includes('node_modules/zod/'))).toEqual([])
    expect(modules.some(path => path.endsWith('/tablet/Round.svelte'))).toBe(true)
  }, 120_000)
})
