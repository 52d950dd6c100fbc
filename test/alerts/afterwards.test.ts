import { describe, expect, it } from 'vitest'
import type { AlertKind } from '../../shared/alerts/kind.ts'
import type { Alert } from '../../shared/alerts/alert.ts'
import { parseCommand } from '../../shared/unit.ts'
import { by, hour, loader, minute, now, screen, type Board } from '../support/given.ts'
import { dana, description, jonas, leo, mei, person, priya, robin, ruth } from '../support/people.ts'
import {
  alert,
  arrive,
  cancel,
  close,
  contain,
  raised,
  reopen,
  resolve,
  shown,
  the,
  told,
  until
} from './raised.ts'

const all = ['debrief', 'level-review', 'plan-review', 'family-notice', 'community-word'] as const
const settle = (owed: string, fields: object = {}) =>
  ({ type: 'alert.settle', alert, owed, ...fields }) as const
const defer = (owed: string, until: number, reason = 'Asleep') =>
  ({ type: 'alert.defer', alert, owed, until, reason }) as const
const assign = (owed: string, to: string) => ({ type: 'alert.assign', alert, owed, to }) as const

/** A behavioural emergency about Robin, resolved by Ruth at 14:00. */
function resolved(fields: object = {}) {
  const given = shown({ kind: 'behavioural', stay: robin, ...fields })
  given.when(resolve, { by: by(ruth), now })
  return given
}

const owing = (board: Board) => Object.keys(the(board).owed)

describe('resolving an alert', () => {
  it('A-43 opens what is owed, each with who owes it and by when', () => {
    const { board } = resolved()
    const owed = { state: { is: 'owed' }, told: 0 }
    expect(Object.values(the(board).owed)).toEqual([
      { kind: 'debrief', owner: ruth, due: now + 24 * hour, ...owed },
      { kind: 'level-review', owner: ruth, due: now + hour, ...owed },
      { kind: 'plan-review', owner: ruth, due: now + 24 * hour, ...owed },
      { kind: 'family-notice', owner: ruth, due: now + 24 * hour, ...owed },
      { kind: 'community-word', owner: ruth, due: now + 24 * hour, ...owed }
    ])
  })

  it('A-43 gives each the time that the unit has for it', () => {
    const { board, when } = shown({ kind: 'behavioural', stay: robin })
    board.ask(
      { type: 'profile.describe', description: { ...description, afterwards: { debrief: 90 } } },
      { by: loader }
    )
    when(resolve, { by: by(ruth), now })
    expect([the(board).owed.debrief?.due, the(board).owed['level-review']?.due]).toEqual([
      now + 90 * minute,
      now + hour
    ])
  })

  /** What each kind leaves, when a person is named. */
  const leaves: Record<AlertKind, readonly string[]> = {
    tension: ['level-review'],
    behavioural: all,
    'staff-duress': all,
    'self-harm': all,
    medical: all,
    'missing-person': all,
    weapon: all,
    'severe-withdrawal': all,
    conflict: all,
    contraband: ['debrief', 'level-review', 'community-word'],
    property: ['debrief', 'community-word'],
    fire: ['debrief', 'community-word']
  }

  it.each(Object.entries(leaves))('A-43 leaves of %s: %j', (kind, owed) => {
    const aboutNobody = owed.filter(one => one === 'debrief' || one === 'community-word')
    expect(owing(resolved({ kind }).board)).toEqual(owed)
    expect(owing(resolved({ kind, stay: undefined }).board)).toEqual(aboutNobody)
  })

  it('A-44 owes the family nothing where nobody may be told that the person is here', () => {
    const { board, when } = shown({ kind: 'medical', stay: robin })
    const told = { ...person('Amara Nwosu', 'Robin 1'), noInformation: true }
    board.ask({ type: 'stay.describe', stay: robin, person: told }, { by: by(ruth) })
    when(resolve, { by: by(ruth), now })
    expect(owing(board)).toEqual(['debrief', 'level-review', 'plan-review', 'community-word'])
  })

  it('A-44 owes nothing about who is not here any more', () => {
    const { board, when } = shown({ kind: 'medical', stay: robin })
    board.ask({ type: 'stay.discharge', stay: robin }, { by: by(ruth) })
    when(resolve, { by: by(ruth), now })
    expect(owing(board)).toEqual(['debrief', 'community-word'])
  })

  it('A-45 is owed by who is in charge; the plan by a licensed member on shift, or by nobody yet', () => {
    const { board, when } = shown({ kind: 'behavioural', stay: robin })
    board.record({ type: 'member.shift-ended', member: ruth }, { now })
    when(resolve, { by: by(leo), now })
    expect([the(board).owed.debrief?.owner, the(board).owed['plan-review']?.owner]).toEqual([null, mei])
    const none = shown({ kind: 'behavioural', stay: robin })
    for (const member of [ruth, mei, priya])
      none.board.record({ type: 'member.shift-ended', member }, { now })
    none.when(resolve, { by: by(leo), now })
    expect(the(none.board).owed['plan-review']?.owner).toBeNull()
  })

  it('A-42 owes nothing after a drill, which asks for no notes and is closed at once', () => {
    const { board, when } = shown({ kind: 'behavioural', stay: robin, drill: true })
    when({ type: 'alert.resolve', alert, action: 'Walked through' }, { by: by(ruth), now }).then({ owed: [] })
    expect(the(board)).toMatchObject({ situation: { is: 'resolved' }, owed: {} })
    when(close, { by: by(ruth) }).then({ type: 'alert.closed' })
  })
})

