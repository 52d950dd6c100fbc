import { describe, expect, it } from 'vitest'
import type { Credential } from '../../shared/staff/member.ts'
import { inCharge } from '../../shared/staff/member.ts'
import { inForce, localDate, mayLead } from '../../shared/staff/credential.ts'
import type { Audience } from '../../shared/audience.ts'
import { parseCommand, view } from '../../shared/unit.ts'
import { by, clock, given, loader, minute, now, screen, type Asked } from '../support/given.ts'
import { dana, jonas, leo, mapleHouse, mei, priya, processToday, ruth } from '../support/people.ts'

const house = () => given(...mapleHouse)
const start = (member: string): Asked => ({ type: 'member.start-shift', member })
const end = (member: string): Asked => ({ type: 'member.end-shift', member })
const anne = { name: 'Anne Roy', roles: ['nurse'], credentials: [], language: 'fr' }

describe('a member', () => {
  it('S-1 joins once', () => {
    house()
      .when({ type: 'member.join', member: 'anne-roy', description: anne })
      .then({ type: 'member.joined', member: 'anne-roy' })
    house()
      .when({ type: 'member.join', member: mei, description: anne })
      .refused('member-exists', { member: mei })
  })

  it.each([
    { type: 'member.describe', member: 'nadia', description: anne },
    { type: 'member.set-pin', member: 'nadia', hash: '$argon2id$v=19$m=1$x' },
    { type: 'member.retire', member: 'nadia' },
    start('nadia'),
    end('nadia')
  ] as Asked[])('S-1 that never joined is refused $type', asked => {
    house().when(asked, { by: loader }).refused('member-unknown', { member: 'nadia' })
  })

  it('S-2 is described anew, roles and credentials at once, unless nothing changes', () => {
    const { board, when } = house()
    when({ type: 'member.describe', member: mei, description: anne }).then({ type: 'member.described' })
    expect(board.state.staff.members[mei]).toMatchObject({ ...anne, shiftSince: expect.any(Number) })
    when({ type: 'member.describe', member: mei, description: anne }).refused('no-change')
  })

  it('S-9 has a PIN that the journal never holds, only its hash', () => {
    const hash = '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA'
    const { board, when } = house()
    when({ type: 'member.set-pin', member: mei, hash }).then({ type: 'member.pin-set', hash })
    expect(board.state.staff.members[mei]?.pinHash).toBe(hash)
    expect(parseCommand({ type: 'member.set-pin', member: mei, hash: '1234' })).toBeNull()
  })
})

describe('a shift', () => {
  it('S-3 is one’s own, or anybody’s for charge staff and the unit file', () => {
    house()
      .when(start(dana), { by: by(dana) })
      .then({ type: 'member.shift-started', member: dana })
    house()
      .when(start(dana), { by: by(ruth) })
      .then({ member: dana })
    house().when(start(dana), { by: loader }).then({ member: dana })
    house()
      .when(end(leo), { by: by(ruth) })
      .then({ type: 'member.shift-ended', member: leo })
  })

  it('S-3 is nobody else’s', () => {
    house()
      .when(start(dana), { by: by(mei) })
      .refused('not-yours', { member: dana })
    house()
      .when(end(leo), { by: by(mei) })
      .refused('not-yours', { member: leo })
    house().when(start(dana), { by: screen }).refused('not-yours')
    house().when(end(leo), { by: clock }).refused('not-yours')
  })

  it('S-4 begins once and ends once', () => {
    house()
      .when(start(mei), { by: by(mei) })
      .refused('already-on-shift', { member: mei, since: now - 420 * minute })
    house()
      .when(end(dana), { by: by(dana) })
      .refused('not-on-shift', { member: dana })
  })

  it('S-5 does not end, nor a membership, while the member leads a running meeting', () => {
    const { when } = house()
    when({ type: 'meeting.start', meeting: processToday })
    when(end(mei), { by: by(mei) }).refused('leads-now', { member: mei, meeting: processToday })
    when({ type: 'member.retire', member: mei }, { by: loader }).refused('leads-now', {
      meeting: processToday
    })
    when({ type: 'meeting.reassign', meeting: processToday, facilitator: priya })
    when(end(mei), { by: by(mei) }).then({ type: 'member.shift-ended' })
    when({ type: 'member.retire', member: mei }, { by: loader }).then({ type: 'member.retired' })
  })

  it('S-6 puts in charge who of the charge staff is here longest', () => {
    const { board, when } = house()
    expect(inCharge(board.state.staff)?.id).toBe(ruth)
    when({ type: 'member.describe', member: dana, description: { ...anne, roles: ['charge'] } })
    when(start(dana), { by: by(dana) })
    expect(inCharge(board.state.staff)?.id).toBe(ruth)
    when(end(ruth), { by: by(ruth) })
    expect(inCharge(board.state.staff)?.id).toBe(dana)
    when(end(dana), { by: by(dana) })
    expect(inCharge(board.state.staff)).toBeNull()
  })
})

describe('a credential', () => {
  const licence: Credential = { kind: 'licensed', body: 'LPC', number: 'LPC-001', expires: '2026-06-16' }
  const certificate: Credential = { ...licence, kind: 'credentialed' }

  it('S-7 is in force through its last day, in the time zone of the unit', () => {
    const midnight = Date.parse('2026-06-17T04:00:00Z')
    expect(localDate(midnight - 1, 'America/Toronto')).toBe('2026-06-16')
    expect(localDate(midnight, 'America/Toronto')).toBe('2026-06-17')
    expect([inForce(licence, '2026-06-16'), inForce(licence, '2026-06-17')]).toEqual([true, false])
  })

  it('S-7 decides by the day of the meeting, not of the asking', () => {
    const { board, when } = house()
    const expiring = { name: 'Jonas Lindqvist', roles: ['counselor'], credentials: [licence], language: 'en' }
    board.ask({ type: 'member.describe', member: jonas, description: expiring }, { by: loader })
    when({ type: 'meeting.reassign', meeting: processToday, facilitator: jonas }).then({ facilitator: jonas })
    const late = house()
    late.board.ask({
      type: 'member.describe',
      member: jonas,
      description: { ...expiring, credentials: [{ ...licence, expires: '2026-06-15' }] }
    })
    late
      .when({ type: 'meeting.reassign', meeting: processToday, facilitator: jonas })
      .refused('credential-not-in-force')
  })

  it('S-8 of a licence covers what asks for a certificate, and not the other way round', () => {
    const day = '2026-06-16'
    expect(mayLead([licence], 'credentialed', day)).toBe(true)
    expect(mayLead([certificate], 'licensed', day)).toBe(false)
    expect(mayLead([certificate], 'credentialed', day)).toBe(true)
    expect([mayLead([], 'peer', day), mayLead([], 'anyone', day), mayLead([], 'credentialed', day)]).toEqual([
      true,
      true,
      false
    ])
  })

  it('S-10 is told as the last day of a licence, where names are known', () => {
    const { board } = house()
    const description = {
      name: 'Dana Whitfield',
      roles: ['counselor'],
      credentials: [
        licence,
        { ...licence, expires: '2025-01-31' },
        { ...certificate, expires: '2030-01-31' }
      ],
      language: 'en'
    }
    board.ask({ type: 'member.describe', member: dana, description }, { by: loader })
    const until = (audience: Audience, member: string) =>
      view(board.state, audience).members[member]?.licensedUntil
    expect([until('tablet', dana), until('charge', dana)]).toEqual(['2026-06-16', '2026-06-16'])
    expect([until('tablet', leo), until('wall', dana), until('locked', dana)]).toEqual([
      null,
      null,
      undefined
    ])
  })
})
