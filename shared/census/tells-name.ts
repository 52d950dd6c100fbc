/** Whether a text that walls or logs will carry gives a person's name away. */
import type { Person } from './stay.ts'

/** Parts of names that many people share, and that any alias may hold (`Le Merle`). */
const particles = new Set(
  'al bin da das de del della den der des di do dos du el ibn la las le les los of saint san st ter the van von zu'.split(
    ' '
  )
)

/**
 * True when a word of the text is a word of the name or of the preferred name, or when the text holds the whole name
 * run together. Case, accents and punctuation make no difference; initials and shared particles tell nothing.
 */
export function tellsName(text: string, { name, preferred }: Pick<Person, 'name' | 'preferred'>): boolean {
  const telling = [...wordsOf(name), ...wordsOf(preferred ?? '')].filter(
    word => !initial.test(word) && !particles.has(word)
  )
  const said = wordsOf(text)
  const whole = wordsOf(name).join('')
  return said.some(word => telling.includes(word)) || (whole.length > 3 && said.join('').includes(whole))
}

/** In scripts that write a name in one sign, that sign tells all. */
const initial = /^[a-z]$/

/** Letters with digits between them stay one word (a hash is no name); digits around a word are no part of it. */
function wordsOf(text: string): string[] {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return bare
    .split(/[^\p{L}\p{N}]+/u)
    .map(word => word.replace(/^\p{N}+|\p{N}+$/gu, ''))
    .filter(word => word !== '')
}
