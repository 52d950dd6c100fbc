import { describe, expect, it } from 'vitest'
import { by, hour, minute, now, screen } from '../support/given.ts'
import { dayRoom, hallway, leo, mei, priya, robin, ruth, wren } from '../support/people.ts'
import {
  alert,
  arrive,
  cancel,
  coming,
  decline,
  owed,
  resolve,
  shown,
  the,
  told,
  withdraw
} from './raised.ts'

const second = 'finger-lifted-2'
const again = (fields: object = {}) =>
  ({ type: 'alert.raise', kind: 'tension', place: dayRoom, ...fields }) as const
const priyas = { by: by(priya), now: now + minute, id: second }

describe('two who raise the same', () => {
  it('A-38 open one alert: counted, and both who raised it are there', () => {
    const { board, when } = shown()
    when(again(), priyas).then(
      { type: 'alert.raised', alert: second },
      { type: 'alert.merged', alert: second, into: alert }
    )
    expect(the(board, second).situation).toEqual({ is: 'merged', since: now + minute, into: alert })
    expect(the(board)).toMatchObject({
      merged: [{ alert: second, by: by(priya), at: now + minute }],
      responders: { [mei]: { is: 'there' }, [priya]: { is: 'there', at: now + minute } },
      situation: { is: 'raised', since: now }
    })
    expect(owed(board).filter(([, id]) => id.includes(second))).toEqual([])
  })

  it('A-38 are within a minute: of being recorded, and of when it began', () => {
    const merges = (fields: object, at: number) => {
      const { board, when } = shown()
      when(again(fields), { by: by(priya), now: at, id: second })
      return the(board, second).situation.is === 'merged'
    }
    expect(merges({}, now + minute)).toBe(true)
    expect(merges({}, now + minute + 1)).toBe(false)
    expect(merges({ seenAt: now - minute }, now + 1)).toBe(true)
    expect(merges({ seenAt: now - minute - 1 }, now + 1)).toBe(false)
    expect(merges({ seenAt: now }, now + 2 * minute)).toBe(false)
  })

  it.each([
    ['of another kind', {}, { kind: 'conflict' }],
    ['in another place', {}, { place: hallway }],
    ['without a place', { place: null }, { place: null }],
    ['of another person', { stay: wren }, { stay: robin }],
    ['for a drill and in earnest', {}, { drill: true }],
    ['in earnest and for a drill', { drill: true }, {}],
    ['silently and aloud', { silent: true }, {}],
    ['aloud and silently', {}, { silent: true }]
  ])('A-39 stay two %s', (_, first, other) => {
    const { board, when } = shown(first)
    when(again(other), priyas).then({ type: 'alert.raised' })
    expect([the(board), the(board, second)].map(({ situation }) => situation.is)).toEqual([
      'raised',
      'raised'
    ])
    expect(the(board).merged).toEqual([])
  })

  it.each([resolve, cancel])('A-39 stay two when the first is over: $type', ends => {
    const { board, when } = shown()
    when(ends, { by: by(mei), now: now + 1 })
    when(again(), priyas).then({ type: 'alert.raised' })
    expect(the(board, second).situation.is).toBe('raised')
  })

  it('A-40 are one when only one of them names the person, who is then named', () => {
    const named = shown({ stay: robin })
    named.when(again(), priyas).then({}, { type: 'alert.merged' })
    expect(the(named.board).stay).toBe(robin)
    const unnamed = shown()
    unnamed
      .when(again({ stay: robin }), priyas)
      .then({}, {}, { type: 'alert.described', alert, stay: robin, priority: 'low' })
    expect(the(unnamed.board).stay).toBe(robin)
  })

  it('A-40 are of the higher priority, which opens an answered one again', () => {
    const { board, when } = shown()
    when(coming, { by: by(ruth), now: now + 1 })
    when(again({ priority: 'high' }), priyas).then(
      {},
      {},
      { type: 'alert.described', alert, priority: 'high', needed: 4 },
      { type: 'alert.reopened', alert }
    )
    expect(the(board).situation).toEqual({ is: 'raised', since: now + minute })
    when(again({ priority: 'low' }), { ...priyas, id: 'third' }).then({}, { type: 'alert.merged' })
    expect(the(board).priority).toBe('high')
  })

  it('A-28 are one in whatever is said of either', () => {
    const { board, when } = shown()
    when(again(), priyas)
    when({ ...coming, alert: second }, { by: by(leo), now: now + minute }).then({
      type: 'alert.acknowledged',
      alert
    })
    when({ ...arrive, alert: second }, { by: by(leo), now: now + minute }).then({ alert })
    when({ ...resolve, alert: second }, { by: by(leo), now: now + minute }).then({
      type: 'alert.resolved',
      alert
    })
    when({ ...arrive, alert: second }, { by: by(ruth) }).refused('alert-over', { alert, by: leo })
    expect(the(board, second).situation.is).toBe('merged')
  })

  it('A-4, A-21 are neither of them answered by who else raised it', () => {
    const { board, when } = shown()
    when(again(), priyas)
    for (const says of [coming, decline]) when(says, { by: by(priya) }).refused('raised-it', { alert })
    when(arrive, { by: by(priya) }).refused('already-answered', { by: priya })
    when(withdraw, { by: by(priya), now: now + minute })
    when(arrive, { by: by(priya), now: now + minute }).then({ type: 'alert.arrived' })
    expect(the(board).situation.is).toBe('raised')
  })

  it('A-16 made no mistake: nobody takes it back any more', () => {
    const { when } = shown()
    when(again(), priyas)
    when(cancel, { by: by(mei), now: now + minute }).refused('too-late-to-cancel', {
      by: priya,
      at: now + minute
    })
    when({ ...cancel, alert: second }, { by: by(priya), now: now + minute }).refused('not-the-raiser', {
      by: mei
    })
    const device = shown()
    device.when(again(), { ...priyas, by: screen })
    device
      .when(cancel, { by: by(mei), now: now + minute })
      .refused('too-late-to-cancel', { at: now + minute })
  })

  it('A-38 keep what somebody who came does there when they raise it as well', () => {
    const { board, when } = shown()
    when({ ...coming, as: 'lead' }, { by: by(priya), now: now + 1 })
    when(again(), priyas)
    expect(the(board).responders[priya]).toEqual({ is: 'there', at: now + minute, role: 'lead' })
  })

  it('A-38 may be one who lifts the finger twice: counted twice, named once', () => {
    const { board, when } = shown()
    when(again(), { ...priyas, by: by(mei) })
    expect(the(board).merged).toHaveLength(1)
    expect(Object.keys(the(board).responders)).toEqual([mei])
  })

  it('A-38 leave the ladder as the first began it', () => {
    const { board, when } = shown()
    when(again(), priyas)
    expect(told(board)).toHaveLength(1)
    expect(owed(board)).toEqual([[now + 2 * minute, `escalate:${alert}:1`]])
    expect(owed(board, now + hour)).toHaveLength(1)
  })
})
