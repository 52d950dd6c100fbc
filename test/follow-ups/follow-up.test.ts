import { describe, expect, it } from 'vitest'
import type { FollowUp } from '../../shared/follow-ups/follow-up.ts'
import type { FollowUpKind } from '../../shared/follow-ups/kind.ts'
import type { FollowUpId } from '../../shared/ids.ts'
import { view } from '../../shared/unit.ts'
import { by, clock, given, hour, loader, minute, now, type Asked, type Board } from '../support/given.ts'
import {
  dayRoom,
  dana,
  description,
  jonas,
  leo,
  mapleHouse,
  mei,
  person,
  priya,
  robin,
  ruth,
  wren
} from '../support/people.ts'

const house = () => given(...mapleHouse)
const opened = 'open-follow-up-1'
const id = (kind: FollowUpKind = 'individual-session', command = opened) => `${command}~${kind}` as FollowUpId
const open = (fields: Record<string, unknown> = {}): Asked => ({
  ...{ type: 'follow-up.open', kind: 'individual-session', stay: robin, owner: mei, due: now + hour },
  ...fields
})
/** A session with Robin, Mei's, due in an hour. */
const owed = (fields: Record<string, unknown> = {}, command = opened) => {
  const made = house()
  made.board.ask(open(fields), { by: by(mei), id: command })
  return made
}
const all = ({ state }: Board): FollowUp[] => Object.values(state.followUps.followUps)
const one = (board: Board): FollowUp | undefined => all(board)[0]
const followUp = id()

describe('a follow-up', () => {
  it('D-1 is of a kind, about somebody, seen to by somebody, by a time', () => {
    const { board } = owed({ about: ' the letter from home ' })
    expect(one(board)).toMatchObject({
      ...{ id: followUp, kind: 'individual-session', stay: robin, owner: mei, due: now + hour },
      ...{ about: 'the letter from home', openedBy: mei, openedAt: now, situation: { is: 'open' } }
    })
  })

  it('D-1 is about nobody only where it is a task of the community, or another thing', () => {
    house()
      .when(open({ stay: null }))
      .refused('person-needed')
    house()
      .when(open({ kind: 'family-call', stay: null }))
      .refused('person-needed')
    house()
      .when(open({ kind: 'community-task', stay: null }))
      .then({ type: 'follow-up.opened', stay: null })
    house()
      .when(open({ stay: 'nobody-here' }))
      .refused('stay-unknown')
  })

  it('D-2 is owed in the future, by somebody who is here', () => {
    house()
      .when(open({ due: now }))
      .refused('until-passed')
    house()
      .when(open({ owner: dana }))
      .refused('not-on-shift')
    house()
      .when(open({ owner: 'nobody' }))
      .refused('member-unknown')
    house()
      .when(open({ owner: null }))
      .then({ type: 'follow-up.opened', owner: null })
  })
})

