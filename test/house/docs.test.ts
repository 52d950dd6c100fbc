import { describe, expect, it } from 'vitest'
import { documents } from '../../scripts/docs.mjs'
import { read } from './sources.ts'

describe('documents made from the sources', async () => {
  const made: { path: string; text: () => string }[] = await documents()

  it.each(made.map(({ path, text }) => [path, text] as const))(
    '%s says what the sources say (npm run docs)',
    (path, text) => {
      expect(read(path)).toBe(text())
    }
  )

  it('are there', () => {
    expect(made.length).toBeGreaterThan(0)
  })
})
