import { describe, expect, it } from 'vitest'
import type { Meeting } from '../../shared/groups/meeting.ts'
import type { MeetingId, StayId } from '../../shared/ids.ts'
import { by, given, loader, minute, now, type Asked, type Board } from '../support/given.ts'
import {
  communityToday,
  dana,
  heron,
  jonas,
  lark,
  leo,
  mapleHouse,
  mei,
  priya,
  process,
  processDescription,
  processToday,
  robin,
  roomOne,
  ruth,
  skillsToday,
  slot,
  wren
} from '../support/people.ts'

const house = () => given(...mapleHouse)
const of = (type: string, fields: object = {}) => ({ type, meeting: processToday, ...fields }) as Asked
const meeting = ({ state }: Board, id = processToday): Meeting | undefined =>
  state.groups.meetings[id as MeetingId]
const attend = (stay: StayId, attendance: string, fields: object = {}) =>
  of('meeting.attend', { stay, attendance, ...fields })

/** The process group runs, with Robin in it. */
const running = () => {
  const all = house()
  all.when(of('meeting.start'), { now: now + 30 * minute })
  all.when(attend(robin, 'present'), { now: now + 31 * minute })
  return all
}

describe('a meeting', () => {
  it('G-9 starts from half an hour before, and no earlier', () => {
    house().when(of('meeting.start'), { now }).then({ type: 'meeting.started', place: roomOne })
    house()
      .when(of('meeting.start'), { now: now - 1 })
      .refused('too-early', { from: now })
  })

  it('G-9 starts once', () => {
    running()
      .when(of('meeting.start'))
      .refused('meeting-running', { since: now + 30 * minute })
  })

  it('G-10 ends when it runs, and keeps when it began', () => {
    house().when(of('meeting.end')).refused('meeting-not-running')
    const board = running()
      .when(of('meeting.end'), { now: now + 80 * minute })
      .then({ type: 'meeting.ended' })
    expect(meeting(board)?.situation).toEqual({
      is: 'ended',
      since: now + 30 * minute,
      at: now + 80 * minute
    })
  })

  it('G-11 is cancelled with who, when and why', () => {
    const board = house()
      .when(of('meeting.cancel', { reason: 'Fire drill' }), { by: by(ruth) })
      .then({ type: 'meeting.cancelled' })
    expect(meeting(board)?.situation).toEqual({ is: 'cancelled', at: now, by: ruth, reason: 'Fire drill' })
  })

  it.each([
    of('meeting.start'),
    of('meeting.end'),
    of('meeting.cancel', { reason: 'Again' }),
    of('meeting.join', { stay: lark }),
    of('meeting.leave', { stay: robin }),
    attend(robin, 'absent'),
    of('meeting.reassign', { facilitator: priya })
  ])('G-10 is over for $type once it was cancelled', asked => {
    const { when } = house()
    when(of('meeting.cancel', { reason: 'Fire drill' }), { now: now + 1 })
    when(asked).refused('meeting-over', { at: now + 1 })
    house()
      .when({ ...asked, meeting: 'gone~2026-06-16~0900' })
      .refused('meeting-unknown')
  })

  it('G-12 takes who is of the unit, is not on the list, and still has a seat', () => {
    const { when } = house()
    when(of('meeting.join', { stay: 'st-gone' })).refused('stay-unknown')
    when(of('meeting.join', { stay: robin })).refused('already-there', { stay: robin, meeting: processToday })
    when(of('meeting.join', { stay: lark })).then({ type: 'meeting.joined', stay: lark })
    when(of('meeting.join', { stay: heron })).refused('meeting-full', { capacity: 3 })
  })

  it('G-13 takes a person off the list, and records who sat in it as left early', () => {
    house()
      .when(of('meeting.leave', { stay: robin }))
      .then({ type: 'meeting.removed', stay: robin })
    running()
      .when(of('meeting.leave', { stay: robin }))
      .then({ type: 'meeting.attended', attendance: 'left-early' })
    house()
      .when(of('meeting.leave', { stay: lark }))
      .refused('not-on-roster', { stay: lark })
  })

  it('G-14 records presence only while it runs', () => {
    house().when(attend(robin, 'present')).refused('meeting-not-running', { meeting: processToday })
    house().when(attend(robin, 'excused')).then({ attendance: 'excused' })
    running().when(attend(wren, 'late')).then({ attendance: 'late', place: roomOne })
  })

  it('G-14 records presence of who is on the list, on the unit, and not so already', () => {
    running().when(attend(lark, 'present')).refused('not-on-roster', { stay: lark })
    running().when(attend(robin, 'present')).refused('no-change')
    const { when } = running()
    when({ type: 'stay.leave', stay: wren, destination: 'court' }, { now: now + 32 * minute })
    when(attend(wren, 'present')).refused('off-unit', { since: now + 32 * minute })
  })

  it('G-15 keeps a person in one running meeting at a time', () => {
    const { when } = running()
    when({ type: 'meeting.start', meeting: skillsToday })
    const there = {
      type: 'meeting.attend',
      meeting: skillsToday,
      stay: robin,
      attendance: 'present'
    } as const
    when(there).refused('in-another-meeting', { stay: robin, meeting: processToday })
    when(attend(robin, 'left-early'))
    when(there).then({ attendance: 'present' })
  })

  it('G-16 has lost who goes off the unit, or was discharged', () => {
    const { board, when } = running()
    when({ type: 'stay.leave', stay: robin, destination: 'court' })
    expect(meeting(board)?.roster[robin]?.attendance).toBe('left-early')
    when({ type: 'stay.discharge', stay: robin })
    expect(meeting(board)?.roster).not.toHaveProperty(robin)
    expect(meeting(board, communityToday)?.roster).not.toHaveProperty(robin)
  })

  it('G-16 that is over keeps its record of who was discharged', () => {
    const { board, when } = running()
    when(of('meeting.end'))
    when({ type: 'stay.discharge', stay: robin })
    expect(meeting(board)?.roster[robin]?.attendance).toBe('present')
  })

  it('G-16 leaves alone who was not in it', () => {
    const { board, when } = house()
    const before = meeting(board)
    when({ type: 'stay.leave', stay: robin, destination: 'court' })
    expect(meeting(board)).toBe(before)
  })
})

