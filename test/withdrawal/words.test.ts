import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { scaleIds } from '../../shared/withdrawal/scales/scale.ts'
import { scales } from '../../shared/withdrawal/scales/scales.ts'
import { answerSays, questionWords } from '../../shared/words/question-words.ts'
import * as withdrawalWords from '../../shared/words/withdrawal-words.ts'

const locales = ['en', 'fr'] as const
const questions = scaleIds.flatMap(scale => scales[scale].questions.map(question => ({ scale, ...question })))

describe('the words of a scale', () => {
  it.each(questions)('M-19 ask and say what every answer means: $scale $id', ({ scale, id, values }) => {
    for (const locale of locales) {
      const words = questionWords[scale][id]
      const said = values.map(value => answerSays(scale, id, value, locale))
      expect(new Set(said).size).toBe(values.length)
      for (const text of [words?.title({}, { locale }), words?.hint({}, { locale }), ...said]) {
        expect(text?.trim().length).toBeGreaterThan(1)
        expect(text?.length).toBeLessThan(100)
      }
    }
  })

  it('M-19 are of the questions that there are, and name only answers that there are', () => {
    for (const scale of scaleIds) {
      expect(Object.keys(questionWords[scale])).toEqual(scales[scale].questions.map(({ id }) => id))
      for (const { id, values } of scales[scale].questions) {
        const named = Object.keys(questionWords[scale][id]?.answers ?? {}).map(Number)
        expect(named.filter(value => !values.includes(value))).toEqual([])
      }
    }
  })

  it('M-19 say of an answer between two others which of them it is nearer to', () => {
    const said = [1, 2, 3, 4, 5, 6].map(value => answerSays('ciwa-ar', 'tremor', value, 'en'))
    expect(said[1]).toBe('Between 1 and 4, nearer to 1')
    expect(said[2]).toBe('Between 1 and 4, nearer to 4')
    expect(said.slice(4)).toEqual(['Between 4 and 7, nearer to 4', 'Between 4 and 7, nearer to 7'])
    expect(answerSays('cows', 'constructor', 0, 'en')).toBe('')
  })

  it.each(Object.entries(withdrawalWords))('M-19 are there for codes, no two alike: %s', (_, table) => {
    for (const locale of locales) {
      const said = Object.values(table).map(word => word({}, { locale }))
      expect(new Set(said).size).toBe(said.length)
      expect(said.every(text => text.trim() !== '')).toBe(true)
    }
  })

  it.each(locales)('M-19 speak of no dose and no medicine: %s', locale => {
    const file = join(import.meta.dirname, `../../shared/words/messages/withdrawal.${locale}.json`)
    const text = Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>).join('\n')
    expect(text).not.toMatch(
      /\bmg\b|dos(?:e|age)|medic|médic|azepam|methadone|buprenorphine|tablet|comprimé/i
    )
    expect(text.length).toBeGreaterThan(2000)
  })
})
