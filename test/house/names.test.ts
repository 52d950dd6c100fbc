import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { code, everything, sides, sourcesOf, wordsOf, type Source } from './sources.ts'

/** Words that name nothing: they say "something" where the unit has a word for it. */
const empty = new Set(
  'data info item items manager service helper helpers util utils common misc handler handlers base impl'.split(
    ' '
  )
)

/** The spine carries any slice, so it knows the words of none. `up.ts` and `down.ts` are where slices are listed. */
const spine = ['server/journal', 'server/unit', 'server/live', 'shared/protocol']
const lists = ['shared/protocol/up.ts', 'shared/protocol/down.ts']
const clinical = new Set(
  (
    'alert bed patient resident facilitator stay meeting crisis ward nurse counselor charge checkin admission ' +
    'discharge diagnosis attendance roster restraint'
  ).split(' ')
)

function emptyNames(source: Source): string[] {
  // Names that a library gave, imported or added to, are not ours to choose.
  const own = code(source).replaceAll(/\bimport\b[^'"]*['"]|declare module[\s\S]*?\n\}/g, '')
  const declared = own.matchAll(/\b(?:const|let|function|class|interface|type)\s+([A-Za-z_$][\w$]*)/g)
  // A name all in capitals is a variable of the environment, and DATA_DIR is what everybody calls it.
  const names = [...declared].map(([, name = '']) => name).filter(name => name !== name.toUpperCase())
  return [basename(source.path), ...names]
    .filter(name => wordsOf(name).some(word => empty.has(word)))
    .map(name => `${source.path}: ${name}`)
}

function clinicalWords(source: Source): string[] {
  const words = wordsOf(code(source).replaceAll(/check-?in/gi, 'checkin'))
  return [...new Set(words)]
    .filter(word => clinical.has(word) || (word.endsWith('s') && clinical.has(word.slice(0, -1))))
    .map(word => `${source.path}: ${word}`)
}

describe('names', () => {
  it('say what they name', () => {
    expect(
      everything()
        .filter(({ path }) => path !== 'test/house/names.test.ts')
        .flatMap(emptyNames)
    ).toEqual([])
  })

  it('are kebab-case for .ts and PascalCase for .svelte', () => {
    const wrong = everything().filter(({ path }) => {
      const name = basename(path)
      return name.endsWith('.svelte')
        ? !/^[A-Z][A-Za-z]*\.svelte$/.test(name)
        : !/^[a-z\d]+(?:[-.][a-z\d]+)*\.ts$/.test(name)
    })
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  it('would be found out when they say nothing', () => {
    expect(emptyNames({ path: 'server/user-service.ts', text: '' })).toHaveLength(1)
    expect(emptyNames({ path: 'server/a.ts', text: 'export function bedData() {}' })).toHaveLength(1)
    expect(emptyNames({ path: 'server/a.ts', text: 'const database = 1 // data' })).toEqual([])
  })
})

describe('the spine', () => {
  it('contains no clinical word', () => {
    const sources = spine.flatMap(folder => sourcesOf(folder, ['.ts', '.lua']))
    expect(sources.length).toBeGreaterThan(5)
    expect(sources.filter(({ path }) => !lists.includes(path)).flatMap(clinicalWords)).toEqual([])
  })

  it('would be found out when it did', () => {
    expect(clinicalWords({ path: 'a.ts', text: 'const openAlerts = 1' })).toEqual(['a.ts: alerts'])
    expect(clinicalWords({ path: 'a.lua', text: `redis.call('GET', 'check-in')` })).toEqual([
      'a.lua: checkin'
    ])
    expect(clinicalWords({ path: 'a.ts', text: '// whoever is on the ward\nconst embedded = 1' })).toEqual([])
  })
})

describe('every side', () => {
  it('has sources', () => {
    for (const side of ['shared/', 'server/']) {
      expect(sides().some(({ path }) => path.startsWith(side))).toBe(true)
    }
  })
})
