import { describe, expect, it } from 'vitest'
import { boardOf, by, clock, given, hour, loader, minute, now, type Asked } from '../support/given.ts'
import { description, done, leo, mapleHouse, mei, priya, robin, ruth, wren } from '../support/people.ts'
import { answersOf, begin, due, nurse, put, scored, the, watch, watched } from './watched.ts'

const house = () => given(...mapleHouse)
const describeUnit = (withdrawal: object): Asked => {
  return { type: 'profile.describe', description: { ...description, withdrawal } }
}
const leave: Asked = { type: 'stay.leave', stay: robin, destination: 'Court' }
const miss = (count: number, from = now): Asked => ({ type: 'withdrawal.miss', watch, due: from, count })

describe('a watch', () => {
  it('M-6, M-7 is begun by a nurse or charge staff, and its first score is due at once', () => {
    for (const member of [priya, ruth]) {
      house()
        .when(begin(), { by: by(member), id: watch })
        .then({ type: 'withdrawal.watched', watch, stay: robin, profile: 'asam-2020', version: 1, first: 60 })
    }
    expect(due(watched())).toBe(now)
  })

  it('M-6, M-9 is begun by charge staff who are no nurse, and by no counselor', () => {
    const chief = { name: 'Leo Marchetti', roles: ['charge'], credentials: [], language: 'en' }
    const board = boardOf(...mapleHouse)
    board.ask({ type: 'member.describe', member: leo, description: chief }, { by: loader })
    expect(board.ask(begin(), { by: by(leo), id: watch })).toMatchObject([{ type: 'withdrawal.watched' }])
    expect(board.ask(scored(5), { by: by(leo) })).toMatchObject({ refusal: 'nurse-needed' })
    house()
      .when(begin(), { by: by(mei) })
      .refused('nurse-needed')
  })

  it('M-6 is one for each person and scale', () => {
    const board = watched()
    expect(board.ask(begin(), { by: nurse, now: now + hour })).toMatchObject({
      refusal: 'already-watched',
      says: { stay: robin, since: now }
    })
    expect(board.ask(begin({ scale: 'cows' }), { by: nurse, id: 'watch-cows' })).toMatchObject([
      { profile: 'cows-2003' }
    ])
    expect(board.ask(begin({ stay: wren }), { by: nurse, id: 'watch-wren' })).toMatchObject([{ stay: wren }])
    expect(board.ask(begin({ stay: 'st-gone' }), { by: nurse })).toMatchObject({ refusal: 'stay-unknown' })
  })

  it('M-6 is read by the profile that is named, else by that of the unit', () => {
    const board = boardOf(...mapleHouse)
    board.ask(describeUnit({ profiles: { 'ciwa-ar': 'classic-8-15', cows: 'of-another-version' } }), {
      by: loader
    })
    expect(board.ask(begin({ profile: 'cows-2003' }), { by: nurse })).toMatchObject({
      refusal: 'profile-unfit'
    })
    expect(board.ask(begin(), { by: nurse, id: watch })).toMatchObject([{ profile: 'classic-8-15' }])
    expect(board.ask(begin({ scale: 'cows' }), { by: nurse, id: 'watch-2' })).toMatchObject([
      { profile: 'cows-2003' }
    ])
    expect(
      board.ask(begin({ stay: wren, profile: 'asam-2020' }), { by: nurse, id: 'watch-3' })
    ).toMatchObject([{ profile: 'asam-2020' }])
  })

  it('M-13 is of somebody on the unit', () => {
    const board = done(boardOf(...mapleHouse), leave, { by: nurse, now })
    expect(board.ask(begin(), { by: nurse })).toMatchObject({ refusal: 'off-unit', says: { since: now } })
  })

  it('M-11 misses a score once a further whole interval has gone by, and once for each after', () => {
    const board = watched()
    const [owed] = board.owed(now + 60 * minute).filter(({ command }) => command.type === 'withdrawal.miss')
    expect(owed).toMatchObject({ at: now + 60 * minute, command: miss(1) })
    expect(board.ask(miss(1), { by: clock, now: now + 60 * minute - 1 })).toMatchObject({
      refusal: 'not-owed'
    })
    done(board, miss(1), { by: clock, now: now + 60 * minute })
    expect(board.ask(miss(1), { by: clock, now: now + 61 * minute })).toMatchObject({ refusal: 'not-owed' })
    expect(the(board)?.missed).toEqual({ count: 1, since: now, due: now, counted: 1 })
    done(board, miss(2), { by: clock, now: now + 120 * minute })
    expect(the(board)?.missed?.count).toBe(2)
    put(board, scored(5), { now: now + 125 * minute })
    expect(the(board)).toMatchObject({ missed: null, scores: [{ late: 125 }] })
  })

  it('M-11 counts at once what went by while no node was awake', () => {
    const board = watched()
    const owed = board.owed(now + 5 * hour).filter(({ command }) => command.type === 'withdrawal.miss')
    expect(owed.map(({ command }) => command)).toEqual([miss(5)])
    done(board, miss(5), { by: clock, now: now + 5 * hour })
    expect(the(board)?.missed?.count).toBe(5)
  })

  it('M-12 puts a score off with a reason, and it stays due', () => {
    const board = watched()
    const defer = (fields: object): Asked => ({
      type: 'withdrawal.defer',
      watch,
      reason: 'asleep',
      ...fields
    })
    const at = { by: by(mei), now: now + 5 * minute }
    expect(board.ask(defer({ until: now }), at)).toMatchObject({ refusal: 'until-passed' })
    const most = at.now + 60 * minute
    expect(board.ask(defer({ until: most + 1 }), at)).toMatchObject({
      refusal: 'until-too-far',
      says: { until: most }
    })
    done(board, defer({ until: most }), at)
    expect(board.ask(defer({ until: most }), at)).toMatchObject({ refusal: 'no-change' })
    expect(the(board)?.putOff).toEqual({ reason: 'asleep', until: most, by: mei, at: at.now })
    expect(due(board)).toBe(now)
    put(board, scored(5), { now: now + 30 * minute })
    expect(the(board)).toMatchObject({ putOff: null, scores: [{ putOff: 'asleep', late: 30 }] })
  })

  it('M-12 wakes people where that is the standing rule', () => {
    const board = done(watched(), describeUnit({ asleep: 'wake' }), { by: loader })
    const defer = (reason: string): Asked => ({ type: 'withdrawal.defer', watch, reason })
    expect(board.ask(defer('asleep'), { by: nurse })).toMatchObject({ refusal: 'wake-to-score' })
    expect(board.ask(defer('refused'), { by: nurse })).toMatchObject([{ reason: 'refused', until: null }])
  })

  it('M-13 owes nothing off the unit, and what had fallen due is due on return', () => {
    const board = put(watched(), scored(12), { now })
    done(board, leave, { by: nurse, now: now + 30 * minute })
    expect(due(board)).toBeNull()
    expect(board.owed(now + 20 * hour).some(({ command }) => command.type === 'withdrawal.miss')).toBe(false)
    expect(board.ask(scored(5), { by: nurse, now: now + hour })).toMatchObject({ refusal: 'off-unit' })
    const defer: Asked = { type: 'withdrawal.defer', watch, reason: 'off-unit' }
    expect(board.ask(defer, { by: nurse, now: now + hour })).toMatchObject({ refusal: 'not-owed' })
    put(board, scored(11, { seenAt: now + 20 * minute }), { now: now + hour })
    done(board, { type: 'stay.return', stay: robin }, { by: nurse, now: now + 3 * hour })
    expect(due(board)).toBe(now + 3 * hour)
  })

  it('M-13 is due as before where somebody comes back in time', () => {
    const board = put(watched(), scored(5), { now })
    done(board, leave, { by: nurse, now: now + 30 * minute })
    done(board, { type: 'stay.return', stay: robin }, { by: nurse, now: now + 50 * minute })
    expect(due(board)).toBe(now + 240 * minute)
  })

  it('M-13 ends with the stay, for every scale', () => {
    const board = done(watched(), begin({ scale: 'cows' }), { by: nurse, id: 'watch-cows' })
    const others = done(board, begin({ stay: wren }), { by: nurse, id: 'watch-wren' })
    done(others, { type: 'stay.discharge', stay: robin }, { by: by(ruth) })
    expect(Object.keys(others.state.withdrawal.watches)).toEqual(['watch-wren'])
  })

  it('M-17 is stopped by a nurse with a reason, and by nobody else', () => {
    const board = watched()
    const stop = (fields: object): Asked => ({ type: 'withdrawal.stop', watch, reason: 'settled', ...fields })
    expect(board.ask(stop({}), { by: by(mei) })).toMatchObject({ refusal: 'nurse-needed' })
    expect(board.ask(stop({ reason: 'other' }), { by: nurse })).toMatchObject({ refusal: 'why-needed' })
    done(board, stop({}), { by: nurse })
    expect(board.state.withdrawal.watches).toEqual({})
    expect(board.ask(stop({}), { by: nurse })).toMatchObject({ refusal: 'watch-unknown' })
    expect(board.ask(scored(5), { by: nurse })).toMatchObject({ refusal: 'watch-unknown' })
  })

  it('M-7 takes the minutes that the unit has for a band', () => {
    const board = done(watched(), describeUnit({ minutes: { 'asam-2020': { moderate: 90 } } }), {
      by: loader
    })
    put(board, scored(12), { now })
    expect(due(board)).toBe(now + 90 * minute)
    put(board, scored(5), { now: now + minute })
    expect(due(board)).toBe(now + 241 * minute)
    const seized = { answers: answersOf('ciwa-ar', 5), dangers: ['chest-pain'] }
    put(board, { type: 'withdrawal.score', watch, ...seized }, { now: now + 2 * minute })
    expect(due(board)).toBe(now + 32 * minute)
  })
})
