import type { Asking, Decision } from '../asking.ts'
import { refuse } from '../refusal.ts'
import { isUrgent } from './call.ts'
import type { PagingCommand } from './command.ts'
import { endsWithin, letterOf, type Letter, type Paging, type PagingEvent } from './paging.ts'

type Of<T extends PagingCommand['type']> = Extract<PagingCommand, { type: T }>

export function decidePaging(paging: Paging, command: PagingCommand, asking: Asking): Decision<PagingEvent> {
  if (command.type === 'page.subscribe') return subscribe(paging, command, asking)
  const letter = letterOf(paging, command.page)
  if (!letter) return refuse('page-unknown')
  switch (command.type) {
    case 'page.try':
      return attempt(letter, command, asking)
    case 'page.lapse':
      return lapse(letter, command, asking)
    case 'page.end':
      return end(letter, command)
    case 'page.retry':
      return retry(paging, letter)
    case 'page.drop':
      return drop(letter)
  }
}

function attempt(
  { id: page, state, attempts }: Letter,
  command: Of<'page.try'>,
  { now }: Asking
): Decision<PagingEvent> {
  const owed = state.is === 'queued' && command.attempt === attempts + 1 && now >= state.due
  return owed ? [{ type: 'page.tried', page, attempt: command.attempt }] : refuse('not-owed')
}

function lapse({ id, state, attempts }: Letter, command: Of<'page.lapse'>, { now }: Asking) {
  const owed = state.is === 'trying' && command.attempt === attempts && now >= state.since + endsWithin
  const lapsed: PagingEvent[] = [{ type: 'page.lapsed', page: id, attempt: command.attempt }]
  return owed ? lapsed : refuse('not-owed')
}

/** That it was received is true also when it is said late; that an attempt failed matters only while it is the last. */
function end({ state, attempts }: Letter, command: Of<'page.end'>): Decision<PagingEvent> {
  const { page, attempt: which, outcome, status } = command
  const current = state.is === 'trying' && which === attempts
  const late = outcome === 'sent' && state.is !== 'sent' && which <= attempts
  if (!current && !late) return refuse('not-owed')
  return [{ type: 'page.ended', page, attempt: which, outcome, status }]
}

function retry({ open }: Paging, { id, call, state }: Letter): Decision<PagingEvent> {
  if (state.is !== 'dead') return refuse('no-change')
  if (isUrgent(call) && !open[call.alert]) return refuse('page-outdated')
  return [{ type: 'page.retried', page: id }]
}

function drop({ id, state }: Letter): Decision<PagingEvent> {
  if (state.is !== 'dead' && state.is !== 'queued') return refuse('no-change')
  return [{ type: 'page.dropped', page: id }]
}

/** One's own; a node says it where the browser is gone. */
function subscribe(
  { pushing }: Paging,
  { member, on }: Of<'page.subscribe'>,
  { by }: Asking
): Decision<PagingEvent> {
  if (by.kind === 'member' && by.member !== member) return refuse('not-permitted')
  if (on === Object.hasOwn(pushing, member)) return refuse('no-change')
  return [{ type: 'page.subscribed', member, on }]
}
