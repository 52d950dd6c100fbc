/** What is said about a unit file to whoever loads it. */
import type { Finding } from './check.ts'
import type { Change } from './diff.ts'
import type { Loading } from './load.ts'
import type { UnitFile } from './schema.ts'

/** `file:line:column: mistake: path: what`, which terminals and editors make a link of. */
export function said(path: string, { line, column, is, path: at, says }: Finding): string {
  return `${path}:${line}:${column}: ${is}: ${at === '' ? '' : `${at}: `}${says}`
}

export function wouldChange({ name, id }: Pick<UnitFile, 'name' | 'id'>, changes: Change[]): string {
  if (changes.length === 0) return `${name} (${id}) is as its file says.`
  const lines = changes.map(({ says }) => `  - ${says}`)
  return [`To make ${name} (${id}) what its file says, ${counted(changes.length)}:`, ...lines].join('\n')
}

export function loaded({ name, id }: Pick<UnitFile, 'name' | 'id'>, { changes, refused }: Loading): string {
  if (changes.length === 0) return `${name} (${id}) is as its file says. Nothing was changed.`
  const done = `${name} (${id}): ${changes.length - refused.length} of ${counted(changes.length)} recorded.`
  const lines = refused.map(({ change, refusal }) => `  - not done (${refusal}): ${change.says}`)
  return [done, ...lines].join('\n')
}

const counted = (count: number): string => `${count} ${count === 1 ? 'change' : 'changes'}`
