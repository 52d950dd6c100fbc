import { describe, expect, it } from 'vitest'
import { localDate } from '../../shared/staff/credential.ts'
import { by, clock, given, hour, loader, minute, now, type Asked, type Board } from '../support/given.ts'
import {
  community,
  dana,
  dayRoom,
  description,
  heron,
  lark,
  leo,
  mapleHouse,
  mei,
  person,
  priya,
  process,
  processDescription,
  processToday,
  robin,
  roomOne,
  roomTwo,
  slot,
  wren
} from '../support/people.ts'

const house = () => given(...mapleHouse)
const define = (fields: object) =>
  ({ type: 'group.define', group: process, description: { ...processDescription, ...fields } }) as Asked
const meetings = ({ state }: Board, group: string = process) =>
  Object.values(state.groups.meetings)
    .filter(meeting => meeting.group === group)
    .map(meeting => meeting.id)

/** A unit in that time zone with one group on those days, and the plan of one date. */
function planIn(timeZone: string, date: string, ...weekly: object[]) {
  const board = given().board
  const at = Date.parse(`${date}T12:00:00Z`) - 24 * hour
  const load = (asked: Asked) => {
    expect(board.ask(asked, { by: loader, now: at })).not.toHaveProperty('refusal')
  }
  load({ type: 'profile.describe', description: { ...description, timeZone } })
  load({ type: 'place.open', place: roomOne, name: { en: 'Room', fr: 'Salle' }, kind: 'group-room' })
  load({ ...define({ weekly, roster: [] }) })
  board.ask({ type: 'meeting.plan', date: localDate(at, timeZone) }, { by: clock, now: at })
  board.ask({ type: 'meeting.plan', date }, { by: clock, now: at })
  return Object.values(board.state.groups.meetings)
    .filter(meeting => meeting.date === date)
    .map(({ id, startsAt, endsAt }) => [
      id.split('~')[2],
      new Date(startsAt).toISOString().slice(11, 16),
      (endsAt - startsAt) / minute
    ])
}

describe('the plan of a day', () => {
  it('G-1 is owed for today and tomorrow, and for the day after when tomorrow begins', () => {
    const { board, owes } = given()
    board.ask({ type: 'profile.describe', description }, { by: loader })
    const midnight = Date.parse('2026-06-17T04:00:00Z')
    expect(owes().map(({ id, at }) => [id, at])).toEqual([
      ['plan:2026-06-16', midnight - 48 * hour],
      ['plan:2026-06-17', midnight - 24 * hour],
      ['plan:2026-06-18', midnight]
    ])
  })

  it('G-1 is owed by nobody before the unit is described', () => {
    expect(given().owes()).toEqual([])
    given().when({ type: 'meeting.plan', date: '2026-06-16' }, { by: clock }).refused('not-owed')
  })

  it('G-3 is made once, and for no other day', () => {
    const plan = (date: string) => ({ type: 'meeting.plan', date }) as const
    house().when(plan('2026-06-16'), { by: clock }).refused('not-owed', { date: '2026-06-16' })
    house().when(plan('2026-06-15'), { by: clock }).refused('not-owed')
    house().when(plan('2026-06-18'), { by: clock }).refused('not-owed')
    house()
      .when(plan('2026-06-18'), { by: clock, now: now + 10 * hour })
      .then({ type: 'day.planned', date: '2026-06-18' })
  })

  it('G-3 names each meeting after its group, date and time', () => {
    expect(Object.keys(house().board.state.groups.meetings)).toEqual([
      processToday,
      'skills~2026-06-16~1430',
      'community~2026-06-16~1530',
      'community~2026-06-17~1530'
    ])
  })

  it('G-4 leaves a hole for a leader who is gone, and expects only who is here', () => {
    const { board, when } = house()
    when({ type: 'member.retire', member: mei }, { by: loader })
    when({ type: 'stay.discharge', stay: wren })
    board.until(now + 6.5 * 24 * hour)
    const next = Object.values(board.state.groups.meetings).find(
      meeting => meeting.id === 'process-a~2026-06-23~1430'
    )
    expect(next).toMatchObject({ facilitator: null, roster: { [robin]: { attendance: 'expected' } } })
    expect(next?.roster).not.toHaveProperty(wren)
  })

  it('G-5 expects in everyone’s groups also who comes later, but in none that runs', () => {
    const { board, when } = house()
    when({ type: 'meeting.start', meeting: 'community~2026-06-16~1530' }, { now: now + hour })
    when({
      type: 'stay.admit',
      stay: 'st-7f3a09',
      person: person('Uma Rao', 'Swan 4'),
      bed: '3A',
      level: 'q60',
      place: dayRoom
    })
    const expected = (id: string) => Object.keys(board.state.groups.meetings[id as never]?.['roster'] ?? {})
    expect(expected('community~2026-06-17~1530')).toEqual([robin, wren, lark, heron, 'st-7f3a09'])
    expect(expected(processToday)).toEqual([robin, wren])
    expect(expected('community~2026-06-16~1530')).toEqual([robin, wren, lark, heron])
  })

  it('G-22 lets go of the day before yesterday, but never of a meeting that runs', () => {
    const { board, when } = house()
    when({ type: 'meeting.start', meeting: processToday }, { now: now + 30 * minute })
    board.until(now + 3 * 24 * hour)
    expect(Object.keys(board.state.groups.meetings)).toEqual([
      processToday,
      'community~2026-06-18~1530',
      'community~2026-06-19~1530',
      'community~2026-06-20~1530'
    ])
    expect(board.state.groups.planned).toEqual(['2026-06-18', '2026-06-19', '2026-06-20'])
  })
})

