import { describe, expect, it } from 'vitest'
import { by, clock, given, hour, loader, minute, now, screen, type Board } from '../support/given.ts'
import { dayRoom, description, jonas, leo, mapleHouse, mei, priya, robin, ruth } from '../support/people.ts'
import { alert, cancel, close, owed, resolve, shown, the, until } from './raised.ts'

const restraint = 'restraint-1'
const restrain = (fields: object = {}) =>
  ({ type: 'alert.restrain', alert, kind: 'restraint', ...fields }) as const
const renew = { type: 'alert.renew-order', alert, restraint } as const
const evaluate = (fields: object = {}) => ({ type: 'alert.evaluate', alert, restraint, ...fields }) as const
const release = (fields: object = {}) => ({ type: 'alert.release', alert, restraint, ...fields }) as const

/** A behavioural emergency about Robin, who is restrained from 14:00 on. */
function restrained(fields: object = {}, raise: object = {}) {
  const given = shown({ kind: 'behavioural', stay: robin, ...raise })
  given.when(restrain(fields), { by: by(ruth), now, id: restraint })
  return given
}

const record = (board: Board) => the(board).restraints[0]

/** Which clocks ran out, how many hours after 14:00, and who was told. */
const reminders = ({ journal }: Board) =>
  journal.flatMap(({ event, at }) => {
    const said = event as { type: string; clock?: string; members?: string[] }
    return said.type === 'alert.restraint-overdue' ? [[said.clock, (at - now) / hour, said.members]] : []
  })

describe('a restraint or seclusion', () => {
  it.each([
    ['adult', 4],
    ['from-9-to-17', 2],
    ['under-9', 1]
  ])('A-53 of who is %s is ordered for %i h, and evaluated face to face within one', (band, hours) => {
    const { board } = restrained({ band, kind: 'seclusion' })
    expect(the(board).restraints).toEqual([
      {
        ...{ id: restraint, kind: 'seclusion', band, startedAt: now, startedBy: ruth },
        ...{ orderUntil: now + hours * hour, renewals: 0, faceToFaceDue: now + hour },
        ...{ evaluated: null, released: null, overdue: [] }
      }
    ])
  })

  it.each([
    ['adult', 'adult'],
    ['adolescent', 'from-9-to-17'],
    ['pediatric', 'under-9']
  ])('A-53 is on a unit for %s taken to be of who is %s, where nobody says', (population, band) => {
    const { board, when } = given(...mapleHouse)
    board.ask({ type: 'profile.describe', description: { ...description, population } }, { by: loader })
    when({ type: 'alert.raise', kind: 'behavioural', place: dayRoom }, { id: alert, now })
    when(restrain(), { by: by(ruth), now }).then({ type: 'alert.restrained', band })
  })

  it('A-53 counts from when it began, also where it is entered later, and from now where that cannot be', () => {
    expect(record(restrained({ seenAt: now - 20 * minute }).board)).toMatchObject({
      startedAt: now - 20 * minute,
      orderUntil: now - 20 * minute + 4 * hour,
      faceToFaceDue: now + 40 * minute
    })
    expect(record(restrained({ seenAt: now + minute }).board)?.startedAt).toBe(now)
  })

  it('A-53 is recorded by a member while the alert is open; there may be several', () => {
    const { board, when } = restrained()
    when(restrain(), { by: screen }).refused('not-permitted')
    when(restrain({ kind: 'seclusion' }), { by: by(leo), now, id: 'restraint-2' }).then({
      restraint: 'restraint-2'
    })
    expect(the(board).restraints).toHaveLength(2)
  })

  it('A-54 is renewed by who is licensed, for as long again from then', () => {
    const { board, when } = restrained()
    for (const member of [leo, jonas]) when(renew, { by: by(member) }).refused('licence-needed', { alert })
    when(renew, { by: by(mei), now }).refused('no-change')
    when(renew, { by: by(mei), now: now + 3 * hour }).then({
      type: 'alert.order-renewed',
      until: now + 7 * hour
    })
    expect(record(board)).toMatchObject({ renewals: 1, orderUntil: now + 7 * hour })
    when({ ...renew, restraint: 'restraint-9' }, { by: by(mei) }).refused('restraint-unknown', { alert })
  })

  it.each([
    ['from-9-to-17', 2],
    ['under-9', 1]
  ])('A-54 is renewed, of who is %s, for no longer than their first order held', (band, hours) => {
    const { when } = restrained({ band })
    const at = now + hours * hour - minute
    when(renew, { by: by(mei), now: at }).then({ type: 'alert.order-renewed', until: at + hours * hour })
  })

  it('A-54 is never renewed beyond a day from when it began', () => {
    const { when } = restrained()
    for (let at = 3; at < 20; at += 4) when(renew, { by: by(mei), now: now + at * hour }).then({})
    when(renew, { by: by(mei), now: now + 22 * hour }).then({ until: now + 24 * hour })
    when(renew, { by: by(mei), now: now + 23 * hour }).refused('order-limit', { until: now + 24 * hour })
  })

  it('A-55 is evaluated once, by a nurse or who is licensed, never before it began', () => {
    const { board, when } = restrained()
    for (const member of [leo, jonas])
      when(evaluate(), { by: by(member) }).refused('licence-needed', { alert })
    when(evaluate({ seenAt: now - minute }), { by: by(priya), now: now + 9 }).then({
      type: 'alert.evaluated',
      seenAt: now
    })
    expect(record(board)?.evaluated).toEqual({ at: now, by: priya })
    when(evaluate(), { by: by(mei) }).refused('already-evaluated', { by: priya, at: now })
  })

  it('A-56 is released once; nothing is renewed after', () => {
    const { board, when } = restrained()
    when(release({ seenAt: now + minute }), { by: by(leo), now: now + 2 * minute }).then({
      seenAt: now + minute
    })
    expect(record(board)?.released).toEqual({ at: now + minute, by: leo })
    when(release(), { by: by(leo) }).refused('restraint-over', { alert, at: now + minute })
    when(renew, { by: by(mei) }).refused('restraint-over', { at: now + minute })
  })

  it('A-57 keeps the alert from being resolved until it is released, and from being a mistake at all', () => {
    const { when } = restrained()
    when(resolve, { by: by(ruth), now: now + minute }).refused('still-restrained', { alert })
    when(cancel, { by: by(mei), now: now + minute }).refused('too-late-to-cancel', { by: ruth, at: now })
    when(release(), { by: by(ruth), now: now + minute })
    when(cancel, { by: by(mei), now: now + minute }).refused('too-late-to-cancel', { by: ruth, at: now })
    when(resolve, { by: by(ruth), now: now + minute }).then({ type: 'alert.resolved' })
  })

  it('A-57, A-50 keeps it from being closed until the evaluation is made, which can be late', () => {
    const { when } = restrained({}, { kind: 'fire' })
    when(release(), { by: by(ruth), now })
    when(resolve, { by: by(ruth), now })
    for (const one of ['debrief', 'community-word']) when({ type: 'alert.settle', alert, owed: one }, { now })
    when(close, { now }).refused('still-owed', { alert, count: 1 })
    when(evaluate(), { by: by(priya), now: now + 5 * hour }).then({ type: 'alert.evaluated' })
    when(close, { now: now + 5 * hour }).then({ type: 'alert.closed' })
  })
})

