import { describe, expect, it } from 'vitest'
import { audiences } from '../../shared/audience.ts'
import type { Alert } from '../../shared/alerts/alert.ts'
import { view } from '../../shared/unit.ts'
import { by, given, hour, loader, minute, now, type Asked, type Board } from '../support/given.ts'
import { dayRoom, description, done, mapleHouse, priya, robin, ruth, wren } from '../support/people.ts'
import { begin, put, scored, the, watch, watched } from './watched.ts'

const alertsOf = ({ state }: Board): Alert[] => Object.values(state.alerts.alerts)
const correct = (total: number, fields: object = {}): Asked => {
  return { ...scored(total), type: 'withdrawal.correct', score: 'score-01', reason: 'Wrong row', ...fields }
}
const acknowledge = (board: Board) =>
  done(board, { type: 'alert.acknowledge', alert: 'score-01', answer: 'coming' }, { by: by(ruth), now })

describe('a score that alarms', () => {
  it('M-14 raises the alert in the same submit, where the person is, from when they were seen', () => {
    const board = watched()
    const seenAt = now + minute
    const decided = board.ask(scored(22, { seenAt }), {
      by: by(priya),
      now: now + 2 * minute,
      id: 'score-01'
    })
    expect(decided).toMatchObject([
      { type: 'withdrawal.scored', total: 22, band: 'severe' },
      {
        ...{ type: 'alert.raised', alert: 'score-01', kind: 'severe-withdrawal', priority: 'medium' },
        ...{ place: dayRoom, stay: robin, seenAt, silent: false, drill: false }
      },
      { type: 'withdrawal.alerted', watch, score: 'score-01', alert: 'score-01' }
    ])
    expect(the(board)?.scores[0]?.alert).toBe('score-01')
    expect(alertsOf(board)).toMatchObject([{ raisedBy: by(priya), responders: { [priya]: { is: 'there' } } }])
  })

  it.each([
    [18, [], null],
    [19, [], 'severe-withdrawal medium'],
    [34, [], 'severe-withdrawal medium'],
    [35, [], 'severe-withdrawal high'],
    [3, ['delirium'], 'severe-withdrawal high'],
    [3, ['new-hallucinations'], 'severe-withdrawal high'],
    [3, ['seizure'], 'medical high'],
    [20, ['delirium', 'seizure'], 'medical high'],
    [0, ['hard-to-wake'], 'medical high'],
    [0, ['trouble-breathing'], 'medical high'],
    [0, ['chest-pain'], 'medical high']
  ])('M-14 is as urgent as total and signs say: %i with %j', (total, dangers, says) => {
    const [alert] = alertsOf(put(watched(), scored(total, { dangers }), { now }))
    expect(alert ? `${alert.kind} ${alert.priority}` : null).toBe(says)
  })

  it('M-14 of opioids goes by its own bounds', () => {
    const raised = (total: number) =>
      alertsOf(put(watched({ scale: 'cows' }), scored(total, {}, 'cows'), { now })).map(one => one.priority)
    expect([24, 25, 36, 37, 48].map(raised)).toEqual([[], ['medium'], ['medium'], ['high'], ['high']])
  })

  it('M-8, M-14 raises nothing where a later one has said since how it is', () => {
    const board = put(watched(), scored(5), { now: now + hour })
    put(board, scored(40, { seenAt: now, dangers: ['seizure'] }), { now: now + 61 * minute })
    expect(alertsOf(board)).toEqual([])
  })

  it('M-10, M-14 raises when it is corrected upwards, and leaves an alert be when downwards', () => {
    const board = put(watched(), scored(5), { now, id: 'score-01' })
    put(board, correct(25), { now: now + minute, id: 'score-02' })
    expect(alertsOf(board)).toMatchObject([{ id: 'score-02', situation: { is: 'raised' } }])
    put(board, correct(5, { score: 'score-02' }), { now: now + 2 * minute, id: 'score-03' })
    expect(alertsOf(board)).toMatchObject([{ situation: { is: 'raised' } }])
    expect(the(board)?.scores.map(({ alert }) => alert)).toEqual([null, 'score-02', 'score-02'])
  })

  it('M-15 raises no second one while one is open, and points to that one', () => {
    const board = put(watched(), scored(22), { now, id: 'score-01' })
    put(board, scored(24), { now: now + 2 * hour, id: 'score-02' })
    expect(alertsOf(board)).toHaveLength(1)
    expect(the(board)?.scores.map(({ alert }) => alert)).toEqual(['score-01', 'score-01'])
  })

  it('M-15 makes the open one more urgent, and it stands open again', () => {
    const board = acknowledge(put(watched(), scored(22), { now, id: 'score-01' }))
    const seized = scored(12, { dangers: ['seizure'] })
    expect(board.ask(seized, { by: by(priya), now: now + minute, id: 'score-02' })).toMatchObject([
      { type: 'withdrawal.scored' },
      { type: 'alert.described', alert: 'score-01', kind: 'medical', priority: 'high', needed: 4 },
      { type: 'alert.reopened', alert: 'score-01' },
      { type: 'withdrawal.alerted', score: 'score-02', alert: 'score-01' }
    ])
    put(board, scored(22), { now: now + 2 * minute, id: 'score-03' })
    expect(alertsOf(board)).toMatchObject([{ kind: 'medical', priority: 'high' }])
  })

  it('M-15 counts what another raised for the person, but no drill, no other person and nothing over', () => {
    const raise = (fields: object): Asked => {
      return { type: 'alert.raise', kind: 'medical', place: dayRoom, stay: robin, ...fields }
    }
    const open = done(watched(), raise({}), { by: by(ruth), now, id: 'raised-1' })
    put(open, scored(22), { now: now + 5 * minute })
    expect(the(open)?.scores[0]?.alert).toBe('raised-1')
    for (const fields of [{ drill: true }, { stay: wren }, { kind: 'tension' }]) {
      const other = done(watched(), raise(fields), { by: by(ruth), now, id: 'raised-1' })
      put(other, scored(22), { now: now + 5 * minute, id: 'score-01' })
      expect(the(other)?.scores[0]?.alert).toBe('score-01')
    }
    const over = done(watched(), raise({}), { by: by(ruth), now, id: 'raised-1' })
    done(over, { type: 'alert.cancel', alert: 'raised-1' }, { by: by(ruth), now })
    put(over, scored(22), { now: now + 5 * minute, id: 'score-01' })
    expect(the(over)?.scores[0]?.alert).toBe('score-01')
  })

  it('M-15 that is one with what another raised just now points to that', () => {
    const board = watched()
    const raise = { type: 'alert.raise', kind: 'severe-withdrawal', place: dayRoom } as const
    done(board, raise, { by: by(ruth), now, id: 'raised-1' })
    put(board, scored(22), { now: now + 30_000, id: 'score-01' })
    expect(the(board)?.scores[0]?.alert).toBe('raised-1')
  })

  it('M-16 says nothing of itself in the alert, on a wall or to a pager', () => {
    const pagers = [{ id: 'radio', url: 'https://pager.example/call', secret: 'a-secret-of-sixteen' }]
    const { board } = given(...mapleHouse)
    done(board, { type: 'profile.describe', description: { ...description, pagers } }, { by: loader })
    done(board, begin(), { by: by(priya), now, id: watch })
    const score = scored(61, { dangers: ['delirium'], note: 'Sees ants', pulse: 131 })
    const decided = put(board, score, { now, id: 'score-01' }) && board.journal.slice(-4)
    const said = decided.filter(({ event }) => /^(alert|page)\./.test(event.type))
    expect(said.map(({ event }) => event.type)).toEqual(['alert.raised', 'page.queued'])
    const told = [
      JSON.stringify(said.map(({ event }) => event)),
      ...audiences.map(audience => JSON.stringify(view(board.state, audience).alerts)),
      JSON.stringify(view(board.state, 'wall')),
      JSON.stringify(view(board.state, 'locked')),
      JSON.stringify(view(board.state, 'wall-public')),
      JSON.stringify(view(board.state, 'charge').pages)
    ]
    for (const secret of [
      'ciwa',
      'asam',
      'delirium',
      'ants',
      '131',
      ':61',
      'band',
      'complicated',
      'watch-of'
    ])
      expect(told.filter(text => text.includes(secret))).toEqual([])
  })
})
