import { describe, expect, it } from 'vitest'
import { by, clock, minute, now } from '../support/given.ts'
import { dayRoom, jonas, leo, mei, priya, ruth } from '../support/people.ts'
import {
  alert,
  answer,
  arrive,
  coming,
  contain,
  decline,
  owed,
  shown,
  the,
  told,
  withdraw
} from './raised.ts'

const role = (role: string | null) => ({ type: 'alert.take-role', alert, role }) as const

describe('who cannot come', () => {
  it('A-29 says so, and the next rung is reached at once, before its minute', () => {
    const { board, when } = shown()
    when(decline, { by: by(leo), now: now + 1 }).then(
      { type: 'alert.declined', who: leo },
      { type: 'alert.escalated', step: 1, why: 'declined', members: [ruth] }
    )
    expect(told(board)).toMatchObject([{ why: 'raised' }, { step: 1, at: now + 1, why: 'declined' }])
    expect(owed(board)[0]).toEqual([now + 5 * minute, `escalate:${alert}:2`])
  })

  it('A-29 tells nobody more while the alert rests on another', () => {
    const { board, when } = shown()
    when(coming, { by: by(ruth), now: now + 1 })
    when(decline, { by: by(leo), now: now + 2 }).then({ type: 'alert.declined', who: leo })
    when(arrive, { by: by(ruth), now: now + 3 })
    when(decline, { by: by(jonas), now: now + 4 }).then({ type: 'alert.declined' })
    expect(told(board)).toHaveLength(1)
  })

  it.each([
    ['was coming', coming],
    ['was there', arrive]
  ])('A-29 leaves the alert open again when it rested on who %s, and tells the next', (_, command) => {
    const { board, when } = shown()
    when(command, { by: by(ruth), now: now + 1 })
    when(decline, { by: by(ruth), now: now + 2 }).then({ type: 'alert.declined' }, { step: 1 })
    expect(the(board)).toMatchObject({
      situation: { is: 'raised', since: now + 2 },
      declined: { [ruth]: now + 2 }
    })
    expect(Object.keys(the(board).responders)).toEqual([mei])
  })

  it('A-29 leaves what is contained so, whoever goes', () => {
    const { board, when } = shown()
    when(arrive, { by: by(ruth), now: now + 1 })
    when(contain, { by: by(ruth), now: now + 2 })
    when(decline, { by: by(ruth), now: now + 3 }).then({ type: 'alert.declined' })
    expect(the(board).situation).toMatchObject({ is: 'contained' })
  })

  it('A-29 is heard also where every rung has been reached', () => {
    const { when } = shown()
    for (const member of [leo, jonas, priya])
      when(decline, { by: by(member) }).then({}, { type: 'alert.escalated' })
    when(decline, { by: by(ruth) }).then({ type: 'alert.declined', who: ruth })
  })

  it('A-30 declines once, and may come after all', () => {
    const { board, when } = shown()
    when(decline, { by: by(leo), now: now + 1 })
    when(decline, { by: by(leo), now: now + 2 }).refused('already-declined', { alert, at: now + 1 })
    when(coming, { by: by(leo), now: now + 3 }).then({ type: 'alert.acknowledged', who: leo })
    expect(the(board).declined).toEqual({})
    when(decline, { by: by(leo), now: now + 4 }).then({ type: 'alert.declined' }, { step: 2 })
    when(arrive, { by: by(leo), now: now + 5 }).then({ type: 'alert.arrived' })
    expect(the(board).declined).toEqual({})
  })

  it('A-30 is nothing that a raiser can say', () => {
    shown()
      .when(decline, { by: by(mei) })
      .refused('raised-it', { alert })
  })

  it('A-29 counts for whoever was sent as well', () => {
    const { board, when } = shown()
    when(answer('delegated', { to: leo }), { by: by(ruth), now: now + 1 })
    when(decline, { by: by(leo), now: now + 2 }).then(
      { type: 'alert.declined', who: leo },
      { why: 'declined' }
    )
    expect(the(board).situation).toEqual({ is: 'raised', since: now + 2 })
  })

  it('A-31 is not sent by another', () => {
    const { when } = shown()
    when(decline, { by: by(leo), now: now + 1 })
    when(answer('delegated', { to: leo }), { by: by(ruth), now: now + 2 }).refused('already-answered', {
      by: leo,
      at: now + 1
    })
    when(answer('delegated', { to: leo }), { by: by(mei), now: now + 2 }).refused('already-answered', {
      by: leo,
      at: now + 1
    })
  })
})

