/** What the palette finds: people, members, groups, places and what can be done, by the words of this screen. */
export interface Found {
  id: string
  kind: 'action' | 'group' | 'member' | 'person' | 'place'
  name: string
  /** what tells it from others of its name */
  note: string
}

/** Without accents, case and spaces around, so that `chloe` finds Chloé. */
export const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()

/** 0: no match. Every word of the search has to begin a word of the name or the note; names count more. */
export function fit(found: Pick<Found, 'name' | 'note'>, search: string): number {
  const words = plain(search).split(/\s+/).filter(Boolean)
  if (words.length === 0) return 1
  const name = plain(found.name).split(/[^\p{L}\p{N}]+/u)
  const note = plain(found.note).split(/[^\p{L}\p{N}]+/u)
  const scores = words.map(word =>
    name.some(part => part.startsWith(word)) ? 1 : note.some(part => part.startsWith(word)) ? 0.4 : 0
  )
  return scores.some(score => score === 0)
    ? 0
    : scores.reduce<number>((sum, score) => sum + score, 0) / words.length
}
