/** Which codes a unit has. Plain, so that a screen can ask too. */
import type { Label } from './codes.ts'

type Own = Readonly<Record<string, Label>> | undefined

export type Standing = 'in-use' | 'retired' | 'unknown'

/** `usual`: the codes that every unit begins with. A code of the unit's own, or a label for a usual one, says more. */
export function standingOf(code: string, own: Own, usual: readonly string[]): Standing {
  if (own && Object.hasOwn(own, code)) return own[code]?.retired ? 'retired' : 'in-use'
  return usual.includes(code) ? 'in-use' : 'unknown'
}

/** The codes that can be chosen now: the usual ones in their order, then the unit's own in theirs. */
export function codesInUse(own: Own, usual: readonly string[]): string[] {
  const all = [...new Set([...usual, ...Object.keys(own ?? {})])]
  return all.filter(code => standingOf(code, own, usual) === 'in-use')
}
