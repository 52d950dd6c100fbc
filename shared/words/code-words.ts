/** Labels of codes: the unit's own where it has one, else ours, else the code itself. */
import type { Language } from '../bilingual.ts'
import type { Label } from '../profile/codes.ts'
import { codesInUse } from '../profile/standing.ts'
import type { Word } from './word.ts'

type Words = Readonly<Record<string, Word>>
/** Of the `unit` row, for the same kind of code. */
type Own = Readonly<Record<string, Label>> | undefined

export function labelOf(code: string, words: Words, own: Own, locale: Language): string {
  const label = own && Object.hasOwn(own, code) ? own[code] : undefined
  const word = Object.hasOwn(words, code) ? words[code] : undefined
  return label?.[locale] ?? word?.({}, { locale }) ?? code
}

/** What can be chosen now, ours first. */
export const choices = (words: Words, own: Own, locale: Language): { value: string; label: string }[] =>
  codesInUse(own, Object.keys(words)).map(value => ({ value, label: labelOf(value, words, own, locale) }))