describe('local time', () => {
  const at = (day: number, time: string, minutes = 60) => ({ ...slot(day, time, minutes, roomOne, null) })

  it('G-2 is the same on both sides of a clock change', () => {
    expect(planIn('Europe/Paris', '2026-03-28', at(6, '10:00'))).toEqual([['1000', '09:00', 60]])
    expect(planIn('Europe/Paris', '2026-03-29', at(7, '10:00'))).toEqual([['1000', '08:00', 60]])
    expect(planIn('America/Toronto', '2026-11-01', at(7, '10:00'))).toEqual([['1000', '15:00', 60]])
    expect(planIn('America/Toronto', '2026-10-31', at(6, '10:00'))).toEqual([['1000', '14:00', 60]])
  })

  it('G-2 takes a time that the clocks skip an hour later', () => {
    expect(planIn('Europe/Paris', '2026-03-29', at(7, '02:30'))).toEqual([['0230', '01:30', 60]])
    expect(planIn('America/Toronto', '2026-03-08', at(7, '02:30'))).toEqual([['0230', '07:30', 60]])
  })

  it('G-2 takes a time that occurs twice the first time, and never stretches the meeting', () => {
    expect(planIn('Europe/Paris', '2026-10-25', at(7, '02:30', 90))).toEqual([['0230', '00:30', 90]])
    expect(planIn('America/Toronto', '2026-11-01', at(7, '01:30', 90))).toEqual([['0130', '05:30', 90]])
  })

  it('G-2 knows midnight, the minute before it, and the leap day', () => {
    expect(planIn('America/Toronto', '2026-06-17', at(3, '00:00'), at(3, '23:59'))).toEqual([
      ['0000', '04:00', 60],
      ['2359', '03:59', 60]
    ])
    expect(planIn('Europe/Paris', '2028-02-29', at(2, '09:00'))).toEqual([['0900', '08:00', 60]])
  })
})

