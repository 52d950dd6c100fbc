import type { AlertRow } from '../../shared/alerts/view.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { Rows } from '../../shared/rows.ts'

/** Names of who is coming or there, in order of answering; empty where staff are not shown. */
export function responderNames(
  { responders }: Pick<AlertRow, 'responders'>,
  is: 'coming' | 'there',
  members: Rows['members']
): string {
  return Object.entries(responders ?? {})
    .filter(([, responder]) => responder.is === is)
    .sort(([, a], [, b]) => a.at - b.at)
    .flatMap(([id]) => members[id as MemberId]?.name ?? [])
    .join(', ')
}
