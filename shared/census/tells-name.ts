/** Whether a text that walls or logs will carry gives a person's name away. */
import type { Person } from './stay.ts'

type Named = Pick<Person, 'name' | 'preferred'>

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
export function tellsName(text: string, person: Named): boolean {
  const telling = tellingWords(person)
  const said = wordsOf(text)
  const whole = plain(person.name).join('')
  return said.some(word => telling.includes(word)) || (whole.length > 3 && said.join('').includes(whole))
}

/** As `tellsName`, and also when a word of the name stands within the alias run together (`DanaW`). */
export function aliasTells(alias: string, person: Named): boolean {
  const said = plain(alias)
    .filter(word => !/\p{N}/u.test(word))
    .join('')
  const inside = tellingWords(person).filter(word => word.length >= 3)
  return tellsName(alias, person) || inside.some(word => said.includes(word))
}

/** Spaces, signs or marks that nobody sees say nothing: an alias would leave a wall's row without anybody in it. */
export const isBlank = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text)

const tellingWords = ({ name, preferred }: Named): string[] =>
  [...wordsOf(name), ...wordsOf(preferred ?? '')].filter(word => !initial.test(word) && !particles.has(word))

/** In scripts that write a name in one sign, that sign tells all. */
const initial = /^[a-z]$/

/** Both readings of an apostrophe or hyphen: it parts two words (`Jean Luc`) or is nothing (`Jeanluc`). */
const wordsOf = (text: string): string[] => [...new Set([...plain(text), ...plain(text.replace(joints, ''))])]

const joints = /['’‘ʼ`´\p{Pd}]/gu

/** Letters that are no letter with a mark on it, so that NFKD leaves them as they are. */
const folded: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th'
}

/** Letters with digits between them stay one word (a hash is no name); digits around a word are no part of it. */
function plain(text: string): string[] {
  const bare = text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/[łøđðßæœıþ]/g, letter => folded[letter] ?? letter)
  return bare
    .split(/[^\p{L}\p{N}]+/u)
    .map(word => word.replace(/^\p{N}+|\p{N}+$/gu, ''))
    .filter(word => word !== '')
}
