import type { AlertId, PageId } from '../ids.ts'
import { without } from '../memo.ts'
import type { Recorded } from '../recorded.ts'
import { isUrgent } from './call.ts'
import {
  isPush,
  waitOf,
  type Channel,
  type Letter,
  type LetterState,
  type Paging,
  type PagingEvent
} from './paging.ts'

/** How long what was sent stays in view, in milliseconds. What pagers did not take stays until somebody looks after it. */
const keptFor = 24 * 3_600_000

export function evolvePaging(
  paging: Paging,
  { event, at, seq }: Recorded<PagingEvent | { type: '' }>
): Paging {
  switch (event.type) {
    case 'page.queued':
      return queued(withoutOld(paging, at), event, at, seq)
    case 'page.called-off':
      return calledOff(paging, event.alert, at)
    case 'page.tried':
      return change(paging, event.page, () => {
        return { attempts: event.attempt, state: { is: 'trying', since: at } }
      })
    case 'page.ended':
      return change(paging, event.page, letter => ended(paging, letter, event, at))
    case 'page.lapsed':
      return change(paging, event.page, letter => {
        return { status: null, state: failed(paging, letter, sinceOf(letter, at), at) }
      })
    case 'page.retried':
      return change(paging, event.page, ({ attempts }) => {
        return { before: attempts, state: { is: 'queued', due: at } }
      })
    case 'page.dropped':
      return { ...paging, letters: paging.letters.filter(({ id }) => id !== event.page) }
    case 'page.subscribed': {
      const pushing = without(paging.pushing, event.member)
      return { ...paging, pushing: event.on ? { ...pushing, [event.member]: true } : pushing }
    }
    default:
      return paging
  }
}

function queued(
  paging: Paging,
  { call, to }: Extract<PagingEvent, { type: 'page.queued' }>,
  at: number,
  seq: number
): Paging {
  const named = to.map(({ page: id, channel }): Letter => {
    const fields = { id, channel, call, seq, queuedAt: at, attempts: 0, before: 0, status: null }
    return { ...fields, state: { is: 'queued', due: at } }
  })
  const letters = [...paging.letters, ...named]
  if (!isUrgent(call)) return { ...paging, letters }
  const told = new Set<Channel>([...(paging.open[call.alert] ?? []), ...to.map(({ channel }) => channel)])
  return { ...paging, letters, open: { ...paging.open, [call.alert]: [...told] } }
}

/** Who heard nothing until now need not come any more. */
function calledOff(paging: Paging, alert: AlertId, at: number): Paging {
  const late = paging.letters.filter(
    ({ call, state }) => call.alert === alert && isUrgent(call) && state.is === 'queued'
  )
  const over = late.reduce(
    (all, { id }) => change(all, id, () => ({ state: { is: 'outdated', at } })),
    paging
  )
  return { ...over, open: without(over.open, alert) }
}

function ended(
  paging: Paging,
  letter: Letter,
  { outcome, status }: Extract<PagingEvent, { type: 'page.ended' }>,
  at: number
): Partial<Letter> {
  if (outcome === 'sent') return { status, state: { is: 'sent', at } }
  if (outcome === 'gone') return { status, state: { is: 'dead', at } }
  return { status, state: failed(paging, letter, at, at) }
}

/** `from`: what the wait before the next attempt counts from. */
function failed(paging: Paging, letter: Letter, from: number, at: number): LetterState {
  const wait = waitOf(letter)
  if (isUrgent(letter.call) && !paging.open[letter.call.alert]) return { is: 'outdated', at }
  return wait === null ? { is: 'dead', at } : { is: 'queued', due: Math.max(at, from + wait) }
}

const sinceOf = ({ state }: Letter, at: number): number => (state.is === 'trying' ? state.since : at)

function withoutOld(paging: Paging, now: number): Paging {
  const isOld = ({ state, channel }: Letter): boolean => {
    const stays = state.is === 'queued' || state.is === 'trying' || (state.is === 'dead' && !isPush(channel))
    return !stays && state.at <= now - keptFor
  }
  if (!paging.letters.some(isOld)) return paging
  return { ...paging, letters: paging.letters.filter(letter => !isOld(letter)) }
}

function change(paging: Paging, id: PageId, fields: (letter: Letter) => Partial<Letter>): Paging {
  const at = paging.letters.findLastIndex(letter => letter.id === id)
  const letter = paging.letters[at]
  if (!letter) return paging
  return { ...paging, letters: paging.letters.with(at, { ...letter, ...fields(letter) }) }
}