describe('who sees to a follow-up', () => {
  it('D-4 is whoever takes it over, and who had it is on record', () => {
    const { board, when } = owed()
    when({ type: 'follow-up.take', followUp }, { by: by(leo) }).then({
      ...{ type: 'follow-up.given', followUp, from: mei, to: leo }
    })
    expect(one(board)?.owner).toBe(leo)
    owed()
      .when({ type: 'follow-up.take', followUp }, { by: by(dana) })
      .refused('not-on-shift')
    owed()
      .when({ type: 'follow-up.take', followUp }, { by: by(mei) })
      .refused('no-change')
  })

  it('D-4 is another only where charge staff say so', () => {
    const assign: Asked = { type: 'follow-up.assign', followUp, to: leo }
    owed()
      .when(assign, { by: by(mei) })
      .refused('not-permitted')
    owed()
      .when(assign, { by: by(ruth) })
      .then({ type: 'follow-up.given', from: mei, to: leo })
    owed()
      .when({ ...assign, to: dana }, { by: by(ruth) })
      .refused('not-on-shift')
    owed()
      .when({ ...assign, to: null }, { by: by(ruth) })
      .then({ type: 'follow-up.given', to: null })
  })

  it('D-5 changes hands once the other says yes, and not before', () => {
    const { board, when } = owed()
    const list = { followUps: [followUp] }
    when({ type: 'follow-up.offer', ...list, to: leo }, { by: by(mei) }).then({
      ...{ type: 'follow-up.offered', to: leo }
    })
    expect(one(board)).toMatchObject({ owner: mei, offered: { to: leo, by: mei } })
    expect(board.ask({ type: 'follow-up.accept', ...list }, { by: by(jonas) })).toMatchObject({
      refusal: 'nothing-offered'
    })
    board.ask({ type: 'follow-up.accept', ...list }, { by: by(leo) })
    expect(one(board)).toMatchObject({ owner: leo, offered: null })
  })

  it('D-5 stays who it was where the other says no', () => {
    const { board } = owed()
    board.ask({ type: 'follow-up.offer', followUps: [followUp], to: leo }, { by: by(mei) })
    board.ask({ type: 'follow-up.decline', followUps: [followUp] }, { by: by(leo) })
    expect(one(board)).toMatchObject({ owner: mei, offered: null })
  })

  it('D-15 is told why it was not taken, until it is offered again', () => {
    const { board } = owed()
    const offer: Asked = { type: 'follow-up.offer', followUps: [followUp], to: leo }
    board.ask(offer, { by: by(mei) })
    board.ask({ type: 'follow-up.decline', followUps: [followUp], reason: ' At court. ' }, { by: by(leo) })
    expect(one(board)?.declined).toMatchObject({ by: leo, reason: 'At court.' })
    board.ask(offer, { by: by(mei) })
    expect(one(board)?.declined).toBeNull()
    board.ask({ type: 'follow-up.decline', followUps: [followUp], reason: ' ' }, { by: by(leo) })
    expect(one(board)?.declined).toMatchObject({ by: leo, reason: null })
  })

  it('D-5 is offered only what is one’s own, to somebody on shift', () => {
    const offer: Asked = { type: 'follow-up.offer', followUps: [followUp], to: leo }
    owed()
      .when(offer, { by: by(jonas) })
      .refused('not-yours')
    owed()
      .when(offer, { by: by(ruth) })
      .then({ type: 'follow-up.offered' })
    owed()
      .when({ ...offer, to: dana }, { by: by(mei) })
      .refused('not-on-shift')
    owed()
      .when({ ...offer, to: mei }, { by: by(mei) })
      .refused('no-change')
  })

  it('D-6 is, of a list, whoever is still meant', () => {
    const { board } = owed()
    board.ask(open({ kind: 'family-call' }), { by: by(mei), id: 'open-follow-up-2' })
    const followUps = [followUp, id('family-call', 'open-follow-up-2')]
    board.ask({ type: 'follow-up.offer', followUps, to: leo }, { by: by(mei) })
    board.ask({ type: 'follow-up.take', followUp }, { by: by(jonas) })
    board.ask({ type: 'follow-up.accept', followUps }, { by: by(leo) })
    expect(all(board).map(({ kind, owner }) => [kind, owner])).toEqual([
      ['individual-session', jonas],
      ['family-call', leo]
    ])
    expect(board.ask({ type: 'follow-up.accept', followUps }, { by: by(leo) })).toMatchObject({
      refusal: 'nothing-offered'
    })
  })
})

