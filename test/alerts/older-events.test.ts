/** What the first version recorded, as it recorded it. */
import { describe, expect, it } from 'vitest'
import { audiences } from '../../shared/audience.ts'
import { view, type UnitEvent } from '../../shared/unit.ts'
import { boardOf, by, clock, hour, minute, now, type Happened } from '../support/given.ts'
import { dayRoom, leo, mapleHouse, mei, ruth } from '../support/people.ts'
import { alert, close, owed, the, until } from './raised.ts'

const ladder = [
  { minutes: 0, tells: 'shift' },
  { minutes: 2, tells: 'charge' }
]
const was = (event: object, author = by(mei), at = now): Happened => [
  event as UnitEvent,
  { by: author, now: at }
]

const raised = was({
  ...{ type: 'alert.raised', alert, kind: 'tension', priority: 'low', place: dayRoom, stay: null },
  ...{ silent: false, drill: false, needed: 2, ladder, seenAt: now }
})
const escalated = was({ type: 'alert.escalated', alert, step: 1 }, clock, now + 2 * minute)
/** A raiser who sent somebody stopped the ladder with it then. */
const delegated = was(
  { type: 'alert.acknowledged', alert, answer: 'delegated', who: leo, lapses: now + 5 * minute },
  by(mei),
  now + 2 * minute
)
const arrived = was({ type: 'alert.arrived', alert, who: leo }, by(leo), now + 3 * minute)
const resolved = was(
  { type: 'alert.resolved', alert, action: 'Talked', notes: null },
  by(ruth),
  now + 4 * minute
)

describe('alerts of the first version', () => {
  it('A-60 are read as they were meant: nobody is known to have been told, and nothing is owed', () => {
    const board = boardOf(...mapleHouse, raised, escalated, delegated, arrived, resolved)
    expect(board.state.unread).toBe(0)
    expect(the(board)).toMatchObject({
      situation: { is: 'resolved', since: now + 4 * minute, by: ruth },
      notices: [
        { step: 0, at: now, tells: 'shift', members: [], why: 'raised' },
        { step: 1, at: now + 2 * minute, tells: 'charge', members: [], why: 'time' }
      ],
      responders: { [mei]: { is: 'there', role: null }, [leo]: { is: 'there', role: null } },
      outcome: { by: ruth, action: 'Talked' },
      ...{ called: {}, declined: {}, merged: [], shown: {}, owed: {}, restraints: [] }
    })
    expect(board.ask(close, { by: by(ruth) })).toMatchObject([{ type: 'alert.closed' }])
  })

  it('A-60 hold as they held: a word that was given then runs out when it said', () => {
    const board = boardOf(...mapleHouse, raised, delegated)
    expect(the(board).situation).toMatchObject({ is: 'acknowledged', by: leo })
    expect(owed(board)).toContainEqual([now + 5 * minute, `lapse:${alert}:${now + 2 * minute}`])
    until(board, now + 5 * minute)
    expect(the(board).situation.is).toBe('raised')
  })

  it('A-60 are shown to everybody, and cancelled ones ended', () => {
    const cancelled = was({ type: 'alert.cancelled', alert }, by(mei), now + minute)
    const board = boardOf(...mapleHouse, raised, cancelled)
    for (const audience of audiences) expect(view(board.state, audience)).toBeTypeOf('object')
    expect(view(board.state, 'tablet').alerts[alert]).toMatchObject({ situation: 'cancelled', endedBy: mei })
    expect(owed(board, now + hour)).toEqual([])
  })
})
