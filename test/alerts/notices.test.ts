import { describe, expect, it } from 'vitest'
import { by, clock, given, loader, minute, now, screen, type Board } from '../support/given.ts'
import { dana, description, hallway, jonas, leo, mapleHouse, mei, priya, ruth } from '../support/people.ts'
import { node } from '../support/given.ts'
import {
  alert,
  arrive,
  coming,
  raised,
  reopen,
  resolve,
  show,
  shown,
  the,
  told,
  until,
  withdraw
} from './raised.ts'

const everybody = [ruth, mei, leo, jonas, dana, priya]
const onShift = [ruth, mei, leo, jonas, priya]
const miss = { type: 'alert.miss-screens', alert } as const
const escalations = ({ journal }: Board) =>
  journal.filter(({ event }) => event.type === 'alert.escalated').length

const unitWith = (fields: object) => {
  const all = given(...mapleHouse)
  all.board.ask({ type: 'profile.describe', description: { ...description, ...fields } }, { by: loader })
  return all
}

describe('who was told of an alert', () => {
  it('A-34 is on record with rung, time, whom it tells, who that was, and why', () => {
    const { board } = shown()
    until(board, now + 10 * minute)
    expect(the(board).notices).toEqual([
      { step: 0, at: now, tells: 'shift', members: onShift, why: 'raised' },
      { step: 1, at: now + 2 * minute, tells: 'charge', members: [ruth], why: 'time' },
      { step: 2, at: now + 5 * minute, tells: 'director', members: [], why: 'time' },
      { step: 3, at: now + 10 * minute, tells: 'everyone', members: everybody, why: 'time' }
    ])
  })

  it('A-34 keeps each notice as it was, whatever is reached after', () => {
    const { board, when } = shown()
    const before: unknown[] = []
    for (const at of [2, 5, 10]) {
      before.push(...the(board).notices.slice(before.length))
      until(board, now + at * minute)
      expect(the(board).notices.slice(0, before.length)).toEqual(before)
    }
    when(coming, { by: by(ruth), now: now + 11 * minute })
    when(resolve, { by: by(ruth), now: now + 12 * minute })
    expect(the(board).notices).toHaveLength(4)
  })

  it('A-35 are for the shift those on it, for charge those of it on shift, for directors all of them', () => {
    const { board } = shown()
    board.ask(
      {
        type: 'member.join',
        member: 'vera-lund',
        description: { name: 'Vera Lund', roles: ['director'], credentials: [], language: 'en' }
      },
      { by: loader }
    )
    board.record({ type: 'member.shift-ended', member: ruth }, { now })
    until(board, now + 10 * minute)
    expect(the(board).notices.map(({ members }) => members)).toEqual([
      onShift,
      [],
      ['vera-lund'],
      [...everybody, 'vera-lund']
    ])
  })

  it('A-5 follows the ladder that the unit has for the kind, and its own for every other', () => {
    const fire = [
      { minutes: 1, tells: 'director' },
      { minutes: 0, tells: 'everyone' }
    ]
    const { board, when } = unitWith({ ladders: { fire } })
    when({ type: 'alert.raise', kind: 'fire', place: null }, { id: 'fire', now }).then({
      ladder: [fire[1], fire[0]],
      members: everybody
    })
    when({ type: 'alert.raise', kind: 'tension', place: null }, { id: 'tension', now }).then({
      ladder: description.ladder,
      members: onShift
    })
    board.ask({ type: 'profile.describe', description }, { by: loader })
    when({ type: 'alert.describe', alert: 'fire', kind: 'tension' }, { now })
    expect(the(board, 'fire').ladder).toEqual([fire[1], fire[0]])
    expect(the(board, 'fire').notices).toMatchObject([{ step: 0, tells: 'everyone' }])
  })
})