describe('naming somebody once it was resolved', () => {
  const later = now + 3 * hour
  const names = { type: 'alert.describe', alert, stay: robin } as const

  it('A-62 opens what is about the person, each with who owes it, from then on', () => {
    const { board, when } = resolved({ stay: undefined })
    when(settle('debrief'), { by: by(ruth), now })
    when(names, { by: by(leo), now: later }).then(
      { type: 'alert.described', stay: robin },
      {
        type: 'alert.owes'
      }
    )
    const owed = { state: { is: 'owed' }, told: 0 }
    expect(the(board).owed).toMatchObject({
      debrief: { state: { is: 'done' } },
      'level-review': { owner: ruth, due: later + hour, ...owed },
      'plan-review': { owner: ruth, due: later + 24 * hour, ...owed },
      'family-notice': { owner: ruth, due: later + 24 * hour, ...owed },
      'community-word': { due: now + 24 * hour }
    })
    when(close, { by: by(ruth), now: later }).refused('still-owed', { count: 4 })
    until(board, later + hour)
    expect(board.journal.at(-1)).toMatchObject({
      at: later + hour,
      event: { type: 'alert.overdue', owed: 'level-review', step: 0, members: [ruth] }
    })
  })

  it('A-62, A-44 opens nothing that the kind does not owe, and no notice where nobody may be told', () => {
    const fire = resolved({ kind: 'fire', stay: undefined })
    fire.when(names, { by: by(leo), now: later }).then({ type: 'alert.described' })
    const drill = resolved({ drill: true, stay: undefined })
    drill.when(names, { by: by(leo), now: later }).then({ type: 'alert.described' })
    const { board, when } = resolved({ stay: undefined })
    const told = { ...person('Amara Nwosu', 'Robin 1'), noInformation: true }
    board.ask({ type: 'stay.describe', stay: robin, person: told }, { by: by(ruth) })
    when(names, { by: by(leo), now: later })
    expect(owing(board).toSorted()).toEqual(['community-word', 'debrief', 'level-review', 'plan-review'])
  })

  it('A-62, A-51 opens anew what was done of what came before, and leaves what is open as it is', () => {
    const { board, when } = resolved()
    when(settle('plan-review'), { by: by(mei), now })
    when(reopen, { by: by(leo), now: now + minute })
    when({ ...names, stay: null }, { by: by(leo), now: now + minute })
    board.until(now + minute + 4_000)
    when(resolve, { by: by(ruth), now: now + 2 * minute })
    when(names, { by: by(leo), now: now + 30 * minute })
    expect(the(board).owed).toMatchObject({
      'plan-review': { due: now + 30 * minute + 24 * hour, state: { is: 'owed' } },
      'level-review': { due: now + hour, state: { is: 'owed' } }
    })
  })
})

