import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { refusals, type Refusal } from '../../shared/refusal.ts'
import * as alertWords from '../../shared/words/alert-words.ts'
import * as groupWords from '../../shared/words/group-words.ts'
import * as levelWords from '../../shared/words/level-words.ts'
import { peopleCountWords, peopleWords, personWords } from '../../shared/words/people-words.ts'
import * as placeWords from '../../shared/words/place-words.ts'
import { refusalSays } from '../../shared/words/refusal-words.ts'
import * as roundWords from '../../shared/words/round-words.ts'
import * as staffWords from '../../shared/words/staff-words.ts'
import * as unitWords from '../../shared/words/unit-words.ts'
import type { Word } from '../../shared/words/word.ts'

const names = Object.keys(refusals) as Refusal[]

const tables: [string, Record<string, Word>][] = [
  alertWords,
  groupWords,
  levelWords,
  placeWords,
  roundWords,
  staffWords,
  unitWords,
  { peopleWords, personWords }
].flatMap(file => Object.entries(file))

describe('words for codes', () => {
  it.each(tables)('W-6 of %s are there in both languages, and no two alike in one', (_, table) => {
    for (const locale of ['en', 'fr'] as const) {
      const said = Object.values(table).map(word => word({}, { locale }))
      expect(said.every(word => word.trim().length > 0)).toBe(true)
      expect(new Set(said).size).toBe(said.length)
    }
  })

  it('W-6 count people as each language does: in French 0 is one', () => {
    const said = (count: number) => [
      peopleCountWords.resident({ count }, { locale: 'en' }),
      peopleCountWords.resident({ count }, { locale: 'fr' })
    ]
    expect(
      [said(0), said(1), said(2), said(1_000_000)].map(pair => pair.map(text => text.replace('\u00a0', ' ')))
    ).toEqual([
      ['0 residents', '0 résident'],
      ['1 resident', '1 résident'],
      ['2 residents', '2 résidents'],
      ['1000000 residents', '1000000 résidents']
    ])
  })
})

describe('words for refusals', () => {
  const known = {
    member: (id: string) => ({ ruth: 'Ruth Okafor', priya: 'Priya Sato' })[id],
    person: () => 'Robin 1',
    meeting: (id: string) => ({ m1: 'Process group A', m2: 'Skills' })[id],
    time: () => '14:05'
  }

  it.each(names)('W-6 say %s as a sentence with no blank left, whatever the screen knows', refusal => {
    for (const locale of ['en', 'fr'] as const) {
      for (const text of [
        refusalSays(refusal, {}, locale),
        refusalSays(refusal, { at: 5, by: 'ruth', member: 'ruth', stay: 's', meeting: 'm1' }, locale, known)
      ]) {
        expect(text).toMatch(/^\p{Lu}|^\d|^14/u)
        expect(text.trim()).toMatch(/[.]$/)
        expect(text).not.toMatch(/[{}]|undefined|null|NaN/)
      }
    }
  })

  it('W-6 say who did what when, and what to do', () => {
    const says = { meeting: 'm1', by: 'ruth', facilitator: 'priya', at: 5 }
    expect(refusalSays('reassigned-by-another', says, 'en', known)).toBe(
      'Ruth Okafor gave Process group A to Priya Sato at 14:05. Your change was not made. Look, then decide again.'
    )
    expect(refusalSays('reassigned-by-another', { ...says, facilitator: '' }, 'fr', known)).toContain(
      'à personne à 14:05'
    )
    expect(refusalSays('double-booking', { member: 'priya', meeting: 'm1', other: 'm2' }, 'en', known)).toBe(
      'Priya Sato leads Skills at the same time. Process group A keeps its leader. Choose somebody free, or say why it is to be so.'
    )
  })

  it('W-6 name nobody whom the screen does not know', () => {
    expect(refusalSays('alert-over', { alert: 'a', by: 'ruth', at: 5 }, 'en')).toMatch(
      /^Somebody ended this alert at an earlier time/
    )
    expect(refusalSays('bed-taken', { bed: '1A', stay: 's' }, 'fr')).toContain('cette personne')
  })

  it('W-6 have the narrow spaces of French', () => {
    expect(refusalSays('place-in-use', {}, 'fr')).toContain('utilisé\u00a0:')
    const folder = join(import.meta.dirname, '../../shared/words/messages')
    for (const file of readdirSync(folder).filter(name => name.endsWith('.fr.json'))) {
      const text = readFileSync(join(folder, file), 'utf8')
      expect(text.match(/.{0,20}[ \u202f]:\s/gu), file).toBeNull()
      expect(text.match(/.{0,20}[ \u00a0][;!?]/gu), file).toBeNull()
    }
  })

  it('W-6 are there for a refusal of a newer server too', () => {
    expect(refusalSays('constructor' as Refusal, {}, 'en')).toBe(refusalSays('not-understood', {}, 'en'))
  })
})

describe('every refusal', () => {
  const root = join(import.meta.dirname, '../..')
  const sources = ['shared', 'server']
    .flatMap(side =>
      readdirSync(join(root, side), { recursive: true, encoding: 'utf8' }).map(path => join(side, path))
    )
    .filter(path => path.endsWith('.ts') && !path.includes('words') && path !== join('shared', 'refusal.ts'))
    .map(path => readFileSync(join(root, path), 'utf8'))
    .join('\n')

  it.each(names)('W-6 %s has something that causes it', refusal => {
    expect(sources).toContain(`'${refusal}'`)
  })
})