describe('where an alert is shown', () => {
  it('A-36 is on record by display, with when, and when its cue was first heard', () => {
    const { board, when } = raised()
    when(show('wall-1'), { by: node, now: now + 1 }).then({ type: 'alert.shown', sounded: false })
    when(show('wall-1'), { by: node, now: now + 2 }).refused('no-change')
    when(show('wall-1', { sounded: true }), { by: node, now: now + 3 }).then({ sounded: true })
    when(show('wall-1', { sounded: true }), { by: node, now: now + 4 }).refused('no-change')
    when(show('wall-2', { sounded: true }), { by: node, now: now + 5 }).then({ screen: 'wall-2' })
    expect(the(board).shown).toEqual({
      'wall-1': { audience: 'wall', at: now + 1, sounded: now + 3 },
      'wall-2': { audience: 'wall', at: now + 5, sounded: now + 5 }
    })
  })

  it('A-36 is believed of no screen that may not show it', () => {
    raised()
      .when(show('foyer', { audience: 'wall-public' }), { by: node })
      .refused('not-permitted')
    raised({ silent: true })
      .when(show('tablet-1', { audience: 'locked' }), { by: node })
      .refused('not-permitted')
    raised({ silent: true }).when(show('wall-1'), { by: node }).then({ type: 'alert.shown' })
    raised()
      .when(show('tablet-1', { audience: 'locked' }), { by: node })
      .then({ type: 'alert.shown' })
  })
})

describe('an alert that no display has shown', () => {
  it('A-37 says so five seconds after it was raised, and tells the next at once', () => {
    const { board } = raised()
    until(board, now + 4_999)
    expect([the(board).unshown, told(board).length]).toEqual([false, 1])
    until(board, now + 5_000)
    expect(the(board).unshown).toBe(true)
    expect(told(board)).toMatchObject([{}, { step: 1, at: now + 5_000, tells: 'charge', why: 'unshown' }])
  })

  it('A-37 tells the next for that reason once; the ladder goes on at its minutes', () => {
    const { board, when } = raised({}, screen)
    until(board, now + 5_000)
    when(miss, { by: clock, now: now + 6_000 }).refused('not-owed')
    until(board, now + 10 * minute)
    expect(told(board).map(({ at, why }) => [at - now, why])).toEqual([
      [0, 'raised'],
      [5_000, 'unshown'],
      [5 * minute, 'time'],
      [10 * minute, 'time']
    ])
  })

  it('A-37 is not said early, nor once a display has shown it, and stays said when one does later', () => {
    const { board, when } = raised()
    when(miss, { by: clock, now: now + 4_999 }).refused('not-owed')
    when(show('wall-1'), { by: node, now: now + 4_999 })
    when(miss, { by: clock, now: now + 5_000 }).refused('not-owed')
    expect(until(board, now + minute) && the(board).unshown).toBe(false)
    const late = raised()
    until(late.board, now + 5_000)
    late.when(show('wall-1'), { by: node, now: now + 9_000 }).then({ type: 'alert.shown' })
    expect(the(late.board)).toMatchObject({ unshown: true, shown: { 'wall-1': { at: now + 9_000 } } })
  })

  it('A-37 tells nobody more when somebody has answered', () => {
    const { board, when } = raised()
    when(coming, { by: by(ruth), now: now + 1_000 })
    until(board, now + 5_000)
    expect([the(board).unshown, escalations(board)]).toEqual([true, 0])
  })

  it('A-37, A-27 says so anew of one that began again', () => {
    const { board, when } = shown()
    when(resolve, { by: by(ruth), now: now + minute })
    when(reopen, { by: by(ruth), now: now + 2 * minute })
    until(board, now + 2 * minute + 5_000)
    expect(the(board)).toMatchObject({ unshown: true, told: 2 })
  })
})

describe('an answer that is taken back', () => {
  it('A-12, A-6 arms the ladder again: what it has passed is owed at once, the rest at its minute', () => {
    const { board, when } = shown()
    when(coming, { by: by(ruth), now: now + minute })
    when(withdraw, { by: by(ruth), now: now + 3 * minute })
    until(board, now + 5 * minute)
    expect(told(board).map(({ at }) => at - now)).toEqual([0, 3 * minute, 5 * minute])
  })

  it('A-13, A-6 as a rise in priority does', () => {
    const { board, when } = shown()
    when(arrive, { by: by(ruth), now: now + minute })
    when({ type: 'alert.describe', alert, priority: 'high', place: hallway }, { now: now + 6 * minute })
    until(board, now + 6 * minute)
    expect(told(board).map(({ at }) => at - now)).toEqual([0, 6 * minute, 6 * minute])
  })
})