describe('what is owed', () => {
  it('A-46 is done once, by whoever does it; the refusal says who and when', () => {
    const { board, when } = resolved()
    when(settle('family-notice', { note: ' Called ' }), { by: by(leo), now: now + 7 }).then({
      type: 'alert.settled',
      owed: 'family-notice',
      note: 'Called'
    })
    expect(the(board).owed['family-notice']?.state).toEqual({
      is: 'done',
      at: now + 7,
      by: leo,
      note: 'Called'
    })
    for (const again of [
      settle('family-notice'),
      defer('family-notice', now + hour),
      assign('family-notice', leo)
    ])
      when(again, { by: by(ruth) }).refused('already-settled', { by: leo, at: now + 7 })
    when(settle('debrief'), { by: screen }).refused('not-permitted')
  })

  it('A-46 is only what this alert owes', () => {
    resolved({ kind: 'fire' })
      .when(settle('plan-review'), { by: by(mei) })
      .refused('not-owing', { alert })
  })

  it('A-46 makes it debriefed once it was talked over, whatever else is still owed', () => {
    const { board, when } = resolved()
    when(settle('level-review'), { by: by(ruth) })
    expect(the(board).situation.is).toBe('resolved')
    when(settle('debrief'), { by: by(ruth), now: now + hour })
    expect(the(board).situation).toEqual({ is: 'debriefed', since: now + hour, by: ruth })
    when(settle('community-word'), { by: by(leo), now: now + 2 * hour })
    expect(the(board).situation).toEqual({ is: 'debriefed', since: now + hour, by: ruth })
  })

  it.each([
    [leo, 'has a certificate'],
    [jonas, 'was licensed until yesterday']
  ])('A-47 is, of the plan, neither done by nor given to %s, who %s', member => {
    const { when } = resolved()
    when(settle('plan-review'), { by: by(member) }).refused('licence-needed', { alert })
    when(assign('plan-review', member), { by: by(ruth) }).refused('licence-needed', { alert })
    when(settle('debrief'), { by: by(member) }).then({ type: 'alert.settled' })
  })

  it('A-47 is, of the plan, done by and given to who is licensed that day', () => {
    const { board, when } = resolved()
    when(assign('plan-review', dana), { by: by(leo) }).then({ type: 'alert.assigned', to: dana })
    when(settle('plan-review'), { by: by(mei) }).then({ type: 'alert.settled' })
    expect(the(board).owed['plan-review']).toMatchObject({ owner: dana, state: { by: mei } })
  })

  it('A-48 is put off with a reason until a moment to come, and is owed again from then', () => {
    const { board, when } = resolved()
    for (const unseen of [' ', '\u200b', '\u2066\u2069'])
      when(defer('family-notice', now + hour, unseen)).refused('why-needed', { alert })
    when(defer('family-notice', now), { now }).refused('until-passed', { at: now })
    // The last moment that a command can name at all.
    for (const far of [now + 32 * 24 * hour, Date.parse('9999-12-31T23:59:59.999Z')]) {
      when(defer('family-notice', far), { now }).refused('until-too-far', { at: now + 31 * 24 * hour })
    }
    expect(parseCommand(defer('family-notice', Number.MAX_SAFE_INTEGER))).toBeNull()
    when(defer('family-notice', now + hour, ' Asleep '), { by: by(leo), now }).then({
      reason: 'Asleep',
      until: now + hour
    })
    expect(the(board).owed['family-notice']).toMatchObject({
      owner: ruth,
      state: { is: 'deferred', at: now, by: leo, reason: 'Asleep', until: now + hour }
    })
    when(defer('family-notice', now + 2 * hour), { by: by(leo), now }).then({ type: 'alert.deferred' })
    when(settle('family-notice'), { by: by(leo) }).then({ type: 'alert.settled' })
  })

  it('A-49 is given to a member of the unit, to another than who has it', () => {
    const { board, when } = resolved()
    when(assign('debrief', 'nadia')).refused('member-unknown', { member: 'nadia' })
    when(assign('debrief', ruth)).refused('no-change')
    when(assign('debrief', leo), { by: by(leo) }).then({ type: 'alert.assigned', owed: 'debrief', to: leo })
    expect(the(board).owed.debrief?.owner).toBe(leo)
  })

  it('A-49 stays with who went home, and is nobody’s once they are of the unit no more', () => {
    const { board, when } = resolved()
    when(settle('debrief'), { by: by(leo) })
    board.record({ type: 'member.shift-ended', member: ruth }, { now })
    expect(the(board).owed['level-review']?.owner).toBe(ruth)
    board.record({ type: 'member.retired', member: ruth }, { now })
    const owners = Object.values(the(board).owed).map(({ kind, owner }) => [kind, owner])
    expect(Object.fromEntries(owners)).toMatchObject({
      debrief: ruth,
      'level-review': null,
      'plan-review': null
    })
  })
})

