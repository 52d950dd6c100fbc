import { describe, expect, it } from 'vitest'
import { voiceOf } from '../../shared/alerts/heard.ts'
import { view } from '../../shared/unit.ts'
import { by, given, hour, minute, now, type Board } from '../support/given.ts'
import { heron, jonas, leo, mapleHouse, mei, priya, robin, ruth, dana, wren } from '../support/people.ts'

const house = () => given(...mapleHouse)
const take = (stay = heron) => ({ type: 'watch.take', stay }) as const
const relieve = (relieves: string) => ({ type: 'watch.relieve', stay: heron, relieves }) as const
const release = { type: 'watch.release', stay: heron, reason: 'at-alert' } as const
const row = (board: Board, stay = heron) => view(board.state, 'tablet').watches[stay]

function taken() {
  const all = house()
  all.when(take(), { by: by(leo), now: now + minute }).then({ type: 'watch.taken', member: leo })
  return all
}

describe('a watch', () => {
  it('R-28 is taken by name, shown with when relief is due, and relieved by naming who leaves', () => {
    const { board, when } = taken()
    const since = now + minute
    expect(row(board)).toMatchObject({
      needed: 1,
      holders: [{ member: leo, since, reliefDue: since + hour }],
      gap: null
    })
    when(relieve(leo), { by: by(mei), now: now + 5 * minute }).then({
      type: 'watch.relieved',
      relieves: leo,
      member: mei
    })
    expect(row(board)).toMatchObject({ holders: [{ member: mei }], gap: null })
    when(relieve(leo), { by: by(jonas) }).refused('not-watching', { member: leo })
  })

  it('R-28 is held once, on shift, and beside no other', () => {
    const { when } = taken()
    when(take(), { by: by(leo) }).refused('already-watching')
    when(take(), { by: by(mei) }).refused('watch-held', { by: leo })
    when(take(), { by: by(dana) }).refused('off-shift', { member: dana })
    when(take(robin), { by: by(mei) }).refused('not-watched')
    when({ type: 'stay.set-level', stay: robin, level: 'line-of-sight' }, { by: by(ruth) })
    when(take(robin), { by: by(leo) }).refused('watches-another', { stay: heron })
    when({ type: 'stay.set-level', stay: wren, level: 'line-of-sight' }, { by: by(ruth) })
    when(take(robin), { by: by(mei) })
    when(take(wren), { by: by(mei) }).then({ type: 'watch.taken', stay: wren })
  })

  it('R-28 who watches another too does not go on where somebody of their own is needed', () => {
    const { board, when } = house()
    const level = (stay: string, to: string) => ({ type: 'stay.set-level', stay, level: to }) as const
    for (const stay of [robin, wren]) when(level(stay, 'line-of-sight'), { by: by(ruth) })
    for (const stay of [robin, wren]) when(take(stay), { by: by(mei) })
    when(level(wren, 'one-to-one'), { by: by(ruth), now: now + minute })
    expect(row(board, wren)).toMatchObject({ holders: [], gap: { since: now + minute } })
    expect(row(board, robin)).toMatchObject({ holders: [{ member: mei }], gap: null })
    when(level(robin, 'two-to-one'), { by: by(ruth), now: now + minute })
    expect(row(board, robin)).toMatchObject({ holders: [{ member: mei }], needed: 2 })
  })

  it('R-28 of two asks for two, and ends with the level or off the unit', () => {
    const { board, when } = taken()
    when(
      { type: 'stay.set-level', stay: heron, level: 'two-to-one' },
      { by: by(ruth), now: now + 2 * minute }
    )
    expect(row(board)).toMatchObject({ needed: 2, holders: [{ member: leo }], gap: { ordered: true } })
    when(take(), { by: by(mei), now: now + 3 * minute })
    expect(row(board)).toMatchObject({ gap: null })
    when({ type: 'stay.leave', stay: heron, destination: 'court' })
    expect(row(board)).toBeUndefined()
    when({ type: 'stay.return', stay: heron })
    expect(row(board)).toMatchObject({ holders: [], gap: { ordered: true } })
    when({ type: 'stay.set-level', stay: heron, level: 'q15' }, { by: by(ruth) })
    expect(row(board)).toBeUndefined()
  })

  it('R-29, R-30 that nobody holds is said after 15 s, and raises an alert after 60', () => {
    const { board, when } = taken()
    const left = now + 10 * minute
    when(release, { by: by(mei) }).refused('not-watching')
    when({ ...release, member: leo }, { by: by(mei) }).refused('not-yours')
    when(release, { by: by(leo), now: left }).then({ reason: 'at-alert', member: leo })
    board.until(left + 14_999)
    expect(row(board)?.gap).toMatchObject({ since: left, told: 0, next: left + 15_000 })
    board.until(left + 15_000)
    expect(row(board)?.gap).toMatchObject({ told: 1, next: left + minute })
    board.until(left + minute)
    expect(row(board)?.gap).toMatchObject({ told: 2, next: null })
    expect(Object.values(board.state.alerts.alerts)).toMatchObject([
      { kind: 'tension', priority: 'medium', stay: heron }
    ])
  })

  it('R-30 is heard as new, however long the gap lasted before', () => {
    const { board, when } = taken()
    when(release, { by: by(leo), now: now + 10 * minute })
    board.until(now + 11 * minute + 1_000)
    const [alert] = Object.values(board.state.alerts.alerts)
    expect(alert && voiceOf({ ...alert, since: alert.situation.since })).toBe('medium')
    expect(alert?.seenAt).toBe(alert?.raisedAt)
  })

  it('R-30 raises none where it was taken in between', () => {
    const { board, when } = taken()
    when(release, { by: by(leo), now: now + 10 * minute })
    board.until(now + 10 * minute + 20_000)
    when(take(), { by: by(mei), now: now + 10 * minute + 30_000 })
    board.until(now + 12 * minute)
    expect(board.state.alerts.alerts).toEqual({})
  })

  it('R-29 that is new may be taken for 5 minutes, and none is said before a unit keeps one on the board', () => {
    const { board, when } = house()
    board.until(now + hour)
    expect(row(board)?.gap).toMatchObject({ told: 0, next: null, ordered: true })
    when({ type: 'stay.set-level', stay: robin, level: 'one-to-one' }, { by: by(ruth), now: now + hour })
    when(take(robin), { by: by(leo), now: now + hour })
    expect(row(board)?.gap).toMatchObject({ next: now + hour + 5 * minute })
    board.until(now + hour + 5 * minute)
    expect(row(board)?.gap).toMatchObject({ told: 1, next: now + hour + 6 * minute })
  })

  it('R-31 holds the shift of who has it, unless charge staff end it for them', () => {
    const end = { type: 'member.end-shift', member: leo } as const
    const { board, when } = taken()
    when(end, { by: by(leo) }).refused('watches-now', { member: leo, stay: heron })
    when(end, { by: by(ruth), now: now + 2 * minute }).then({ type: 'member.shift-ended' })
    expect(row(board)).toMatchObject({ holders: [], gap: { since: now + 2 * minute, ordered: false } })
    const { when: second } = house()
    second(take(), { by: by(ruth) })
    second({ ...end, member: ruth }, { by: by(ruth) }).refused('watches-now')
    second({ ...end, member: priya }, { by: by(priya) }).then({})
  })
})
