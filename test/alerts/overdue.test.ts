import { describe, expect, it } from 'vitest'
import { by, clock, hour, loader, minute, now, type Board } from '../support/given.ts'
import { leo, priya, robin, ruth } from '../support/people.ts'
import { alert, close, owed, reopen, resolve, shown, the, until } from './raised.ts'

const vera = 'vera-lund'

/** A fire resolved at 14:00: a debrief and a word to the community are owed within a day. */
function resolved() {
  const given = shown({ kind: 'fire' })
  const described = { name: 'Vera Lund', roles: ['director'], credentials: [], language: 'en' }
  given.board.ask({ type: 'member.join', member: vera, description: described }, { by: loader })
  given.when(resolve, { by: by(ruth), now })
  return given
}

/** What was told of as overdue: what, how long after 14:00 in hours, and who was told. */
const reminders = ({ journal }: Board) =>
  journal.flatMap(({ event, at }) => {
    const said = event as { type: string; owed?: string; members?: string[] }
    return said.type === 'alert.overdue' ? [[said.owed, (at - now) / hour, said.members]] : []
  })

const remind = (step: number) => ({ type: 'alert.remind', alert, owed: 'debrief', step }) as const
const defer = (until: number) =>
  ({ type: 'alert.defer', alert, owed: 'debrief', reason: 'Asleep', until }) as const

describe('what is owed and not done', () => {
  it('A-52 is told who owes it and who is in charge when it falls due, and the director an hour later, once each', () => {
    const { board, when } = resolved()
    when({ type: 'alert.assign', alert, owed: 'debrief', to: leo }, { now })
    when({ type: 'alert.settle', alert, owed: 'community-word' }, { now })
    until(board, now + 24 * hour - 1)
    expect(reminders(board)).toEqual([])
    until(board, now + 90 * hour)
    expect(reminders(board)).toEqual([
      ['debrief', 24, [leo, ruth]],
      ['debrief', 25, [leo, vera]]
    ])
    expect(owed(board, now + 90 * hour)).toEqual([])
  })

  it('A-52 is never told of early, twice or out of order', () => {
    const { when } = resolved()
    when(remind(0), { by: clock, now: now + 24 * hour - 1 }).refused('not-owed')
    when(remind(1), { by: clock, now: now + 99 * hour }).refused('not-owed')
    when(remind(0), { by: clock, now: now + 24 * hour }).then({ type: 'alert.overdue', step: 0 })
    when(remind(0), { by: clock, now: now + 24 * hour }).refused('not-owed')
    when(remind(1), { by: clock, now: now + 25 * hour - 1 }).refused('not-owed')
    when(remind(1), { by: clock, now: now + 25 * hour }).then({ type: 'alert.overdue', step: 1 })
    when(remind(2), { by: clock, now: now + 99 * hour }).refused('not-owed')
  })

  it('A-52 begins anew where it was put off, from when that is over', () => {
    const { board, when } = resolved()
    when({ type: 'alert.settle', alert, owed: 'community-word' }, { now })
    until(board, now + 24 * hour)
    when(defer(now + 30 * hour), { by: by(leo), now: now + 24 * hour + minute })
    until(board, now + 90 * hour)
    expect(reminders(board).map(([, at]) => at)).toEqual([24, 30, 31])
  })

  it('A-52 is owed no more once it is done, or the alert is closed or open again', () => {
    const { board, when } = resolved()
    when({ type: 'alert.settle', alert, owed: 'community-word' }, { now })
    when(defer(now + 30 * hour), { now })
    expect(owed(board)).toHaveLength(1)
    when(close, { now })
    expect(owed(board)).toEqual([])
    when(remind(0), { by: clock, now: now + 30 * hour }).refused('not-owed')
    when(reopen, { now })
    expect(owed(board).map(([, id]) => id.split(':')[0])).toEqual(['unshown', 'escalate'])
    when(resolve, { now: now + minute })
    when({ type: 'alert.settle', alert, owed: 'debrief' }, { now: now + minute })
    expect(owed(board)).toEqual([
      [now + minute + 24 * hour, expect.stringMatching('overdue:.*community-word')]
    ])
  })

  it('A-52 names who is told once, also who owes it and is in charge', () => {
    const { board } = resolved()
    until(board, now + 24 * hour)
    expect(reminders(board)).toEqual([
      ['debrief', 24, [ruth]],
      ['community-word', 24, [ruth]]
    ])
  })

  it('A-52 is told of in one look also after a long night in which no node was awake', () => {
    const { board, when } = shown({ kind: 'medical', stay: robin })
    when(resolve, { by: by(priya), now })
    board.record({ type: 'member.shift-ended', member: leo }, { now: now + 60 * hour })
    until(board, now + 60 * hour)
    expect(reminders(board)).toHaveLength(10)
    expect(Object.values(the(board).owed).map(({ told }) => told)).toEqual([2, 2, 2, 2, 2])
  })
})
