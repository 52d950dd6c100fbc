import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { audiences } from '../../shared/audience.ts'
import { deltaBetween } from '../../shared/protocol/difference.ts'
import type { Recorded } from '../../shared/recorded.ts'
import { eventVersion, evolve, view } from '../../shared/unit.ts'
import { Board, boardOf, hour, minute, now } from '../support/given.ts'
import { heron, lark, look, mapleHouse, mei, priya, robin, wren } from '../support/people.ts'

const house = () => boardOf(...mapleHouse)
const recorded = (fields: object): Recorded =>
  ({
    seq: 99,
    at: now,
    v: eventVersion,
    command: 'finger-lifted-1',
    by: { kind: 'clock' },
    event: { type: 'x' },
    ...fields
  }) as Recorded

describe('an event that this program cannot read', { timeout: 30_000 }, () => {
  const types = house().journal.map(({ event }) => event.type)

  it.each([
    ['of an unknown type', { event: { type: 'plan.reviewed', stay: robin } }],
    ['of a newer version', { v: eventVersion + 1, event: { type: 'stay.discharged', stay: robin } }],
    ['named after what every object has', { event: { type: 'constructor' } }],
    ['without its fields', { event: { type: 'stay.admitted' } }],
    [
      'with a field of another kind',
      { event: { type: 'stay.level-set', stay: robin, level: 'q5', from: 'q15', reason: null } }
    ],
    ['without an event', { event: null }],
    ['by nobody', { by: undefined, event: { type: 'stay.discharged', stay: robin } }],
    [
      'of a person under a name that every object has',
      { event: { type: 'stay.discharged', stay: '__proto__' } }
    ]
  ])('W-7 changes nothing but the count: %s', (_, fields) => {
    const { state } = house()
    expect(evolve(state, recorded(fields))).toEqual({ ...state, unread: 1 })
  })

  it('W-7 never throws, whatever stands in it, and leaves a state that can be shown', () => {
    const { state } = house()
    fc.assert(
      fc.property(
        fc.constantFrom(...new Set(types)),
        fc.object({ maxDepth: 2 }),
        fc.anything(),
        (type, fields, by) => {
          const after = evolve(state, recorded({ by, event: { ...fields, type } }))
          for (const audience of audiences) expect(view(after, audience)).toBeTypeOf('object')
        }
      ),
      { numRuns: 300 }
    )
  })

  it('V-7 is counted on every screen', () => {
    const { state } = house()
    const after = evolve(state, recorded({ v: eventVersion + 1 }))
    for (const audience of audiences) {
      expect(deltaBetween(view(state, audience), view(after, audience))).toMatchObject({
        put: { '/unit/unit/unread': 1 }
      })
    }
  })
})

describe('a change', () => {
  it('V-6 that an audience may not see leaves it the same rows and no delta', () => {
    const board = house()
    const before = board.state
    board.ask(look(robin), { now: now + minute })
    for (const audience of ['wall-public', 'locked'] as const) {
      const [was, is] = [view(before, audience), view(board.state, audience)]
      for (const slice of Object.keys(was) as (keyof typeof was)[]) expect(is[slice]).toBe(was[slice])
      expect(deltaBetween(was, is)).toBeNull()
    }
    expect(deltaBetween(view(before, 'wall'), view(board.state, 'wall'))).not.toBeNull()
  })

  it('V-6 of a PIN costs nobody anything', () => {
    const board = house()
    const before = board.state
    board.ask({ type: 'member.set-pin', member: mei, hash: '$argon2id$v=19$other' })
    expect(board.state.staff).not.toBe(before.staff)
    for (const audience of audiences)
      expect(deltaBetween(view(before, audience), view(board.state, audience))).toBeNull()
  })

  it('V-6 touches the rows of its source and leaves all others the same objects', () => {
    const board = house()
    const before = view(board.state, 'charge')
    board.ask(look(robin), { now: now + minute })
    const after = view(board.state, 'charge')
    expect(after.stays[wren]).toBe(before.stays[wren])
    expect(after.checkIns[lark]).toBe(before.checkIns[lark])
    expect([after.members, after.groups, after.meetings, after.alerts, after.places, after.unit]).toEqual([
      before.members,
      before.groups,
      before.meetings,
      before.alerts,
      before.places,
      before.unit
    ])
    expect(after.unit).toBe(before.unit)
    expect(after.meetings).toBe(before.meetings)
    const put = Object.keys(deltaBetween(before, after)?.put ?? {})
    expect(new Set(put.map(pointer => pointer.split('/')[1]))).toEqual(
      new Set(['stays', 'checkIns', 'tallies', 'habits', 'shifts', 'heat'])
    )
  })
})

describe('a year', { timeout: 60_000 }, () => {
  it('W-10 of 100,000 checks is folded in seconds and leaves a state of the size of a day', () => {
    const board = house()
    const people = [robin, wren, lark, heron]
    const check = (n: number): Recorded => {
      const at = now + n * 5 * minute
      const seen = {
        place: null,
        activity: 'sitting',
        presentation: 'calm',
        level: 'q15',
        late: 0,
        reason: null
      }
      const event = { type: 'check-in.completed', stay: people[n % 4], seenAt: at, ...seen }
      return recorded({
        seq: 100 + n,
        at,
        command: `check-${n}-of-a-year`,
        by: { kind: 'member', member: priya },
        event
      })
    }
    const journal = Array.from({ length: 100_000 }, (_, n) => check(n))
    const began = process.cpuUsage()
    const state = journal.reduce(evolve, board.state)
    const took = process.cpuUsage(began).user / 1000
    expect(state.unread).toBe(0)
    expect(state.checkIns.rounds[robin]?.last?.seenAt).toBe(now + 99_996 * 5 * minute)
    expect(JSON.stringify(state).length).toBeLessThan(120_000)
    expect(took).toBeLessThan(10_000)
  })

  it('W-10 of plans and alerts lets go of what lies behind', () => {
    const board = new Board(house().state)
    for (let day = 0; day < 60; day++) {
      board.ask(
        { type: 'meeting.plan', date: new Date(now + (day + 2) * 24 * hour).toISOString().slice(0, 10) },
        { by: { kind: 'clock' }, now: now + (day + 1) * 24 * hour }
      )
      board.ask(
        { type: 'alert.raise', kind: 'tension', place: null },
        { now: now + day * 24 * hour, id: `finger-lifted-${day}` }
      )
      board.ask(
        { type: 'alert.resolve', alert: `finger-lifted-${day}`, action: 'Talked' },
        { now: now + day * 24 * hour }
      )
      board.ask({ type: 'alert.close', alert: `finger-lifted-${day}` }, { now: now + day * 24 * hour })
    }
    expect(Object.keys(board.state.groups.meetings).length).toBeLessThan(12)
    expect(Object.keys(board.state.alerts.alerts)).toHaveLength(1)
    expect(Object.keys(board.state.alerts.past)).toHaveLength(59)
  })
})
