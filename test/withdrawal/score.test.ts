import { describe, expect, it } from 'vitest'
import { scales } from '../../shared/withdrawal/scales/scales.ts'
import { Board, by, hour, minute, now, type Asked } from '../support/given.ts'
import { done, mei, priya, robin } from '../support/people.ts'
import { answersOf, due, nurse, put, scored, the, watched } from './watched.ts'

const ask = (board: Board, asked: Asked, at = now) => board.ask(asked, { by: nurse, now: at })
const correct = (total: number, fields: object = {}): Asked => {
  return { ...scored(total), type: 'withdrawal.correct', score: 'score-01', reason: 'Wrong row', ...fields }
}

describe('a score', () => {
  it('M-2 is refused while a question is open, and says which', () => {
    const { tremor: _open, headache: _too, ...rest } = answersOf('ciwa-ar', 9)
    expect(ask(watched(), scored(9, { answers: rest }))).toMatchObject({
      refusal: 'answers-missing',
      says: { missing: 'tremor headache', count: 2 }
    })
  })

  it('M-3 of opioids takes each answer that there is, and no other', () => {
    const board = watched({ scale: 'cows' })
    const whole = answersOf('cows', 0)
    for (const { id, values } of scales.cows.questions) {
      for (let value = 0; value <= 6; value++) {
        const again = new Board(board.state)
        const decision = ask(again, scored(0, { answers: { ...whole, [id]: value } }, 'cows'))
        if (values.includes(value)) expect(decision).toMatchObject([{ total: value }])
        else expect(decision).toMatchObject({ refusal: 'answer-illegal', says: { question: id } })
      }
    }
  })

  it('M-3 of a question that the scale does not ask is refused', () => {
    const answers = { ...answersOf('ciwa-ar', 9), yawning: 1 }
    expect(ask(watched(), scored(9, { answers }))).toMatchObject({ refusal: 'answer-illegal' })
  })

  it('M-5 has the pulse from its beats, and takes none beside them', () => {
    const board = watched({ scale: 'cows' })
    const { pulse: _locked, ...answers } = answersOf('cows', 0)
    expect(ask(board, scored(0, { pulse: 118 }, 'cows'))).toMatchObject({ refusal: 'pulse-locked' })
    expect(ask(board, scored(0, { answers, pulse: 118 }, 'cows'))).toMatchObject([
      { total: 2, pulse: 118, answers: { pulse: 2 } }
    ])
    expect(ask(board, scored(0, { answers }, 'cows'))).toMatchObject({ says: { missing: 'pulse' } })
    expect(ask(watched(), scored(9, { pulse: 118 }))).toMatchObject([{ total: 9, pulse: 118 }])
  })

  it('M-7 makes the next one due by its band, counted from when the person was seen', () => {
    const board = watched()
    put(board, scored(12, { seenAt: now + 10 * minute }), { now: now + 25 * minute })
    expect(the(board)?.scores).toMatchObject([
      { seenAt: now + 10 * minute, at: now + 25 * minute, band: 'moderate', by: priya, late: 10 }
    ])
    expect(due(board)).toBe(now + 130 * minute)
  })

  it('M-8 that is entered late undoes nothing of a later one', () => {
    const board = put(watched(), scored(12), { now: now + 60 * minute, id: 'score-02' })
    const before = due(board)
    put(board, scored(5, { seenAt: now + 20 * minute }), { now: now + 70 * minute, id: 'score-01' })
    expect(the(board)?.scores.map(({ id, late }) => [id, late])).toEqual([
      ['score-01', 0],
      ['score-02', 60]
    ])
    expect(due(board)).toBe(before)
  })

  it('M-8 of a moment to come, or of long ago, is refused; a fast clock is not', () => {
    const board = watched()
    expect(ask(board, scored(5, { seenAt: now + 30_001 }))).toMatchObject({ refusal: 'seen-in-future' })
    expect(ask(board, scored(5, { seenAt: now - 12 * hour - 1 }))).toMatchObject({
      refusal: 'seen-too-long-ago'
    })
    expect(ask(board, scored(5, { seenAt: now + 30_000 }))).toMatchObject([{ seenAt: now }])
  })

  it('M-9 is made and corrected by a nurse', () => {
    const board = put(watched(), scored(5), { now, id: 'score-01' })
    for (const asked of [scored(6), correct(6)])
      expect(board.ask(asked, { by: by(mei) })).toMatchObject({ refusal: 'nurse-needed' })
  })

  it('M-10 is corrected by a new one that points to it, and is kept', () => {
    const board = put(watched(), scored(5), { now, id: 'score-01' })
    put(board, correct(12), { now: now + 20 * minute, id: 'score-02' })
    expect(the(board)?.scores).toMatchObject([
      { id: 'score-01', total: 5, correctedBy: 'score-02', corrects: null },
      { id: 'score-02', total: 12, seenAt: now, at: now + 20 * minute, correctedBy: null }
    ])
    expect(the(board)?.scores[1]?.corrects).toEqual({ score: 'score-01', reason: 'Wrong row' })
    expect(due(board)).toBe(now + 120 * minute)
  })

  it('M-10 is corrected once; what corrects it can be corrected too', () => {
    const board = put(watched(), scored(5), { now, id: 'score-01' })
    put(board, correct(12), { now: now + minute, id: 'score-02' })
    expect(ask(board, correct(13))).toMatchObject({
      refusal: 'already-corrected',
      says: { by: priya, at: now + minute }
    })
    expect(ask(board, correct(13, { score: 'score-09' }))).toMatchObject({
      refusal: 'score-unknown',
      says: { stay: robin }
    })
    expect(ask(board, correct(13, { score: 'score-02', reason: ' ' }))).toMatchObject({
      refusal: 'why-needed'
    })
    put(board, correct(4, { score: 'score-02' }), { now: now + 2 * minute, id: 'score-03' })
    expect(due(board)).toBe(now + 240 * minute)
  })

  it('M-10 is corrected as whole as it is made', () => {
    const board = put(watched(), scored(5), { now, id: 'score-01' })
    const { tremor: _open, ...answers } = answersOf('ciwa-ar', 9)
    expect(ask(board, correct(9, { answers }))).toMatchObject({ refusal: 'answers-missing' })
  })

  it('M-10 that was an earlier one changes nothing of what is due', () => {
    const board = put(watched(), scored(5), { now, id: 'score-01' })
    put(board, scored(12), { now: now + hour, id: 'score-02' })
    put(board, correct(20), { now: now + 61 * minute, id: 'score-03' })
    expect(due(board)).toBe(now + 180 * minute)
    expect(the(board)?.scores.map(({ id }) => id)).toEqual(['score-01', 'score-03', 'score-02'])
  })

  it('M-10, M-11 that makes a due time anew counts what is missed anew', () => {
    const board = put(watched(), scored(12), { now, id: 'score-01' })
    board.until(now + 4 * hour)
    expect(the(board)?.missed?.count).toBe(1)
    put(board, correct(5), { now: now + 4 * hour, id: 'score-02' })
    expect(board.owed(now + 4 * hour).filter(({ id }) => id.startsWith('miss-score'))).toEqual([])
    put(board, correct(12, { score: 'score-02' }), { now: now + 4 * hour, id: 'score-03' })
    board.until(now + 6 * hour)
    expect(the(board)?.missed?.count).toBe(2)
  })

  it('M-8 of a danger names it once', () => {
    const dangers = ['delirium', 'delirium']
    expect(ask(watched(), scored(5, { dangers }))).toMatchObject([
      { dangers: ['delirium'] },
      { type: 'alert.raised' },
      { type: 'withdrawal.alerted' }
    ])
  })

  it('M-10 keeps no more of a long watch than is looked back at', () => {
    const board = watched()
    for (let n = 0; n < 70; n++)
      done(board, scored(5), { by: nurse, now: now + n * hour, id: `score-${n}-of-many` })
    expect(the(board)?.scores).toHaveLength(60)
    expect(the(board)?.scores[0]?.id).toBe('score-10-of-many')
  })
})
