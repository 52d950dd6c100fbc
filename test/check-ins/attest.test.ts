import { describe, expect, it } from 'vitest'
import type { Meeting } from '../../shared/groups/meeting.ts'
import type { MeetingId } from '../../shared/ids.ts'
import { view } from '../../shared/unit.ts'
import { by, given, minute, now, type Asked } from '../support/given.ts'
import {
  jonas,
  leo,
  look,
  mapleHouse,
  mei,
  priya,
  processToday,
  robin,
  roomOne,
  wren
} from '../support/people.ts'

const start = now + 30 * minute
const at = (n: number) => start + n * minute
const of = (type: string, fields: object = {}) => ({ type, meeting: processToday, ...fields }) as Asked
const attest = (fields: object = {}) =>
  look(robin, { place: roomOne, activity: 'in-group', meeting: processToday, ...fields })

/** The process group runs, led by Mei, with Robin in it and Wren on its list. */
function running() {
  const all = given(...mapleHouse)
  all.when(of('meeting.start'), { now: start })
  all.when(of('meeting.attend', { stay: robin, attendance: 'present' }), { now: at(1) })
  return all
}

describe('attesting whom one leads', () => {
  it('R-38 is a check of one person, and says in which meeting', () => {
    const { board, when } = running()
    const led = board.state.groups.meetings[processToday as MeetingId]
    expect(led).toMatchObject({ facilitator: mei })
    when(attest(), { by: by(mei), now: at(10) }).then({
      type: 'check-in.completed',
      stay: robin,
      activity: 'in-group',
      place: roomOne,
      meeting: processToday
    })
    const { from, last } = view(board.state, 'tablet').checkIns[robin] ?? {}
    expect(from).toBe(at(10))
    expect(last).toMatchObject({ by: mei, meeting: processToday })
  })

  it('R-38 is for who leads or co-leads it, and for nobody else', () => {
    running()
      .when(attest(), { by: by(leo), now: at(10) })
      .refused('not-leading', { meeting: processToday })
    const { board, when } = running()
    const { groups } = board.state
    const led = groups.meetings[processToday as MeetingId] as Meeting
    const meetings = { ...groups.meetings, [led.id]: { ...led, coFacilitators: [jonas] } }
    board.state = { ...board.state, groups: { ...groups, meetings } }
    when(attest(), { by: by(jonas), now: at(10) }).then({ meeting: processToday })
  })

  it('R-38 is of somebody who is in it', () => {
    const { when } = running()
    when({ ...attest(), stay: wren }, { by: by(mei), now: at(10) }).refused('not-in-meeting', { stay: wren })
    when(of('meeting.leave', { stay: robin }), { by: by(mei), now: at(12) })
    when(attest(), { by: by(mei), now: at(13) }).refused('not-in-meeting', { stay: robin })
  })

  it('R-38 is while the meeting runs', () => {
    given(...mapleHouse)
      .when(attest(), { by: by(mei), now: start })
      .refused('meeting-not-running')
    const { when } = running()
    when(attest({ seenAt: at(-5) }), { by: by(mei), now: at(2) }).refused('meeting-not-running')
    when(of('meeting.end'), { by: by(mei), now: at(40) })
    when(attest(), { by: by(mei), now: at(41) }).refused('meeting-over', { at: at(40) })
    when(attest({ meeting: 'process-a~2026-06-16~0000' }), { by: by(mei) }).refused('meeting-unknown')
  })

  it('R-38 is taken as it was where it comes late: they led it and sat there then', () => {
    const late = running()
    late.when(of('meeting.leave', { stay: robin }), { by: by(mei), now: at(20) })
    late.when(of('meeting.end'), { by: by(mei), now: at(40) })
    late
      .when(attest({ seenAt: at(19) }), { by: by(mei), now: at(50) })
      .then({ meeting: processToday, seenAt: at(19) })
    const given = running()
    given.when(of('meeting.reassign', { facilitator: priya }), { now: at(20) }).then({ facilitator: priya })
    given.when(attest({ seenAt: at(19) }), { by: by(mei), now: at(21) }).then({ meeting: processToday })
    given.when(attest(), { by: by(mei), now: at(22) }).refused('not-leading')
  })

  it('R-38 is not of a time before they led it, or before the person came', () => {
    const given = running()
    given.when(of('meeting.reassign', { facilitator: priya }), { now: at(20) }).then({ facilitator: priya })
    given.when(attest({ seenAt: at(15) }), { by: by(priya), now: at(21) }).refused('not-leading')
    given.when(attest({ seenAt: at(21) }), { by: by(priya), now: at(22) }).then({ meeting: processToday })
    const came = running()
    came.when(of('meeting.attend', { stay: wren, attendance: 'late' }), { by: by(mei), now: at(10) })
    const early = { ...attest({ seenAt: at(8) }), stay: wren }
    came.when(early, { by: by(mei), now: at(11) }).refused('not-in-meeting', { stay: wren })
    came.when({ ...early, seenAt: at(10) }, { by: by(mei), now: at(11) }).then({ meeting: processToday })
  })

  it('R-38 of one person says nothing of the others', () => {
    const { board, when } = running()
    when(of('meeting.attend', { stay: wren, attendance: 'present' }), { by: by(mei), now: at(2) })
    const before = view(board.state, 'tablet').checkIns[wren]
    when(attest(), { by: by(mei), now: at(10) })
    expect(view(board.state, 'tablet').checkIns[wren]).toBe(before)
  })
})
