/** A follow-up in words: whom it is about, and how it stands. */
import type { Language } from '../../shared/bilingual.ts'
import type { FollowUpRow } from '../../shared/follow-ups/view.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { Rows } from '../../shared/rows.ts'
import { owedWords } from '../../shared/words/alert-words.ts'
import * as m from '../../shared/words/compiled/messages.js'
import { followUpWords } from '../../shared/words/follow-up-words.ts'
import { standingSays } from '../afterwards/standing-says.ts'
import { whenSays } from '../afterwards/until.ts'
import { calledBy } from '../tablet/people.ts'
import { standingOf, type Thing } from './todo-of.ts'

type Names = Pick<Rows, 'members' | 'stays'>

export const memberSays = ({ members }: Pick<Rows, 'members'>, id: MemberId | null): string =>
  (id !== null && members[id]?.name) || m.named_somebody()

/** `Rosa Lima, 9B`; nothing where it is about nobody, or the person has gone. */
export function whomSays({ stay, kind }: Pick<FollowUpRow, 'stay' | 'kind'>, { stays }: Names): string {
  const person = stay === null ? undefined : stays[stay]
  if (!person) return stay === null && kind === 'community-task' ? m.follow_up_community() : ''
  return [calledBy(person), person.bed].filter(Boolean).join(', ')
}

/** `Talk after a crisis, Rosa Lima, 9B` */
export const whatSays = (row: FollowUpRow, rows: Names): string =>
  [followUpWords[row.kind](), whomSays(row, rows)].filter(Boolean).join(', ')

export const thingSays = ({ left, row }: Thing): string =>
  left ? owedWords[left.row.kind]() : followUpWords[row.kind]()

function followUpStands(row: FollowUpRow, rows: Rows, now: number, language: Language): string {
  const { due, deferred } = row
  const time = whenSays(due, now, rows.unit['unit']?.timeZone ?? 'UTC', language)
  if (deferred && standingOf(row, now) === 'put-off') {
    const { by, reason } = deferred
    return m.afterwards_put_off_until({ time, name: memberSays(rows, by), reason })
  }
  if (due > now) return m.afterwards_due({ time })
  return deferred ? m.afterwards_was_until({ time }) : m.afterwards_was_due({ time })
}

/** By when it was or is owed, and to whom it was offered. */
export function standsAs({ left, row }: Thing, rows: Rows, now: number, language: Language): string {
  if (left) return standingSays(left, rows, now, language)
  const offered = row.offered && m.follow_up_waits_for({ name: memberSays(rows, row.offered.to) })
  return [followUpStands(row, rows, now, language), offered].filter(Boolean).join(m.between_parts())
}
