import type { ResponseRole } from '../../shared/alerts/kind.ts'
import type { AlertRow } from '../../shared/alerts/view.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { Rows } from '../../shared/rows.ts'
import { responseRoleWords } from '../../shared/words/alert-words.ts'
import { language } from '../ui/language.svelte.ts'

/** Names of who is coming or there, each with what they do, in order of answering; empty where staff are not shown. */
export function responderNames(
  { responders }: Pick<AlertRow, 'responders'>,
  is: 'coming' | 'there',
  members: Rows['members']
): string {
  return Object.entries(responders ?? {})
    .filter(([, responder]) => responder.is === is)
    .sort(([, a], [, b]) => a.at - b.at)
    .flatMap(([id, { role }]) => {
      const name = members[id as MemberId]?.name
      return name === undefined ? [] : role === null ? name : `${name} (${roleSays(role)})`
    })
    .join(', ')
}

const roleSays = (role: ResponseRole): string => responseRoleWords[role]().toLocaleLowerCase(language.current)

export const namesOf = (ids: readonly MemberId[], members: Rows['members']): string =>
  [...new Set(ids)].flatMap(id => members[id]?.name ?? []).join(', ')

/** Who else leads the response already. */
export const leaderOf = ({ responders }: Pick<AlertRow, 'responders'>, me: MemberId): MemberId | null =>
  (Object.entries(responders ?? {}).find(([id, { role }]) => role === 'lead' && id !== me)?.[0] as
    MemberId | undefined) ?? null