describe('closing an alert', () => {
  const settleAll = (when: ReturnType<typeof resolved>['when'], but: string[] = []) => {
    for (const owed of all) if (!but.includes(owed)) when(settle(owed), { by: by(ruth), now })
  }

  it('A-50 is done by a member once everything is done or put off, and says how much is open before', () => {
    const { board, when } = resolved()
    when(close, { by: by(ruth) }).refused('still-owed', { alert, count: 5 })
    settleAll(when, ['family-notice'])
    when(close, { by: by(ruth) }).refused('still-owed', { count: 1 })
    when(defer('family-notice', now + hour), { by: by(ruth), now })
    when(close, { by: by(ruth), now: now + hour }).refused('still-owed', { count: 1 })
    when(close, { by: screen }).refused('not-permitted')
    when(close, { by: by(leo), now: now + hour - 1 }).then({ type: 'alert.closed' })
    expect(the(board).situation).toEqual({ is: 'closed', since: now + hour - 1, by: leo })
  })

  it('A-26 is never done by time', () => {
    const { board, when } = resolved()
    settleAll(when)
    board.until(now + 48 * hour)
    expect(the(board).situation.is).toBe('debriefed')
  })
})

describe('an alert that begins again', () => {
  it('A-27 is as if just raised: nobody is there, its ladder counts from then, the first are told anew', () => {
    const { board, when } = shown({ kind: 'fire' })
    when(arrive, { by: by(leo), now: now + minute })
    when(contain, { by: by(leo), now: now + 2 * minute })
    when(resolve, { by: by(ruth), now: now + 3 * minute })
    when(reopen, { by: by(priya), now: now + 9 * minute }).then({
      type: 'alert.raised-again',
      reason: 'Began again',
      members: [ruth, mei, leo, jonas, priya]
    })
    expect(the(board)).toMatchObject({
      situation: { is: 'raised', since: now + 9 * minute },
      ...{ responders: {}, shown: {}, outcome: null, told: 1, ladderFrom: now + 9 * minute },
      reached: { answered: now + minute, onScene: now + minute, contained: null, resolved: null }
    })
    board.until(now + 11 * minute)
    expect(told(board).map(({ step, at, why }) => [step, (at - now) / minute, why])).toEqual([
      [0, 0, 'raised'],
      [0, 9, 'raised'],
      [1, 9 + 5 / 60, 'unshown']
    ])
    board.until(now + 14 * minute)
    expect(told(board).at(-1)).toMatchObject({ step: 2, at: now + 14 * minute, why: 'time' })
  })

  it('A-27 does so for an hour after it was resolved, with a reason', () => {
    const { when } = resolved()
    for (const reason of [' ', '\u200b'])
      when({ ...reopen, reason }, { by: by(leo) }).refused('why-needed', { alert })
    when(reopen, { by: by(leo), now: now + hour + 1 }).refused('too-late-to-reopen', { until: now + hour })
    when(reopen, { by: screen, now }).refused('not-permitted')
    when(reopen, { by: by(leo), now: now + hour }).then({ type: 'alert.raised-again' })
    when(reopen, { by: by(leo), now: now + hour }).refused('not-over', { alert })
  })

  it('A-27 never does when it was a mistake', () => {
    const { when } = raised()
    when(cancel, { by: by(mei), now })
    when(reopen, { by: by(mei), now }).refused('alert-over', { by: mei, at: now })
  })

  it('A-51 owes nothing while it is open, and everything anew when it is resolved again', () => {
    const { board, when } = resolved()
    when(settle('debrief'), { by: by(ruth), now })
    when(reopen, { by: by(leo), now: now + minute })
    when(settle('level-review'), { by: by(ruth) }).refused('not-over', { alert })
    board.until(now + minute + 4_000)
    when(resolve, { by: by(leo), now: now + 9 * minute })
    expect(Object.values(the(board).owed).map(({ due, state }) => [due, state.is])).toEqual(
      [24, 1, 24, 24, 24].map(hours => [now + 9 * minute + hours * hour, 'owed'])
    )
    const { reached, outcome } = the(board) satisfies Alert
    expect([reached.resolved, outcome?.by]).toEqual([now + 9 * minute, leo])
  })
})
