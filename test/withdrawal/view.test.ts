import { describe, expect, it } from 'vitest'
import { audiences } from '../../shared/audience.ts'
import { view } from '../../shared/unit.ts'
import { by, hour, minute, now, type Asked, type Board } from '../support/given.ts'
import { done, priya, robin, wren } from '../support/people.ts'
import { answersOf, begin, put, scored, watch, watched } from './watched.ts'

const rowOf = ({ state }: Board, audience: 'tablet' | 'charge' = 'tablet') =>
  view(state, audience).withdrawals[watch]

/** A score every four hours, of these totals. */
function every(board: Board, totals: readonly number[], from = now): Board {
  for (const [n, total] of totals.entries())
    put(board, scored(total), { now: from + n * 4 * hour, id: `score-${from}-${n}` })
  return board
}

describe('a watch on screens', () => {
  it('M-18 shows members scale, bands, due, and the last score', () => {
    const board = watched()
    expect(rowOf(board)).toEqual({
      ...{ id: watch, stay: robin, scale: 'ciwa-ar', profile: 'asam-2020', startedAt: now, by: priya },
      ...{ due: now, minutes: 60, paused: false, missed: 0, missedSince: null, putOff: null },
      ...{ last: null, trend: [], mayStop: null }
    })
    put(board, scored(12, { pulse: 90, note: 'Asked for water' }), { now: now + minute, id: 'score-01' })
    expect(rowOf(board, 'charge')).toMatchObject({ due: now + 121 * minute, minutes: 120 })
    expect(rowOf(board)?.last).toEqual({
      ...{ id: 'score-01', total: 12, band: 'moderate', answers: answersOf('ciwa-ar', 12), pulse: 90 },
      ...{ dangers: [], seenAt: now + minute, at: now + minute, by: priya, note: 'Asked for water' },
      ...{ late: 1, putOff: null, corrects: null, alert: null }
    })
  })

  it('M-10, M-18 shows what a correction corrected, and only what stands in the trend', () => {
    const board = put(watched(), scored(12), { now, id: 'score-01' })
    const asked = {
      ...scored(5),
      type: 'withdrawal.correct',
      score: 'score-01',
      reason: 'Wrong row'
    } as Asked
    put(board, asked, { now: now + minute, id: 'score-02' })
    expect(rowOf(board)?.last?.corrects).toEqual({ score: 'score-01', total: 12, reason: 'Wrong row' })
    expect(rowOf(board)?.trend).toEqual([
      { id: 'score-02', total: 5, band: 'mild', seenAt: now, danger: false }
    ])
  })

  it('M-18 keeps twelve totals in the trend, oldest first', () => {
    const totals = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]
    expect(rowOf(every(watched(), totals))?.trend.map(({ total }) => total)).toEqual(totals.slice(2))
  })

  it('M-18 shows a wall that a check is due, once, and nothing of what kind', () => {
    const board = done(watched(), begin({ scale: 'cows' }), {
      by: by(priya),
      now: now + hour,
      id: 'watch-cows'
    })
    done(board, begin({ stay: wren }), { by: by(priya), now, id: 'watch-wren' })
    put(board, scored(12), { now: now + 2 * hour })
    const { withdrawals, dueChecks } = view(board.state, 'wall')
    expect(withdrawals).toEqual({})
    expect(dueChecks).toEqual({
      [robin]: { id: robin, due: now + hour },
      [wren]: { id: wren, due: now }
    })
    done(
      board,
      { type: 'stay.leave', stay: robin, destination: 'Court' },
      { by: by(priya), now: now + 3 * hour }
    )
    expect(Object.keys(view(board.state, 'wall').dueChecks)).toEqual([wren])
  })

  it('M-18 shows nothing where visitors see it or a tablet is locked, and members have no second list', () => {
    const board = put(watched(), scored(12), { now })
    for (const audience of audiences) {
      const { withdrawals, dueChecks } = view(board.state, audience)
      const shown = [Object.keys(withdrawals).length, Object.keys(dueChecks).length]
      const members = audience === 'tablet' || audience === 'charge'
      expect(shown).toEqual(members ? [1, 0] : [0, audience === 'wall' ? 1 : 0])
    }
  })

  it('M-18 leaves the rows of others the same objects', () => {
    const board = done(watched(), begin({ stay: wren }), { by: by(priya), now, id: 'watch-wren' })
    const before = view(board.state, 'tablet').withdrawals
    put(board, scored(12), { now })
    const after = view(board.state, 'tablet').withdrawals
    expect(after['watch-wren']).toBe(before['watch-wren'])
    expect(after[watch]).not.toBe(before[watch])
    expect(view(board.state, 'tablet').withdrawals).toBe(after)
  })

  it('M-17 says when the stop rule is met, and goes on all the same', () => {
    const board = every(watched(), [12, 9, 9, 9, 9, 9, 9])
    expect(rowOf(board)?.mayStop).toBeNull()
    put(board, scored(9), { now: now + 28 * hour })
    expect(rowOf(board)).toMatchObject({ mayStop: { times: 7, since: now + 4 * hour }, due: now + 32 * hour })
    put(board, scored(10), { now: now + 32 * hour })
    expect(rowOf(board)?.mayStop).toBeNull()
  })

  it('M-17 asks for enough scores, and takes none with a sign of danger for a low one', () => {
    const few = watched()
    for (const at of [0, 12, 24]) put(few, scored(3), { now: now + at * hour })
    expect(rowOf(few)?.mayStop).toBeNull()
    put(few, scored(3), { now: now + 25 * hour })
    expect(rowOf(few)?.mayStop).toEqual({ times: 4, since: now })
    put(few, scored(3, { dangers: ['delirium'] }), { now: now + 26 * hour })
    expect(rowOf(few)?.mayStop).toBeNull()
  })
})