describe('giving a meeting to another member', () => {
  const give = (facilitator: string | null, fields: object = {}) =>
    of('meeting.reassign', { facilitator, ...fields })

  it('G-17 is one step that keeps who gave it, when, and from whom', () => {
    const board = house()
      .when(give(priya), { by: by(ruth) })
      .then({ type: 'meeting.reassigned', facilitator: priya, from: mei })
    expect(meeting(board)).toMatchObject({ facilitator: priya, reassigned: { by: ruth, at: now, from: mei } })
  })

  it('G-17 may leave a hole', () => {
    house().when(give(null)).then({ facilitator: null, from: mei })
  })

  it('G-17 makes of a co-facilitator the facilitator and nothing more', () => {
    const { board, when } = house()
    const slot = {
      day: 3,
      at: '10:00',
      minutes: 30,
      place: roomOne,
      facilitator: mei,
      coFacilitators: [priya, ruth]
    }
    const description = { ...board.state.groups.groups[process], weekly: [slot] }
    delete (description as { id?: string }).id
    when({ type: 'group.define', group: process, description }, { by: loader })
    const id = 'process-a~2026-06-17~1000'
    when({ type: 'meeting.reassign', meeting: id, facilitator: priya }).then({ facilitator: priya })
    expect(meeting(board, id)).toMatchObject({ facilitator: priya, coFacilitators: [ruth] })
  })

  it.each([
    ['who is not of the unit', 'nadia', 'member-unknown', {}],
    [
      'whose licence ended yesterday',
      jonas,
      'credential-not-in-force',
      { leads: 'licensed', date: '2026-06-16' }
    ],
    ['whose certificate is not enough', leo, 'credential-not-in-force', { member: leo }],
    ['who is at home', dana, 'off-shift', { member: dana, meeting: processToday }]
  ] as const)('G-18 stops at one %s', (_, member, refusal, says) => {
    house().when(give(member)).refused(refusal, says)
  })

  it('G-29 does not stop at one whose other group begins as this one ends, or ends as it begins', () => {
    const { board, when } = house()
    const { id: _id, ...description } = board.state.groups.groups[process] ?? { id: '' }
    const weekly = [slot(2, '14:30', 50, roomOne, mei), slot(2, '15:20', 10, roomOne, null)]
    when({ type: 'group.define', group: process, description: { ...description, weekly } }, { by: loader })
    const after = 'process-a~2026-06-16~1520'
    when({ type: 'meeting.reassign', meeting: after, facilitator: mei }).then({ facilitator: mei })
    when({ type: 'meeting.reassign', meeting: after, facilitator: priya }).then({ facilitator: priya })
    when(give(priya)).then({ facilitator: priya })
  })

  it('G-20 refuses what is so already', () => {
    house().when(give(mei)).refused('already-leads')
    house()
      .when({ type: 'meeting.reassign', meeting: communityToday, facilitator: null })
      .refused('already-leads')
  })

  it('G-19 two at once: one wins, the other learns who, when and whom it went to', () => {
    const { when } = house()
    when(give(priya, { expects: mei }), { by: by(ruth), now: now + 5 }).then({ facilitator: priya })
    when(give(null, { expects: mei }), { by: by(mei), now: now + 6 }).refused('reassigned-by-another', {
      by: ruth,
      at: now + 5,
      facilitator: priya
    })
    when(give(null, { expects: priya })).then({ facilitator: null, from: priya })
    when(give(mei, { expects: mei })).refused('reassigned-by-another', { facilitator: '' })
  })

  it('G-19 tells also that nobody had changed it by hand', () => {
    house()
      .when(give(priya, { expects: leo }))
      .refused('reassigned-by-another', { by: '', at: 0, facilitator: mei })
  })

  it('G-19 is undone by giving it back', () => {
    const { when } = house()
    when(give(priya, { expects: mei }))
    when(give(mei, { expects: priya })).then({ facilitator: mei, from: priya })
  })

  it('G-21 shows a hole where a member was retired', () => {
    const { board, when } = house()
    when({ type: 'member.retire', member: mei }, { by: loader })
    expect(meeting(board)?.facilitator).toBeNull()
    expect(meeting(board, skillsToday)?.facilitator).toBe(leo)
  })

  it('G-21 takes a retired member also from those who lead with another', () => {
    const { board, when } = house()
    const weekly = [{ ...slot(2, '14:30', 50, roomOne, mei), coFacilitators: [priya, dana] }]
    const description = { ...processDescription, weekly }
    when({ type: 'group.define', group: process, description }, { by: loader })
    expect(meeting(board)?.coFacilitators).toEqual([priya, dana])
    when({ type: 'member.retire', member: priya }, { by: loader })
    expect(meeting(board)).toMatchObject({ facilitator: mei, coFacilitators: [dana] })
  })
})
