import { describe, expect, it } from 'vitest'
import { audiences, type Audience } from '../../shared/audience.ts'
import type { Author } from '../../shared/recorded.ts'
import { view } from '../../shared/unit.ts'
import { Board, by, clock, loader, minute, node, now, type Asked } from '../support/given.ts'
import { done } from '../support/people.ts'

/**
 * A unit in which every text is a word of its own that says whose it is: `C` and what it stands in. What an audience is
 * sent is searched for all of them, so a field that is added to a row and not to these lists fails here.
 */
const all = [
  // what the unit names for everybody
  ...[
    'CunitName',
    'CplaceEn',
    'CplaceFr',
    'CgroupEn',
    'CgroupFr',
    'CshortEn',
    'CshortFr',
    'Cplace-id',
    'Cgroup-id'
  ],
  // people
  ...[
    'Cname',
    'Cpreferred',
    'Calias',
    'Cphase',
    'Capproach',
    'Cbed',
    'Cdestination',
    'Cescort',
    'Cstay-id',
    'ClevelReason'
  ],
  // staff
  ...['Cmember-id', 'CmemberName', 'Cbody', 'Cnumber', 'CpinHash', 'CcancelReason', 'Cscreen-id'],
  // alerts
  ...['Craise-id', 'Cmerged-id', 'Csilent-id', 'Cpast-id', 'Crestraint-id', 'Cdisplay', 'Ccheck-id'],
  ...['Caction', 'Cnotes', 'CreopenReason', 'CsettledNote', 'CdeferReason'],
  // withdrawal watch
  ...['Cwatch-id', 'Cscore-id', 'Ccorrected-id', 'CscoreNote', 'CcorrectReason'],
  // codes of the unit's own, and a follow-up
  ...['ClabelEn', 'ClabelFr', 'Cfollow-id', 'Cabout', 'CoutcomeNote', 'CputOffReason']
]

const shown: Record<Audience, string[]> = {
  'wall-public': [
    'CunitName',
    'CplaceEn',
    'CplaceFr',
    'CgroupEn',
    'CgroupFr',
    'CshortEn',
    'CshortFr',
    'Cplace-id',
    'Cgroup-id'
  ],
  locked: ['Craise-id', 'Cmerged-id'],
  wall: [
    ...['Calias', 'Cbed', 'Cdestination', 'Cescort', 'Cstay-id', 'Cmember-id', 'CmemberName', 'Csilent-id'],
    ...['ClabelEn', 'ClabelFr']
  ],
  tablet: [
    ...['Cname', 'Cpreferred', 'Cphase', 'Capproach', 'CcancelReason', 'Ccheck-id'],
    ...['Caction', 'CdeferReason', 'Cdisplay', 'Crestraint-id'],
    ...['Cwatch-id', 'Cscore-id', 'Ccorrected-id', 'CscoreNote', 'CcorrectReason'],
    ...['Cfollow-id', 'Cabout', 'CputOffReason']
  ],
  charge: ['Cbody', 'Cpast-id']
}

/** Each of these audiences also sees what those before it see. */
const order: Audience[] = ['wall-public', 'locked', 'wall', 'tablet', 'charge']
const allowed = (audience: Audience): string[] =>
  order.slice(0, order.indexOf(audience) + 1).flatMap(each => shown[each])

const both = (name: string) => ({ en: `${name}En`, fr: `${name}Fr` })
const slot = (at: string) => ({
  day: 2,
  at,
  minutes: 50,
  place: 'Cplace-id',
  facilitator: 'Cmember-id',
  coFacilitators: ['Cmember-id']
})

/** A mistake of yesterday; then an alert that two raised, at which somebody was restrained, and that began again. */
function raiseAndEnd(act: (asked: Asked, id?: string, author?: Author) => Board, board: Board): void {
  const device = { kind: 'screen', screen: 'Cscreen-id' } as const
  const yesterday = { by: by('Cmember-id'), now: now - 24 * 60 * minute }
  const raise = { type: 'alert.raise', kind: 'self-harm', place: 'Cplace-id', stay: 'Cstay-id' } as const
  done(board, raise, { ...yesterday, id: 'Cpast-id' })
  done(board, { type: 'alert.cancel', alert: 'Cpast-id' }, yesterday)
  act(raise, 'Craise-id', device)
  act(raise, 'Cmerged-id', device)
  const alert = 'Craise-id'
  const shown = { type: 'alert.show', alert, screen: 'Cdisplay', audience: 'wall', sounded: true } as const
  act(shown, undefined, node)
  act({ type: 'alert.acknowledge', alert, answer: 'coming' })
  act({ type: 'alert.restrain', alert, kind: 'restraint' }, 'Crestraint-id')
  act({ type: 'alert.release', alert, restraint: 'Crestraint-id' })
  const resolve = { type: 'alert.resolve', alert, action: 'Caction', notes: 'Cnotes' } as const
  act(resolve)
  act({ type: 'alert.reopen', alert, reason: 'CreopenReason' })
  act({ type: 'alert.arrive', alert })
  act(shown, undefined, node)
  act(resolve)
  act({ type: 'alert.settle', alert, owed: 'debrief', note: 'CsettledNote' })
  const until = now + 60 * minute
  act({ type: 'alert.defer', alert, owed: 'family-notice', reason: 'CdeferReason', until })
}