describe('what somebody does at an alert', () => {
  it('A-32 is said with the answer, or by who comes or is there', () => {
    const { board, when } = shown()
    when(answer('coming', { as: 'lead' }), { by: by(ruth) }).then(
      { type: 'alert.acknowledged' },
      { type: 'alert.role-taken', who: ruth, role: 'lead' }
    )
    when(role('others'), { by: by(leo) }).refused('not-there', { alert })
    when(arrive, { by: by(leo) })
    when(role('others'), { by: by(leo) }).then({ type: 'alert.role-taken', who: leo, role: 'others' })
    when(role('others'), { by: by(leo) }).refused('no-change')
    when(role('medical'), { by: by(mei) }).then({ role: 'medical' })
    when(arrive, { by: by(ruth) })
    const roles = Object.entries(the(board).responders).map(([who, { role }]) => [who, role])
    expect(roles).toEqual([
      [mei, 'medical'],
      [ruth, 'lead'],
      [leo, 'others']
    ])
  })

  it('A-32 is led by one: the refusal says by whom, and there may be several of the others', () => {
    const { when } = shown()
    when(answer('coming', { as: 'lead' }), { by: by(ruth) })
    when(answer('coming', { as: 'lead' }), { by: by(leo) }).refused('role-taken', { alert, by: ruth })
    when(answer('coming', { as: 'support' }), { by: by(leo) }).then({}, { role: 'support' })
    when(answer('coming', { as: 'support' }), { by: by(priya) }).then({}, { role: 'support' })
    when(role('lead'), { by: by(leo) }).refused('role-taken', { alert, by: ruth })
    when(role(null), { by: by(ruth) }).then({ role: null })
    when(role('lead'), { by: by(leo) }).then({ role: 'lead' })
  })

  it.each([withdraw, decline])('A-32 is given up by $type', leaves => {
    const { when } = shown()
    when(answer('coming', { as: 'lead' }), { by: by(ruth) })
    when(leaves, { by: by(ruth) })
    when(answer('coming', { as: 'lead' }), { by: by(leo) }).then({}, { who: leo, role: 'lead' })
  })
})

describe('a raiser who asks for somebody by name', () => {
  const call = answer('delegated', { to: leo })

  it('A-33 has not been answered by that: the ladder goes on, and nobody counts as coming', () => {
    const { board, when } = shown()
    when(call, { by: by(mei), now: now + 1 }).then({ type: 'alert.called', who: leo })
    expect(the(board)).toMatchObject({
      situation: { is: 'raised', since: now },
      called: { [leo]: now + 1 },
      reached: { answered: null }
    })
    expect(Object.keys(the(board).responders)).toEqual([mei])
    expect(owed(board)).toEqual([[now + 2 * minute, `escalate:${alert}:1`]])
    when(call, { by: by(mei) }).refused('no-change')
  })

  it.each([
    ['coming', coming],
    ['there', arrive],
    ['not coming', decline]
  ])('A-33 waits for them no more once they say "%s"', (_, says) => {
    const { board, when } = shown()
    when(call, { by: by(mei), now: now + 1 })
    when(says, { by: by(leo), now: now + 2 })
    expect(the(board).called).toEqual({})
  })

  it('A-33 may be answered by who was called also while another holds the alert', () => {
    const { when } = shown()
    when(call, { by: by(mei), now: now + 1 })
    when(coming, { by: by(ruth), now: now + 2 })
    when(coming, { by: by(leo), now: now + 3 }).then({ type: 'alert.acknowledged', who: leo })
    when(answer('delegated', { to: ruth }), { by: by(mei) }).refused('already-answered', { by: ruth })
    when(answer('delegated', { to: mei }), { by: by(mei) }).refused('raised-it', { alert })
  })

  it('A-33, A-23 waits no more for who goes home', () => {
    const { board, when } = shown()
    when(call, { by: by(mei), now: now + 1 })
    board.record({ type: 'member.shift-ended', member: leo }, { by: clock, now: now + 2 })
    expect(the(board).called).toEqual({})
  })

  it('A-33 is the same for whoever else raised it', () => {
    const { board, when } = shown()
    when(
      { type: 'alert.raise', kind: 'tension', place: dayRoom },
      { by: by(priya), now: now + 5, id: 'second' }
    )
    when(call, { by: by(priya), now: now + 6 }).then({ type: 'alert.called', who: leo })
    expect(the(board).situation.is).toBe('raised')
  })
})
