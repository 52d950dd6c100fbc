import { describe, expect, it } from 'vitest'
import { code, read, sourcesOf, type Source } from './sources.ts'

/** The ids of the numbered rules: list entries that begin with one, as in "- **J-1** ...". */
function rulesIn(spec: string): string[] {
  return [...spec.matchAll(/^\s*[-*]\s+\*\*([A-Z]{1,3}-\d+[a-z]?)\b/gm)].map(([, id = '']) => id)
}

/** The ids that titles cite: at the beginning of a text, several parted by commas or "and". */
function citedIn(test: Source): string[] {
  const ids = String.raw`[A-Z]{1,3}-\d+[a-z]?`
  const titles = code(test).matchAll(new RegExp(`['"\`](${ids}(?:(?:, | and )${ids})*)[ :]`, 'g'))
  return [...titles].flatMap(([, list = '']) => list.split(/, | and /))
}

const tests = (): Source[] => sourcesOf('test').filter(({ path }) => !path.startsWith('test/house/'))

describe('SPEC.md', () => {
  it('has every rule proven by a test that cites it', () => {
    const cited = new Set(tests().flatMap(citedIn))
    const rules = rulesIn(read('SPEC.md'))
    expect(rules.length).toBeGreaterThan(0)
    expect(rules.filter(id => !cited.has(id))).toEqual([])
  })

  it('has every rule that a test cites', () => {
    const rules = new Set(rulesIn(read('SPEC.md')))
    const unknown = tests().flatMap(test =>
      citedIn(test)
        .filter(id => !rules.has(id))
        .map(id => `${test.path}: ${id}`)
    )
    expect([...new Set(unknown)]).toEqual([])
  })

  it('numbers no two rules alike', () => {
    const rules = rulesIn(read('SPEC.md'))
    expect(rules.filter((id, place) => rules.indexOf(id) !== place)).toEqual([])
  })

  it('is read as it is written', () => {
    expect(rulesIn('# J\n- **J-1** One.\n- **J-2** Two, see J-1.\nNot **J-3**.')).toEqual(['J-1', 'J-2'])
    const text = `it('J-1 x', f)\nit(\n  "A-2, A-3: y")\n// 'Z-9 z'`
    expect(citedIn({ path: 'test/a.test.ts', text })).toEqual(['J-1', 'A-2', 'A-3'])
  })
})
