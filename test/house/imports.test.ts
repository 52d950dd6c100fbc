import { describe, expect, it } from 'vitest'
import { everything, importsOf, sides, type Import, type Source } from './sources.ts'

/** True where the file may not have that import. */
type Rule = (file: string, imported: Import) => boolean

const sideOf = (path: string): string => path.split('/')[0] ?? ''
const sliceOf = (path: string): string => /^shared\/([^/]+)\//.exec(path)?.[1] ?? ''
const floor = ['census', 'staff', 'profile']
const slices = [...floor, 'groups', 'alerts', 'check-ins', 'paging', 'withdrawal']

/** Where evolve listens to another slice: the type of what it hears, and nothing else. */
const heard: Record<string, string[]> = { 'shared/census/stay.ts': ['CheckInEvent', 'GroupEvent'] }

const onlyHears = (file: string, { clause, typeOnly }: Import): boolean =>
  typeOnly && (clause.match(/\w+/g) ?? ['']).every(name => heard[file]?.includes(name))

/** A package and the only folders that may know it. The demo speaks the public wire, as a screen does. */
const homes: Record<string, string[]> = {
  ioredis: ['server/journal/'],
  redis: ['server/access/'],
  'socket.io': ['server/live/'],
  'socket.io-client': ['client/', 'server/demo/']
}

const rules: Record<string, Rule> = {
  'shared imports itself and zod, nothing else': (file, { from }) =>
    sideOf(file) === 'shared' && sideOf(from) !== 'shared' && from !== 'zod',
  'server and client never import each other': (file, { from }) =>
    (sideOf(file) === 'server' && sideOf(from) === 'client') ||
    (sideOf(file) === 'client' && sideOf(from) === 'server'),
  'nothing imports test/': (file, { from }) => sideOf(file) !== 'test' && sideOf(from) === 'test',
  'nothing imports the composition root': (_, { from }) => from === 'server/main.ts',
  'a client paints what was recorded: no decide, evolve or duties': (file, { from, clause, typeOnly }) =>
    sideOf(file) === 'client' &&
    !typeOnly &&
    sideOf(from) === 'shared' &&
    (/\/(decide|evolve|duties|unit)\.ts$/.test(from) || /\b(decide|evolve|duties)\b/.test(clause)),
  'slices look down at the floor, never sideways': (file, imported) =>
    slices.includes(sliceOf(file)) &&
    slices.includes(sliceOf(imported.from)) &&
    sliceOf(file) !== sliceOf(imported.from) &&
    !floor.includes(sliceOf(imported.from)) &&
    !onlyHears(file, imported),
  'each library stays in its folder': (file, { from }) =>
    sideOf(file) !== 'test' && from in homes && !homes[from]?.some(home => file.startsWith(home))
}

function broken(rule: Rule, sources: Source[]): string[] {
  return sources.flatMap(source =>
    importsOf(source)
      .filter(imported => rule(source.path, imported))
      .map(imported => `${source.path} imports ${imported.from}`)
  )
}

describe('imports', () => {
  it.each(Object.entries(rules))('%s', (_, rule) => {
    expect(broken(rule, everything())).toEqual([])
  })

  it('are found at all', () => {
    expect(sides().flatMap(importsOf).length).toBeGreaterThan(20)
  })

  it.each([
    ['shared imports itself and zod, nothing else', 'shared/a.ts', `import { x } from 'node:fs'`],
    [
      'shared imports itself and zod, nothing else',
      'shared/a.ts',
      `import type {\n  X\n} from '../server/x.ts'`
    ],
    [
      'server and client never import each other',
      'client/a.svelte',
      `<script>import '../server/x.ts'</script>`
    ],
    ['nothing imports test/', 'server/a.ts', `export { x } from '../test/x.ts'`],
    ['nothing imports the composition root', 'test/a.ts', `await import('../server/main.ts')`],
    [
      'a client paints what was recorded: no decide, evolve or duties',
      'client/a.ts',
      `import { x } from '../shared/alerts/decide.ts'`
    ],
    [
      'a client paints what was recorded: no decide, evolve or duties',
      'client/a.ts',
      `import { evolve } from '../shared/alerts/alert.ts'`
    ],
    [
      'slices look down at the floor, never sideways',
      'shared/alerts/a.ts',
      `import { x } from '../groups/meeting.ts'`
    ],
    [
      'slices look down at the floor, never sideways',
      'shared/alerts/a.ts',
      `import type { Floor } from '../groups/decide.ts'`
    ],
    [
      'slices look down at the floor, never sideways',
      'shared/profile/a.ts',
      `import type { GroupEvent } from '../groups/meeting.ts'`
    ],
    [
      'slices look down at the floor, never sideways',
      'shared/census/stay.ts',
      `import type { GroupEvent, Meeting } from '../groups/meeting.ts'`
    ],
    ['each library stays in its folder', 'server/live/a.ts', `import { Redis } from 'ioredis'`],
    ['each library stays in its folder', 'server/http/a.ts', `import { createClient } from 'redis'`]
  ])('would be found out: %s', (name, path, text) => {
    const rule = rules[name]
    expect(rule && broken(rule, [{ path, text }])).toHaveLength(1)
  })
})