/** A score that alarms nobody, and its correction. */
function scoreAndCorrect(act: (asked: Asked, id?: string) => Board): void {
  const questions = 'nausea tremor sweats anxiety agitation tactile auditory visual headache orientation'
  const answers = Object.fromEntries(questions.split(' ').map(question => [question, 1]))
  act({ type: 'withdrawal.watch', stay: 'Cstay-id', scale: 'ciwa-ar' }, 'Cwatch-id')
  const watch = 'Cwatch-id'
  act({ type: 'withdrawal.score', watch, answers, note: 'CscoreNote' }, 'Cscore-id')
  const corrects = { score: 'Cscore-id', reason: 'CcorrectReason' }
  act({ type: 'withdrawal.correct', watch, answers, note: 'CscoreNote', ...corrects }, 'Ccorrected-id')
}

/** `leaves`: the person is off the unit in the end, and nobody watches them any more. */
function canaries(leaves = true): Board {
  const board = new Board()
  const load = (asked: Asked) => done(board, asked, { by: loader, now })
  const act = (asked: Asked, id?: string, author: Author = by('Cmember-id')) =>
    done(board, asked, { by: author, now: now + minute, ...(id && { id }) })
  load({
    type: 'profile.describe',
    description: {
      ...{
        name: 'CunitName',
        timeZone: 'America/Toronto',
        kind: 'inpatient',
        population: 'adult',
        people: 'patient',
        language: 'en'
      },
      ...{
        synthetic: true,
        beds: ['Cbed'],
        ladder: [{ minutes: 0, tells: 'shift' }],
        answerHolds: 3,
        latePolicy: 'strict',
        relief: 20,
        codes: { activities: { 'canary-code': both('Clabel') } }
      }
    }
  })
  load({ type: 'place.open', place: 'Cplace-id', name: both('Cplace'), kind: 'day-room' })
  const credentials = [{ kind: 'licensed', body: 'Cbody', number: 'Cnumber', expires: '2030-01-01' }]
  load({
    type: 'member.join',
    member: 'Cmember-id',
    description: { name: 'CmemberName', roles: ['charge', 'nurse'], credentials, language: 'fr' }
  })
  load({ type: 'member.set-pin', member: 'Cmember-id', hash: '$argon2id$CpinHash' })
  load({ type: 'member.start-shift', member: 'Cmember-id' })
  const person = {
    name: 'Cname',
    preferred: 'Cpreferred',
    alias: 'Calias',
    legalBasis: 'court-mandated',
    phase: 'Cphase',
    approach: 'Capproach'
  }
  load({ type: 'stay.admit', stay: 'Cstay-id', person, bed: 'Cbed', level: 'q15', place: 'Cplace-id' })
  const leads = {
    kind: 'process',
    leads: 'licensed',
    capacity: 8,
    roster: 'everyone',
    weekly: [slot('14:10'), slot('18:00')]
  }
  load({
    type: 'group.define',
    group: 'Cgroup-id',
    description: { name: both('Cgroup'), short: both('Cshort'), ...leads }
  })
  done(board, { type: 'meeting.plan', date: '2026-06-16' }, { by: clock, now })
  const [first, second] = ['Cgroup-id~2026-06-16~1410', 'Cgroup-id~2026-06-16~1800']
  act({ type: 'meeting.start', meeting: first })
  act({ type: 'meeting.attend', meeting: first, stay: 'Cstay-id', attendance: 'present' })
  act({ type: 'meeting.cancel', meeting: second, reason: 'CcancelReason' })
  const looked = { place: 'Cplace-id', activity: 'pacing', presentation: 'tearful', reason: 'short-staffed' }
  act({ type: 'check-in.complete', stay: 'Cstay-id', ...looked }, 'Ccheck-id')
  act({ type: 'stay.set-level', stay: 'Cstay-id', level: 'q30', reason: 'ClevelReason' })
  act({ type: 'stay.set-level', stay: 'Cstay-id', level: 'one-to-one', reason: 'ClevelReason' })
  act({ type: 'watch.take', stay: 'Cstay-id' })
  const owed = { kind: 'family-call', stay: 'Cstay-id', owner: 'Cmember-id', due: now + 30 * minute }
  act({ type: 'follow-up.open', ...owed, about: 'Cabout' }, 'Cfollow-id')
  const [followUp, until] = ['Cfollow-id~family-call', now + 60 * minute]
  act({ type: 'follow-up.defer', followUp, until, reason: 'CputOffReason' })
  act({ type: 'follow-up.complete', followUp, outcome: 'held', note: 'CoutcomeNote' })
  raiseAndEnd(act, board)
  scoreAndCorrect(act)
  act(
    { type: 'alert.raise', kind: 'staff-duress', place: 'Cplace-id', stay: 'Cstay-id', silent: true },
    'Csilent-id'
  )
  if (!leaves) return board
  act({
    type: 'stay.leave',
    stay: 'Cstay-id',
    destination: 'Cdestination',
    escort: 'Cescort',
    back: now + 60 * minute
  })
  return board
}

