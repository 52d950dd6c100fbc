import { describe, expect, it } from 'vitest'
import { code, everything, sides, sourcesOf, type Source } from './sources.ts'

/** What may not be written, where, and the only files that may. */
interface Ban {
  pattern: RegExp
  folders: string[]
  except?: string[]
}

const bans: Record<string, Ban> = {
  'the environment is read in one place': {
    pattern: /process\.env\b/,
    folders: ['shared/', 'server/', 'client/'],
    except: ['server/config.ts']
  },
  'time, ids and randomness are passed in to shared': {
    pattern:
      /Date\.now|new Date\(\s*\)|\bDate\(\)|Math\.random|randomUUID|getRandomValues|Temporal\.Now|performance\.now/,
    folders: ['shared/']
  },
  'no barrels': {
    pattern: /export\s+\*\s+(as\s+\w+\s+)?from/,
    folders: ['shared/', 'server/', 'client/', 'test/']
  },
  'no test is left out, and none alone': {
    pattern:
      /\b(?:it|test|describe)\.(?:skip|only|todo|fixme|skipIf|runIf|fails|fail)\b|\bx(?:it|describe)\(/,
    folders: ['test/']
  },
  'no test mocks a module of ours': { pattern: /\bvi\.(?:mock|doMock|stubGlobal)\(/, folders: ['test/'] },
  'tests wait for an event, never for milliseconds': {
    pattern: /waitForTimeout\(|setTimeout\(\s*(?:resolve|done|r)\b|timers\/promises/,
    folders: ['test/'],
    except: ['test/support/', 'test/bench/', 'test/faults/']
  },
  'screens carry no colours of their own': {
    pattern: /:[^;{}]*(?:#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\()[^;{}]*;/i,
    folders: ['client/'],
    except: ['client/ui/tokens.css']
  }
}

function broken({ pattern, folders, except = [] }: Ban, sources: Source[]): string[] {
  return sources
    .filter(({ path }) => folders.some(folder => path.startsWith(folder)))
    .filter(({ path }) => !except.some(allowed => path.startsWith(allowed)))
    .filter(source => !source.path.startsWith('test/house/'))
    .flatMap(source => {
      const found = pattern.exec(code(source))
      return found ? [`${source.path}: ${found[0]}`] : []
    })
}

describe('what may not be written', () => {
  it.each(Object.entries(bans))('%s', (_, ban) => {
    expect(broken(ban, everything())).toEqual([])
  })

  it.each([
    ['the environment is read in one place', 'server/a.ts', 'const x = process.env.PORT'],
    ['time, ids and randomness are passed in to shared', 'shared/a.ts', 'const x = new Date()'],
    ['no barrels', 'server/index.ts', `export * from './a.ts'`],
    ['no test is left out, and none alone', 'test/a.test.ts', `it.skip('x', () => {})`],
    ['no test mocks a module of ours', 'test/a.test.ts', `vi.mock('../a.ts')`],
    [
      'tests wait for an event, never for milliseconds',
      'test/a.test.ts',
      `await new Promise(r => setTimeout(r, 10))`
    ],
    ['screens carry no colours of their own', 'client/A.svelte', '<style>p { color: #fff; }</style>']
  ])('would be found out: %s', (name, path, text) => {
    const ban = bans[name]
    expect(ban && broken(ban, [{ path, text }])).toHaveLength(1)
  })

  it('may be said in a comment', () => {
    const ban = bans['the environment is read in one place']
    const text = '// not process.env\n/** nor process.env */\nconst x = 1'
    expect(ban && broken(ban, [{ path: 'server/a.ts', text }])).toEqual([])
  })
})

describe('sizes', () => {
  it.each([
    ['.ts', 200],
    ['.svelte', 165]
  ])('no %s file is longer than %i lines', (ending, most) => {
    const long = sides().filter(
      ({ path, text }) => path.endsWith(ending) && text.split('\n').length - 1 > most
    )
    expect(long.map(({ path }) => path)).toEqual([])
  })

  it('are taken of something', () => {
    expect(sourcesOf('server').length).toBeGreaterThan(5)
  })
})
