import { describe, expect, it } from 'vitest'
import { read, sourcesOf } from './sources.ts'

/** A message is a text, or one with variants: its declarations and a text for each match. */
type Message = string | { declarations?: string[]; match: Record<string, string> }[]

type Messages = Record<string, Message>

/** Of all files of a language; a key that two of them have is kept in the second list. */
function messages(locale: 'en' | 'fr'): { all: Messages; twice: string[] } {
  const all: Messages = {}
  const twice: string[] = []
  for (const { text } of sourcesOf('shared/words/messages', [`.${locale}.json`])) {
    const { $schema: _, ...own } = JSON.parse(text) as Messages
    twice.push(...Object.keys(own).filter(key => key in all))
    Object.assign(all, own)
  }
  return { all, twice }
}

const textsOf = (message: Message): string[] =>
  typeof message === 'string' ? [message] : message.flatMap(({ match }) => Object.values(match))

/** The names in braces, and those declared as inputs. */
function inputsOf(message: Message): string[] {
  const declared = typeof message === 'string' ? [] : message.flatMap(({ declarations = [] }) => declarations)
  const inputs = declared.flatMap(line => /^input (\w+)/.exec(line)?.[1] ?? [])
  const used = textsOf(message).flatMap(text => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))
  return [...new Set([...inputs, ...used])].sort()
}

/** French sets a no-break space before ; : ! ? » and after «; an ordinary one lets a mark begin a line. */
const looseFrench = /(?: [;:!?»])|« |[a-zà-ÿ][;!?»](?:\s|$)/i

/** A variant for whatever no other matches, else a count in millions shows the name of the message. */
const catches = (message: Message): boolean =>
  typeof message === 'string' ||
  message.every(({ match }) =>
    Object.keys(match).some(key => key.split(',').every(part => /=(?:\*|other)$/.test(part.trim())))
  )

describe('the words', () => {
  const { all: english, twice: englishTwice } = messages('en')
  const { all: french, twice: frenchTwice } = messages('fr')

  it('are all compiled', () => {
    const patterns: string[] = JSON.parse(read('project.inlang/settings.json'))['plugin.inlang.messageFormat']
      .pathPattern
    const listed = patterns.flatMap(pattern =>
      ['en', 'fr'].map(locale => pattern.replace('{locale}', locale))
    )
    const there = sourcesOf('shared/words/messages', ['.json']).map(({ path }) => `./${path}`)
    expect(listed.sort()).toEqual(there.sort())
  })

  it('are said in one place each', () => {
    expect([...englishTwice, ...frenchTwice]).toEqual([])
    expect(Object.keys(english).length).toBeGreaterThan(20)
  })

  it('are there in both languages', () => {
    expect(Object.keys(french).sort()).toEqual(Object.keys(english).sort())
  })

  it('take the same inputs in both languages', () => {
    const differ = Object.keys(english).filter(
      key => inputsOf(english[key] ?? '').join() !== inputsOf(french[key] ?? '').join()
    )
    expect(differ).toEqual([])
  })

  it('are never empty, and have a text for every count', () => {
    const all = [...Object.entries(english), ...Object.entries(french)]
    expect(
      all.filter(([, message]) => textsOf(message).some(text => text.trim() === '')).map(([key]) => key)
    ).toEqual([])
    expect(all.filter(([, message]) => !catches(message)).map(([key]) => key)).toEqual([])
  })

  it('have the no-break spaces of French', () => {
    const loose = Object.entries(french).filter(([, message]) =>
      textsOf(message).some(text => looseFrench.test(text))
    )
    expect(loose.map(([key]) => key)).toEqual([])
  })

  it('are looked at closely', () => {
    expect(looseFrench.test('Qui vient ?')).toBe(true)
    expect(looseFrench.test('Qui vient?')).toBe(true)
    expect(looseFrench.test('Qui vient\u202f?')).toBe(false)
    expect(inputsOf([{ declarations: ['input n'], match: { 'n=*': '{n} of {all}' } }])).toEqual(['all', 'n'])
    expect(catches([{ match: { 'n=one': 'x' } }])).toBe(false)
  })
})
