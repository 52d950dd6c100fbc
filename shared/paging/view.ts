import type { About } from '../about.ts'
import type { Audience } from '../audience.ts'
import type { AlertId, PageId } from '../ids.ts'
import { remember } from '../memo.ts'
import { isPush, nameOf, type Letter, type LetterState, type Paging } from './paging.ts'

/** What was or is to be told outside the board, to one receiver; charge only. Never an address, never a secret. */
export interface PageRow {
  id: PageId
  /** a pager of the unit, or a member by Web Push */
  by: 'pager' | 'push'
  /** the id of the pager, or the member */
  to: string
  about: About
  alert: AlertId
  queuedAt: number
  attempts: number
  state: LetterState['is']
  /** the status of the last answer; null where none came */
  status: number | null
  /** when the next attempt is (milliseconds since 1970); null where none is due */
  next: number | null
}

const pageRow = remember((letter: Letter, _audience: Audience): PageRow => {
  const { id, channel, call, queuedAt, attempts, status, state } = letter
  return {
    id,
    by: isPush(channel) ? 'push' : 'pager',
    to: nameOf(channel),
    about: call.about,
    alert: call.alert,
    queuedAt,
    attempts,
    state: state.is,
    status,
    next: state.is === 'queued' ? state.due : null
  }
})

const untold: Record<string, PageRow> = {}

export const viewPages = remember(
  (letters: Paging['letters'], audience: Audience): Record<string, PageRow> => {
    if (audience !== 'charge') return untold
    return Object.fromEntries(letters.map(letter => [letter.id, pageRow(letter, audience)]))
  }
)
