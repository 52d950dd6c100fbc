/** Paging: what is to be told outside the board, to whom, and what became of it. */
import type { AlertId, MemberId, PageId } from '../ids.ts'
import type { Call } from './call.ts'

/** A pager of the unit by its id, or a member by Web Push. */
export type Channel = `pager:${string}` | `push:${string}`

export type LetterState =
  /** `due`: when the next attempt is (milliseconds since 1970) */
  | { is: 'queued'; due: number }
  /** a node has taken the attempt and has not said how it ended */
  | { is: 'trying'; since: number }
  | { is: 'sent'; at: number }
  /** given up after the last attempt, or because the receiver is gone; stays until somebody looks after it */
  | { is: 'dead'; at: number }
  /** the alert was over before it could be sent */
  | { is: 'outdated'; at: number }

export interface Letter {
  id: PageId
  channel: Channel
  call: Call
  /** where it stands in the journal */
  seq: number
  queuedAt: number
  /** attempts that have begun; of these `before` were made before somebody asked for more */
  attempts: number
  before: number
  /** the status that the last attempt was answered with; null where there was no answer, or no attempt */
  status: number | null
  state: LetterState
}

export interface Paging {
  /** as they were queued; a list: it is copied with each event, and a record of thousands takes long */
  letters: readonly Letter[]
  /** alerts that go on, and who was told of them */
  open: Readonly<Record<AlertId, readonly Channel[]>>
  /** members with a browser that wants to be told; which one is kept beside their sign-in */
  pushing: Readonly<Record<MemberId, true>>
}

export type PageOutcome = 'sent' | 'failed' | 'gone'

export type PagingEvent =
  | { type: 'page.queued'; call: Call; to: readonly { page: PageId; channel: Channel }[] }
  /** the alert is over: what was not sent yet is not sent any more */
  | { type: 'page.called-off'; alert: AlertId }
  /** an attempt begins, counted from 1; the node whose command this was makes it */
  | { type: 'page.tried'; page: PageId; attempt: number }
  | { type: 'page.ended'; page: PageId; attempt: number; outcome: PageOutcome; status: number | null }
  /** nobody said how the attempt ended: it counts as failed */
  | { type: 'page.lapsed'; page: PageId; attempt: number }
  | { type: 'page.retried'; page: PageId }
  | { type: 'page.dropped'; page: PageId }
  | { type: 'page.subscribed'; member: MemberId; on: boolean }

export const initialPaging: Paging = { letters: [], open: {}, pushing: {} }

const seconds = 1_000
const minutes = 60 * seconds

/** Milliseconds before each attempt, counted from the end of the one before. There are no more than these. */
const backOff = [0, 5 * seconds, 15 * seconds, minutes, 5 * minutes, 15 * minutes, 60 * minutes]

/** How long a node has to say how an attempt ended, in milliseconds. */
export const endsWithin = 20 * seconds

/** Milliseconds before the next attempt; null where there is none. */
export const waitOf = ({ attempts, before }: Pick<Letter, 'attempts' | 'before'>): number | null =>
  backOff[attempts - before] ?? null

/** The newest first: it is they that are asked for. */
export const letterOf = ({ letters }: Paging, page: PageId): Letter | undefined =>
  letters.findLast(({ id }) => id === page)

export const isPush = (channel: Channel): channel is `push:${string}` => channel.startsWith('push:')
/** What a channel is called: the id of a pager, or a member. */
export const nameOf = (channel: Channel): string => channel.slice(channel.indexOf(':') + 1)
