import { describe, expect, it } from 'vitest'
import type { AlertCommand } from '../../shared/alerts/command.ts'
import type { AlertEvent } from '../../shared/alerts/event.ts'
import { isRefused, type Refusal } from '../../shared/refusal.ts'
import { by, now, screen } from '../support/given.ts'
import { hallway, leo, mei, robin, ruth, wren } from '../support/people.ts'
import { boardIn, commands, ofRestraint, situations, type Situation } from './situations.ts'
import { alert, arrive, contain, shown, the, withdraw } from './raised.ts'

/** What is recorded, or why not. */
type Outcome = AlertEvent['type'] | readonly AlertEvent['type'][] | Refusal

type Open = 'raised' | 'acknowledged' | 'on-scene' | 'contained'
type Over = 'resolved' | 'debriefed' | 'closed' | 'cancelled'

const open = (outcome: Outcome): Record<Open, Outcome> => ({
  raised: outcome,
  acknowledged: outcome,
  'on-scene': outcome,
  contained: outcome
})
const over = (outcome: Outcome): Record<Over, Outcome> => ({
  resolved: outcome,
  debriefed: outcome,
  closed: outcome,
  cancelled: outcome
})
/** While something may be owed, and after. */
const owing = (outcome: Outcome): Record<Over, Outcome> => ({
  resolved: outcome,
  debriefed: outcome,
  closed: 'alert-over',
  cancelled: 'alert-over'
})

const ended = over('alert-over')
/** Of a merged alert: what is said of the one it was merged into, which stands open. */
const table: Record<AlertCommand['type'], Record<Situation, Outcome>> = {
  'alert.raise': {
    ...open(['alert.raised', 'alert.merged']),
    ...over('alert.raised'),
    merged: ['alert.raised', 'alert.merged']
  },
  'alert.describe': { ...open('alert.described'), ...ended, merged: 'alert.described' },
  'alert.acknowledge': { ...open('alert.acknowledged'), ...ended, merged: 'alert.acknowledged' },
  'alert.decline': {
    ...open('alert.declined'),
    raised: ['alert.declined', 'alert.escalated'],
    ...ended,
    merged: ['alert.declined', 'alert.escalated']
  },
  'alert.take-role': { ...open('alert.role-taken'), raised: 'not-there', ...ended, merged: 'not-there' },
  'alert.arrive': { ...open('alert.arrived'), ...ended, merged: 'alert.arrived' },
  'alert.withdraw': { ...open('alert.withdrawn'), raised: 'not-yours', ...ended, merged: 'not-yours' },
  'alert.contain': {
    ...open('nobody-there'),
    'on-scene': 'alert.contained',
    contained: 'already-contained',
    ...ended,
    merged: 'nobody-there'
  },
  'alert.resolve': { ...open('alert.resolved'), ...ended, merged: 'alert.resolved' },
  'alert.cancel': {
    ...open('too-late-to-cancel'),
    raised: 'alert.cancelled',
    ...ended,
    merged: 'not-the-raiser'
  },
  'alert.reopen': {
    ...open('not-over'),
    ...over('alert.raised-again'),
    cancelled: 'alert-over',
    merged: 'not-over'
  },
  'alert.settle': { ...open('not-over'), ...owing('alert.settled'), merged: 'not-over' },
  'alert.defer': { ...open('not-over'), ...owing('alert.deferred'), merged: 'not-over' },
  'alert.assign': { ...open('not-over'), ...owing('alert.assigned'), merged: 'not-over' },
  'alert.close': { ...open('not-over'), ...owing('still-owed'), merged: 'not-over' },
  'alert.restrain': { ...open('alert.restrained'), ...ended, merged: 'alert.restrained' },
  'alert.renew-order': {
    ...open('alert.order-renewed'),
    ...over('restraint-over'),
    cancelled: 'restraint-unknown',
    merged: 'alert.order-renewed'
  },
  'alert.evaluate': {
    ...open('alert.evaluated'),
    ...over('alert.evaluated'),
    closed: 'already-evaluated',
    cancelled: 'restraint-unknown',
    merged: 'alert.evaluated'
  },
  'alert.release': {
    ...open('alert.released'),
    ...over('restraint-over'),
    cancelled: 'restraint-unknown',
    merged: 'alert.released'
  },
  'alert.show': { ...open('alert.shown'), ...ended, merged: 'alert.shown' },
  'alert.escalate': { ...open('not-owed'), raised: 'alert.escalated', ...ended, merged: 'alert.escalated' },
  'alert.lapse': { ...open('not-owed'), acknowledged: 'alert.lapsed', ...ended, merged: 'not-owed' },
  'alert.miss-screens': {
    ...open('alert.unshown'),
    raised: ['alert.unshown', 'alert.escalated'],
    ...ended,
    merged: ['alert.unshown', 'alert.escalated']
  },
  'alert.remind': {
    ...open('not-owed'),
    ...over('alert.overdue'),
    closed: 'not-owed',
    cancelled: 'not-owed',
    merged: 'not-owed'
  },
  'alert.remind-restraint': {
    ...open('alert.restraint-overdue'),
    ...over('alert.restraint-overdue'),
    closed: 'not-owed',
    cancelled: 'not-owed',
    merged: 'alert.restraint-overdue'
  }
}