describe('a follow-up ends', () => {
  const complete = (fields: Record<string, unknown> = {}): Asked => ({
    ...{ type: 'follow-up.complete', followUp, outcome: 'held' },
    ...fields
  })

  it('D-7 done, with how it went and both times', () => {
    const { board, when } = owed()
    when(complete({ seenAt: now + minute, note: 'calmer' }), { by: by(leo), now: now + 10 * minute }).then({
      ...{ type: 'follow-up.done', outcome: 'held', seenAt: now + minute, note: 'calmer' }
    })
    const over = { is: 'done', by: leo, at: now + 10 * minute, seenAt: now + minute }
    expect(one(board)?.situation).toMatchObject(over)
    expect(board.ask(complete(), { by: by(mei), now: now + hour })).toMatchObject({
      refusal: 'follow-up-over',
      says: { by: leo }
    })
    owed()
      .when(complete({ seenAt: now + hour }))
      .refused('seen-in-future')
    owed()
      .when(complete({ seenAt: now - 13 * hour }))
      .refused('seen-too-long-ago')
  })

  it('D-7 let go, with a reason that can be read', () => {
    owed().when({ type: 'follow-up.drop', followUp, reason: ' . ' }).refused('why-needed')
    owed()
      .when({ type: 'follow-up.drop', followUp, reason: 'met already' })
      .then({ type: 'follow-up.dropped', reason: 'met already' })
  })

  it('D-8 for a plan only by who is licensed today', () => {
    const review = (member: string, outcome = 'held') =>
      owed({ kind: 'plan-review' }).when(complete({ followUp: id('plan-review'), outcome }), {
        by: by(member)
      })
    review(leo).refused('licence-needed')
    review(jonas).refused('licence-needed')
    review(mei).then({ type: 'follow-up.done' })
    review(leo, 'declined').then({ type: 'follow-up.done', outcome: 'declined' })
  })

  it('D-10 and can be taken back by who said so, within a minute', () => {
    const ended = () => {
      const made = owed()
      made.board.ask(complete(), { by: by(mei) })
      return made
    }
    const reopen: Asked = { type: 'follow-up.reopen', followUp }
    ended()
      .when(reopen, { by: by(leo) })
      .refused('not-yours')
    ended()
      .when(reopen, { by: by(mei), now: now + minute + 1 })
      .refused('too-late-to-undo')
    const { board, when } = ended()
    when(reopen, { by: by(mei), now: now + minute }).then({ type: 'follow-up.reopened' })
    expect(one(board)).toMatchObject({ owner: mei, situation: { is: 'open' } })
    expect(board.ask(reopen, { by: by(mei), now: now + minute })).toMatchObject({ refusal: 'no-change' })
  })

  it('D-12 with the stay of the person, and goes to nobody with the member', () => {
    const { board } = owed()
    board.ask(open({ stay: wren }), { by: by(mei), id: 'open-follow-up-2' })
    board.ask({ type: 'stay.discharge', stay: robin }, { by: loader })
    expect(all(board).map(({ situation }) => situation.is)).toEqual(['dropped', 'open'])
    const followUp = all(board)[0]?.id
    expect(board.ask({ type: 'follow-up.reopen', followUp }, { by: by(mei) })).toMatchObject({
      refusal: 'stay-unknown'
    })
    board.record({ type: 'member.retired', member: mei })
    expect(all(board).map(({ owner }) => owner)).toEqual([mei, null])
  })

  it('D-13 and is forgotten a day later', () => {
    const { board } = owed()
    board.ask(complete(), { by: by(mei) })
    board.ask(open({ due: now + 48 * hour }), { now: now + 23 * hour, id: 'open-follow-up-2' })
    expect(all(board)).toHaveLength(2)
    board.ask(open({ due: now + 48 * hour }), { now: now + 25 * hour, id: 'open-follow-up-3' })
    expect(all(board).map(({ situation }) => situation.is)).toEqual(['open', 'open'])
  })
})

describe('the time by which it is owed', () => {
  const defer = (until: number, reason = 'asleep'): Asked => ({
    ...{ type: 'follow-up.defer', followUp, until, reason }
  })

  it('D-9 is put off to the future, by a week at most, with a reason', () => {
    const { board, when } = owed()
    when(defer(now + 2 * hour)).then({ type: 'follow-up.deferred', until: now + 2 * hour })
    expect(one(board)).toMatchObject({
      due: now + 2 * hour,
      deferred: { from: now + hour, reason: 'asleep' }
    })
    owed()
      .when(defer(now + 2 * hour, ' '))
      .refused('why-needed')
    owed().when(defer(now)).refused('until-passed')
    owed()
      .when(defer(now + hour))
      .refused('no-change')
    owed()
      .when(defer(now + 169 * hour))
      .refused('until-too-far')
  })

  it('D-11 is told once it went by, once', () => {
    const { board } = owed()
    const reminders = (at: number) =>
      board.owed(at).filter(({ command }) => command.type === 'follow-up.remind')
    expect(reminders(now + hour - 1)).toEqual([])
    const remind = reminders(now + hour)[0]?.command as Asked
    board.ask(remind, { by: clock, now: now + hour })
    expect(one(board)?.told).toBe(now + hour)
    expect(reminders(now + 9 * hour)).toEqual([])
    expect(board.ask(remind, { by: clock, now: now + hour })).toMatchObject({ refusal: 'not-owed' })
    board.ask(defer(now + 3 * hour), { now: now + 2 * hour })
    expect(reminders(now + 3 * hour)).toHaveLength(1)
  })
})

