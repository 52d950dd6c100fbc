/** A question of a withdrawal scale in words, and the words for any answer to it. */
import type { Language } from '../bilingual.ts'
import type { ScaleId } from '../withdrawal/scales/scale.ts'
import { ciwaWords } from './ciwa-words.ts'
import { withdrawal_nearer } from './compiled/messages.js'
import { cowsWords } from './cows-words.ts'
import type { Word } from './word.ts'

export interface QuestionWords {
  title: Word
  /** what to ask or to look for */
  hint: Word
  /** answers that have a name; the others lie between two of them */
  answers: Readonly<Record<number, Word>>
}

/** By scale and id of the question. */
export const questionWords: Readonly<Record<ScaleId, Readonly<Record<string, QuestionWords>>>> = {
  'ciwa-ar': ciwaWords,
  cows: cowsWords
}

/** What an answer means, in a few words; empty where the scale has no such question. In the screen's language unless one is given. */
export function answerSays(scale: ScaleId, question: string, value: number, locale?: Language): string {
  const options = locale ? { locale } : {}
  const words = Object.hasOwn(questionWords[scale], question) ? questionWords[scale][question] : undefined
  if (!words) return ''
  const own = words.answers[value]
  if (own) return own({}, options)
  const named = Object.keys(words.answers).map(Number)
  const low = named.findLast(each => each < value) ?? 0
  const high = named.find(each => each > value) ?? low
  return withdrawal_nearer({ low, high, near: value - low < high - value ? low : high }, options)
}