const types = Object.keys(table) as AlertCommand['type'][]
const cells = situations.flatMap(situation =>
  types.map(type => [situation, type, table[type][situation]] as const)
)

describe('every command in every situation of an alert', () => {
  it.each(situations)('A-24 %s is come to by what people do', situation => {
    expect(the(boardIn(situation, false)).situation.is).toBe(situation)
    expect(the(boardIn(situation, true)).situation.is).toBe(situation)
  })

  it.each(cells)('A-24 %s: %s is %j', (situation, type, outcome) => {
    const board = boardIn(situation, ofRestraint.includes(type))
    const before = board.state
    const decision = board.ask(...commands[type])
    if (isRefused(decision)) {
      expect(decision.refusal).toBe(outcome)
      expect(board.state).toBe(before)
      return
    }
    const recorded = decision.map(event => event.type)
    expect(recorded.length === 1 ? recorded[0] : recorded).toEqual(outcome)
    expect(board.state.alerts).not.toBe(before.alerts)
  })
})

describe('whom an alert is about', () => {
  const names = { type: 'alert.describe', alert, stay: robin } as const

  it.each([
    ...(['raised', 'acknowledged', 'on-scene', 'contained', 'merged'] as const).map(is => [
      is,
      'alert.described'
    ]),
    ['resolved', 'alert.described alert.owes'],
    ['debriefed', 'alert.described alert.owes'],
    ['closed', 'alert-over'],
    ['cancelled', 'alert-over']
  ] as [Situation, string][])('A-62 can be said where nobody is named: %s, %s', (situation, outcome) => {
    const decision = boardIn(situation, false, false).ask(names, { by: by(leo), now })
    expect(isRefused(decision) ? decision.refusal : decision.map(({ type }) => type).join(' ')).toBe(outcome)
  })

  it('A-62 is not changed once it was resolved, and nothing else is said of it then, nor by a screen', () => {
    const named = boardIn('resolved', false)
    for (const stay of [wren, null])
      expect(named.ask({ ...names, stay }, { by: by(leo) })).toMatchObject({ refusal: 'alert-over' })
    const unnamed = boardIn('resolved', false, false)
    for (const more of [{ place: hallway }, { kind: 'fire' }, { needed: 6 }, { stay: null }] as const)
      expect(unnamed.ask({ ...names, ...more }, { by: by(leo) })).toMatchObject({ refusal: 'alert-over' })
    expect(unnamed.ask(names, { by: screen })).toMatchObject({ refusal: 'alert-over' })
    expect(unnamed.ask({ ...names, stay: 'nobody' }, { by: by(leo) })).toMatchObject({
      refusal: 'stay-unknown'
    })
  })
})

describe('an alert that is contained', () => {
  const rises = { type: 'alert.describe', alert, priority: 'high', kind: 'weapon' } as const

  it('A-25 was said so while somebody who was called was there, and stays so whoever goes', () => {
    const board = boardIn('on-scene', false)
    expect(board.ask(contain, { by: by(leo), now })).toMatchObject([{ type: 'alert.contained' }])
    expect(board.ask(withdraw, { by: by(ruth), now })).toMatchObject([{ type: 'alert.withdrawn' }])
    expect(the(board)).toMatchObject({ situation: { is: 'contained', by: leo }, reached: { contained: now } })
    expect(board.ask(contain, { by: by(ruth) })).toMatchObject({
      refusal: 'already-contained',
      says: { by: leo }
    })
  })

  it('A-25 is not by the raiser’s word alone', () => {
    expect(boardIn('raised', false).ask(contain, { by: by(mei) })).toMatchObject({ refusal: 'nobody-there' })
  })

  it('A-25, A-13 stands open again when its priority rises', () => {
    const { board, when } = shown()
    when(arrive, { by: by(ruth), now })
    when(contain, { by: by(ruth), now })
    when(rises, { by: by(ruth), now: now + 1 }).then({ type: 'alert.described' }, { type: 'alert.reopened' })
    expect(the(board).situation).toEqual({ is: 'raised', since: now + 1 })
  })
})