describe('what an admission and a crisis leave', () => {
  const minutesFor = { intake: 24 * 60, 'post-crisis-talk': 240 }
  const said = () => {
    const made = house()
    const describe: Asked = {
      type: 'profile.describe',
      description: { ...description, followUps: minutesFor }
    }
    made.board.ask(describe, { by: loader })
    return made
  }
  const stay = 'st-7f3a09'
  const finch = { stay, person: person('Nova Quill', 'Finch 2'), bed: '3A', level: 'q15', place: dayRoom }
  const admit: Asked = { type: 'stay.admit', ...finch }

  it('D-3 is an intake, and not for whoever is loaded from a file', () => {
    const { board } = said()
    board.ask(admit, { by: by(ruth), id: 'admit-nova' })
    expect(all(board)).toMatchObject([
      { id: 'admit-nova~intake', kind: 'intake', stay, owner: null, due: now + 24 * hour }
    ])
    const loaded = said().board
    loaded.ask(admit, { by: loader })
    expect(all(loaded)).toEqual([])
    const silent = house().board
    silent.ask(admit, { by: by(ruth) })
    expect(all(silent)).toEqual([])
  })

  it('D-3 is a talk with whom the alert was about, and nothing after a drill', () => {
    const ended = (fields: Record<string, unknown>) => {
      const { board } = said()
      const alert = 'raise-alert-1'
      board.ask(
        { type: 'alert.raise', kind: 'self-harm', place: 'day-room', ...fields },
        { by: by(mei), id: alert }
      )
      const end: Asked = { type: 'alert.resolve', alert, action: 'Sat with them', notes: 'calm' }
      board.ask(end, { by: by(mei), now: now + 5 * minute })
      return all(board).map(({ kind, stay, due, alert }) => ({ kind, stay, due, alert }))
    }
    const due = now + 5 * minute + 4 * hour
    expect(ended({ stay: robin })).toEqual([
      { kind: 'post-crisis-talk', stay: robin, due, alert: 'raise-alert-1' }
    ])
    expect(ended({})).toEqual([])
    expect(ended({ stay: robin, drill: true })).toEqual([])
  })
})

it('D-3 an alert that began again and was resolved again leaves no second talk while the first is open', () => {
  const { board } = house()
  const followUps = { 'post-crisis-talk': 240 }
  board.ask({ type: 'profile.describe', description: { ...description, followUps } }, { by: loader })
  const alert = 'raise-alert-1'
  board.ask(
    { type: 'alert.raise', kind: 'self-harm', place: 'day-room', stay: robin },
    { by: by(mei), id: alert }
  )
  const end: Asked = { type: 'alert.resolve', alert, action: 'Sat with them', notes: 'calm' }
  board.ask(end, { by: by(mei), now: now + minute })
  board.ask({ type: 'alert.reopen', alert, reason: 'again' }, { by: by(mei), now: now + 2 * minute })
  expect(board.ask(end, { by: by(mei), now: now + 3 * minute })).not.toHaveProperty('refusal')
  expect(all(board)).toHaveLength(1)
})

describe('the rows of follow-ups', () => {
  it('D-14 are on tablets and the charge screen, without the note', () => {
    const { board } = owed()
    board.ask(
      { type: 'follow-up.complete', followUp, outcome: 'held', note: 'between us' },
      { by: by(priya) }
    )
    for (const audience of ['tablet', 'charge'] as const) {
      const rows = view(board.state, audience).followUps
      expect(rows[followUp]).toMatchObject({ owner: mei, ended: { is: 'done', by: priya, outcome: 'held' } })
      expect(JSON.stringify(rows)).not.toContain('between us')
    }
    for (const audience of ['wall', 'wall-public', 'locked'] as const) {
      expect(view(board.state, audience).followUps).toEqual({})
    }
  })
})