const board = canaries()
const watched = canaries(false)
const sent = (audience: Audience): string => JSON.stringify(view(board.state, audience))

describe('what an audience is sent', () => {
  it.each(audiences)('V-1 is what is listed for it and nothing else: %s', audience => {
    const text = sent(audience)
    expect(all.filter(canary => text.includes(canary)).sort()).toEqual(allowed(audience).sort())
  })

  it.each(['wall', 'tablet', 'charge'] as const)(
    'V-1 is of a held watch only what is listed: %s',
    audience => {
      const { watches } = view(watched.state, audience)
      const text = JSON.stringify(watches)
      expect(watches).toMatchObject({ 'Cstay-id': {} })
      expect(all.filter(canary => text.includes(canary)).sort()).toEqual(['Cmember-id', 'Cstay-id'])
    }
  )

  it('V-1 is searched for every text that the unit holds', () => {
    const held = JSON.stringify(board.journal)
    const words = held.match(/\bC[a-z]\w*(-id)?/g) ?? []
    expect([...new Set(words)].sort()).toEqual([...all].sort())
  })

  it('V-2 on a wall is of a person the alias and nothing that tells who or why', () => {
    const text = sent('wall')
    for (const secret of [
      'Cname',
      'Cpreferred',
      'court-mandated',
      'Cphase',
      'Capproach',
      'tearful',
      'short-staffed'
    ]) {
      expect(text).not.toContain(secret)
    }
    expect(view(board.state, 'wall').stays).toMatchObject({ 'Cstay-id': { alias: 'Calias', person: null } })
  })

  it.each(['wall-public', 'locked'] as const)('V-3 for %s is nobody, not even by id', audience => {
    const rows = view(board.state, audience)
    const { stays, members, checkIns, tallies, followUps } = rows
    expect([stays, members, checkIns, tallies, followUps]).toEqual([{}, {}, {}, {}, {}])
    expect(view(watched.state, audience).watches).toEqual({})
    for (const secret of ['Cstay-id', 'Cmember-id', 'Calias', 'Cbed', 'self-harm'].slice(
      0,
      audience === 'locked' ? 4 : 5
    )) {
      expect(sent(audience)).not.toContain(secret)
    }
    expect(rows.unit).toMatchObject({ unit: { total: 1, here: 0, inCharge: null, beds: null } })
    expect(Object.values(rows.meetings)).toMatchObject([
      { expected: 1, roster: null, facilitator: null },
      { reason: null }
    ])
  })

  it('V-4 is no alert where visitors see it, and no silent one where a tablet is locked', () => {
    expect(view(board.state, 'wall-public').alerts).toEqual({})
    expect(Object.keys(view(board.state, 'locked').alerts)).toEqual(['Craise-id', 'Cmerged-id'])
    expect(view(board.state, 'locked').alerts).toMatchObject({
      'Craise-id': {
        kind: 'self-harm',
        place: 'Cplace-id',
        there: 1,
        stay: null,
        responders: null,
        answer: null,
        called: null,
        declined: null,
        lapsed: null,
        raisers: null,
        action: null,
        notices: null,
        shown: null,
        owed: null,
        restraints: null
      }
    })
    expect(Object.keys(view(board.state, 'wall').alerts)).toEqual(['Craise-id', 'Cmerged-id', 'Csilent-id'])
  })

  it('V-5 is nowhere a note, a reason for a level or for beginning again, a PIN or the number of a credential', () => {
    for (const audience of audiences) {
      const notes = ['Cnotes', 'CoutcomeNote', 'CsettledNote', 'CreopenReason', 'ClevelReason']
      for (const secret of [...notes, 'CpinHash', 'argon2', 'Cnumber', 'Cscreen-id']) {
        expect(sent(audience)).not.toContain(secret)
      }
    }
  })

  it('V-3 is no id of anybody in a refusal to a screen with nobody behind it, only when', () => {
    const describe = { type: 'alert.describe', alert: 'Craise-id', kind: 'fire' } as const
    const device = { kind: 'screen', screen: 'Cscreen-id' } as const
    expect(board.ask(describe, { by: device })).toEqual({ refusal: 'alert-over', says: { at: now + minute } })
    expect(board.ask(describe)).toMatchObject({ says: { by: 'Cmember-id' } })
  })
})