describe('a changed template', () => {
  it('G-6 replaces coming meetings that nobody has touched', () => {
    const { board, when } = house()
    when(define({ weekly: [slot(2, '16:00', 50, roomTwo, priya)] }), { by: loader }).then(
      { type: 'group.defined' },
      { type: 'meeting.withdrawn', meeting: processToday },
      {
        type: 'meeting.scheduled',
        planned: { meeting: 'process-a~2026-06-16~1600', place: roomTwo, facilitator: priya }
      }
    )
    expect(meetings(board)).toEqual(['process-a~2026-06-16~1600'])
  })

  it('G-6 says nothing of meetings that are as wanted already', () => {
    house()
      .when(define({ name: { en: 'Process', fr: 'Parole' } }), { by: loader })
      .then({ type: 'group.defined' })
  })

  it.each([
    ['given to another', { type: 'meeting.reassign', meeting: processToday, facilitator: priya }],
    ['joined by hand', { type: 'meeting.join', meeting: processToday, stay: lark }],
    ['left by hand', { type: 'meeting.leave', meeting: processToday, stay: robin }],
    ['marked', { type: 'meeting.attend', meeting: processToday, stay: robin, attendance: 'excused' }],
    ['started', { type: 'meeting.start', meeting: processToday }],
    ['cancelled', { type: 'meeting.cancel', meeting: processToday, reason: 'Fire drill' }]
  ] as [string, Asked][])('G-6 leaves a meeting alone that somebody has %s', (_, touch) => {
    const { board, when } = house()
    when(touch)
    const before = board.state.groups.meetings[processToday as never]
    when(define({ weekly: [slot(2, '14:30', 20, roomTwo, priya)] }), { by: loader }).then({
      type: 'group.defined'
    })
    expect(board.state.groups.meetings[processToday as never]).toBe(before)
  })

  it('G-6 leaves alone what has begun by the clock', () => {
    house()
      .when(define({ weekly: [slot(2, '14:30', 20, roomTwo, priya)] }), {
        by: loader,
        now: now + 30 * minute
      })
      .then({ type: 'group.defined' })
  })

  it('G-6 plans nothing for a time of today that has gone by, nor for this very minute', () => {
    const weekly = ['13:00', '14:00', '14:01'].map(time => slot(2, time, 30, roomTwo, priya))
    house()
      .when(define({ weekly }), { by: loader })
      .then(
        { type: 'group.defined' },
        { type: 'meeting.withdrawn', meeting: processToday },
        { type: 'meeting.scheduled', planned: { meeting: 'process-a~2026-06-16~1401' } }
      )
  })

  it('G-6 that changes nothing is refused', () => {
    house().when(define({}), { by: loader }).refused('no-change')
  })

  it('G-7 names only places and members that the unit has', () => {
    house()
      .when(define({ weekly: [slot(2, '16:00', 50, 'attic' as never, null)] }), { by: loader })
      .refused('place-unknown', { place: 'attic' })
    house()
      .when(define({ weekly: [slot(2, '16:00', 50, roomTwo, 'nadia' as never)] }), { by: loader })
      .refused('member-unknown', { member: 'nadia' })
    const co = { ...slot(2, '16:00', 50, roomTwo, null), coFacilitators: [dana, 'nadia'] }
    house()
      .when(define({ weekly: [co] }), { by: loader })
      .refused('member-unknown', { member: 'nadia' })
  })

  it('G-7 cannot begin twice at the same time', () => {
    const twice = [slot(2, '16:00', 50, roomTwo, null), slot(2, '16:00', 30, roomOne, leo)]
    expect(() => house().when(define({ weekly: twice }))).toThrow('Not a command')
  })

  it('G-8 takes all meetings with it when it is retired, but not while one runs', () => {
    const { board, when } = house()
    when({ type: 'meeting.reassign', meeting: processToday, facilitator: priya }, { by: by(mei) })
    when({ type: 'group.retire', group: process }).then({ type: 'group.retired' })
    expect(meetings(board)).toEqual([])
    when({ type: 'group.retire', group: process }).refused('group-unknown', { group: process })
    const running = house()
    running.when({ type: 'meeting.start', meeting: processToday })
    running
      .when({ type: 'group.retire', group: process })
      .refused('meeting-running', { meeting: processToday, since: now })
    running.when({ type: 'group.retire', group: community }).then({ type: 'group.retired' })
  })
})