describe('a clock of a restraint that runs out', () => {
  it('A-58 is told charge and directors once', () => {
    const { board, when } = restrained()
    const remind = { type: 'alert.remind-restraint', alert, restraint, clock: 'face-to-face' } as const
    when(remind, { by: clock, now: now + hour - 1 }).refused('not-owed')
    until(board, now + 30 * hour)
    expect(reminders(board)).toEqual([
      ['face-to-face', 1, [ruth]],
      ['order', 4, [ruth]]
    ])
    expect(record(board)?.overdue).toEqual(['face-to-face', 'order'])
    when(remind, { by: clock, now: now + 30 * hour }).refused('not-owed')
    when({ ...remind, restraint: 'restraint-9' }, { by: clock, now: now + 30 * hour }).refused('not-owed')
  })

  it('A-58 is told the directors too, also those who are at home', () => {
    const { board } = restrained()
    const described = { name: 'Vera Lund', roles: ['director'], credentials: [], language: 'en' }
    board.ask({ type: 'member.join', member: 'vera-lund', description: described }, { by: loader })
    until(board, now + 4 * hour)
    expect(reminders(board)).toEqual([
      ['face-to-face', 1, [ruth, 'vera-lund']],
      ['order', 4, [ruth, 'vera-lund']]
    ])
  })

  it('A-58 is told again when an order that was renewed runs out', () => {
    const { board, when } = restrained()
    until(board, now + 4 * hour)
    when(renew, { by: by(mei), now: now + 5 * hour })
    expect(record(board)?.overdue).toEqual(['face-to-face'])
    until(board, now + 30 * hour)
    expect(reminders(board).map(([which, at]) => [which, at])).toEqual([
      ['face-to-face', 1],
      ['order', 4],
      ['order', 9]
    ])
  })

  it('A-58 is not the order’s once they are released; the evaluation is owed all the same, also when it is over', () => {
    const { board, when } = restrained()
    when(release(), { by: by(ruth), now: now + minute })
    when(resolve, { by: by(ruth), now: now + minute })
    until(board, now + 2 * hour)
    expect(reminders(board)).toEqual([['face-to-face', 1, [ruth]]])
  })

  it('A-58 is none where it was evaluated in time', () => {
    const { board, when } = restrained()
    when(evaluate(), { by: by(priya), now: now + minute })
    until(board, now + 2 * hour)
    expect(reminders(board)).toEqual([])
  })

  it('A-42 is none in a drill, which is closed without an evaluation', () => {
    const { board, when } = restrained({}, { drill: true })
    expect(owed(board).filter(([, id]) => id.startsWith('restraint'))).toEqual([])
    when(
      { type: 'alert.remind-restraint', alert, restraint, clock: 'order' },
      { by: clock, now: now + 9 * hour }
    ).refused('not-owed')
    when(release(), { by: by(ruth), now })
    when(resolve, { by: by(ruth), now })
    when(close, { by: by(ruth), now }).then({ type: 'alert.closed' })
  })
})
