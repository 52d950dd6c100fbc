import { describe, expect, it } from 'vitest'
import { by, clock, minute, now, type Board } from '../support/given.ts'
import { mei, ruth } from '../support/people.ts'
import { alert, close, coming, owed, shown, the, told, until } from './raised.ts'

/** A fire in the day room that the wall shows, raised by Mei at 14:00. */
const raised = () => shown({ kind: 'fire' })

const climbed = (board: Board) => told(board).map(({ at }) => (at - now) / minute)

describe('the ladder of an alert', () => {
  it('A-5, A-6 owes the next rung at its minute since raised; the first was reached by raising', () => {
    expect(owed(raised().board)).toEqual([[now + 2 * minute, 'escalate:finger-lifted-1:1']])
  })

  it('A-6 is climbed in order, each rung once, at its time', () => {
    const { board } = raised()
    until(board, now + 11 * minute)
    expect(climbed(board)).toEqual([0, 2, 5, 10])
    expect(owed(board)).toEqual([])
  })

  it('A-6 is never climbed early, twice, or out of order', () => {
    const { when } = raised()
    const escalate = (step: number) => ({ type: 'alert.escalate', alert, step }) as const
    when(escalate(1), { by: clock, now: now + 2 * minute - 1 }).refused('not-owed')
    when(escalate(2), { by: clock, now: now + 60 * minute }).refused('not-owed')
    when(escalate(1), { by: clock, now: now + 2 * minute }).then({ type: 'alert.escalated', step: 1 })
    when(escalate(1), { by: clock, now: now + 2 * minute }).refused('not-owed')
    when(escalate(9), { by: clock, now: now + 60 * minute }).refused('not-owed')
  })

  it('A-6, A-8 catches up when no node was awake: every rung that has passed, in order', () => {
    const { board } = raised()
    board.record({ type: 'member.shift-ended', member: mei }, { now: now + 30 * minute })
    until(board, now + 30 * minute)
    expect(climbed(board)).toEqual([0, 30, 30, 30])
  })

  it('A-7 rests while an answer holds', () => {
    const { board, when } = raised()
    when(coming, { by: by(ruth), now: now + minute })
    expect(owed(board)).toEqual([[now + 4 * minute, `lapse:finger-lifted-1:${now + minute}`]])
  })

  it('A-8 goes on when the answer runs out with nobody there, and no longer counts who did not come', () => {
    const { board, when } = raised()
    when(coming, { by: by(ruth), now: now + minute })
    until(board, now + 4 * minute)
    expect(climbed(board)).toEqual([0, 4])
    expect(the(board).situation).toEqual({ is: 'raised', since: now + 4 * minute })
    expect(Object.keys(the(board).responders)).toEqual([mei])
    when(coming, { by: by(ruth), now: now + 5 * minute }).then({ type: 'alert.acknowledged', who: ruth })
  })

  it('A-8 does not run out early, nor for an answer that another has followed', () => {
    const { when } = raised()
    when(coming, { by: by(ruth), now: now + minute })
    const lapse = { type: 'alert.lapse', alert, since: now + minute } as const
    when(lapse, { by: clock, now: now + 4 * minute - 1 }).refused('not-owed')
    when({ ...lapse, since: now }, { by: clock, now: now + 4 * minute }).refused('not-owed')
    when(lapse, { by: clock, now: now + 4 * minute }).then({ type: 'alert.lapsed' })
    when(lapse, { by: clock, now: now + 4 * minute }).refused('not-owed')
  })

  it('A-11 rests once somebody is there, and A-12 owes at once what has passed when nobody is any more', () => {
    const { board, when } = raised()
    when({ type: 'alert.arrive', alert }, { by: by(ruth), now: now + minute })
    expect(owed(board)).toEqual([])
    when({ type: 'alert.withdraw', alert }, { by: by(ruth), now: now + 6 * minute })
    until(board, now + 6 * minute)
    expect(climbed(board)).toEqual([0, 6, 6])
  })

  it('A-17 ends with the alert; what it owes does not', () => {
    const { board, when } = raised()
    when({ type: 'alert.resolve', alert, action: 'Toaster' })
    expect(owed(board).map(([, id]) => id.split(':')[0])).toEqual(['overdue', 'overdue'])
    when({ type: 'alert.escalate', alert, step: 1 }, { by: clock, now: now + 9 * minute }).refused(
      'alert-over'
    )
    for (const owed of ['debrief', 'community-word']) when({ type: 'alert.settle', alert, owed })
    when(close)
    expect(owed(board)).toEqual([])
  })
})
