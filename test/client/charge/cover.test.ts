import { describe, expect, it } from 'vitest'
import { giveBacks, leftBehind, leftBehindAll, leftOff, losesLeader } from '../../../client/charge/cover.ts'
import { openAlerts } from '../../../client/alerts/open-alerts.ts'
import type { AlertId, MeetingId, MemberId } from '../../../shared/ids.ts'
import type { Rows } from '../../../shared/rows.ts'
import { calmDay, meetingId, running } from '../../browser/gallery/maple.ts'
import { at, type Scene } from '../../browser/gallery/scene.ts'
import { emergency, meetingOf } from './unit-of.ts'

const now = at('14:05')

const alertOf = (rows: Rows) => {
  const [alert] = openAlerts(rows.alerts)
  if (!alert) throw new Error('no alert')
  return alert
}

const left = (scene: Scene, time = now) => {
  const rows = scene.rows('charge')
  return leftBehind(rows, alertOf(rows), time)
}

/** A meeting as it stands, with somebody who leads it too. */
function ledToo(rows: Rows, group: string, ...ids: string[]): Rows {
  const meeting = { ...meetingOf(rows, group), coFacilitators: ids as MemberId[] }
  return { ...rows, meetings: { ...rows.meetings, [meeting.id]: meeting } }
}

const give = (scene: Scene, time: string, to: string, from: string) =>
  scene.on(
    time,
    {
      type: 'meeting.reassigned',
      meeting: meetingId('art'),
      facilitator: to as MemberId,
      from: from as MemberId
    },
    'ruth'
  )

describe('what responders leave behind', () => {
  it('O-6 is what they lead now, and what begins within half an hour', () => {
    const scene = calmDay()
    emergency(scene, '14:01', 'sam', ['mei', 'priya'])
    const groups = (time: string) => left(scene, at(time)).map(({ meeting, why }) => [meeting.group, why])
    expect(groups('13:59')).toEqual([['art', 'there']])
    expect(groups('14:05')).toEqual([
      ['art', 'there'],
      ['process-a', 'coming']
    ])
    expect(groups('14:31').map(([group]) => group)).toEqual(['art', 'process-a', 'process-b'])
  })

  it('O-6 is listed once, however many alerts they answer', () => {
    const scene = calmDay()
    const alert = emergency(scene, '14:01', 'helen', ['sam'])
    const other = scene.state.alerts.alerts[alert]
    if (!other) throw new Error('no alert')
    const { kind, priority, ladder } = other
    const second = { alert: 'alert-0002' as AlertId, place: null, stay: null, silent: false, drill: false }
    scene.on(
      '14:02',
      { type: 'alert.raised', ...second, kind, priority, needed: 4, ladder, seenAt: at('14:02') },
      'sam'
    )
    const rows = scene.rows('charge')
    const all = leftBehindAll(rows, openAlerts(rows.alerts), now)
    expect(all.map(({ meeting }) => meeting.group)).toEqual(['art'])
  })

  it('O-6 has what nobody leads first', () => {
    const scene = calmDay()
    emergency(scene, '14:01', 'sam', ['dana'])
    const rows = ledToo(scene.rows('charge'), 'relapse', 'leo')
    const all = leftBehind(rows, alertOf(rows), now)
    expect(all.map(({ meeting, led }) => [meeting.group, led])).toEqual([
      ['art', null],
      ['relapse', 'leo']
    ])
  })
})

describe('the cover that is suggested', () => {
  it('O-7 is at no alert, in no group that runs, and may lead it', () => {
    const scene = calmDay()
    emergency(scene, '14:01', 'dana', ['kofi', 'helen'])
    const [relapse] = left(scene)
    expect(relapse?.meeting.group).toBe('relapse')
    // Of who is left, by what is asked for: Mei, Priya (licensed), Karim (credentialed); Jonas' licence ran out.
    expect(['mei', 'priya', 'karim']).toContain(relapse?.cover?.member.id)
  })

  it('O-7 is not somebody whose group should be over and still runs', () => {
    const scene = calmDay()
    for (const group of ['process-a', 'process-b']) running(scene, group, '14:06')
    emergency(scene, '15:51', 'dana', ['kofi', 'helen'])
    const rows = scene.rows('charge')
    const meeting = { ...meetingOf(rows, 'relapse'), startsAt: at('15:51'), endsAt: at('16:30') }
    const late: Rows = { ...rows, meetings: { ...rows.meetings, [meeting.id]: meeting } }
    const [relapse] = leftBehind(late, alertOf(late), at('15:52'))
    expect(relapse?.meeting.group).toBe('relapse')
    expect(['mei', 'priya']).not.toContain(relapse?.cover?.member.id)
  })

  it('O-7 is not somebody whose group runs over into what is due, nor into what is overdue', () => {
    const scene = calmDay()
    for (const group of ['process-a', 'process-b']) running(scene, group, '14:06')
    emergency(scene, '15:51', 'dana', ['kofi', 'helen'])
    const rows = scene.rows('charge')
    const suggested = (startsAt: number) => {
      const due = {
        ...meetingOf(rows, 'relapse'),
        situation: 'scheduled',
        startsAt,
        endsAt: at('16:30')
      } as const
      const all: Rows = { ...rows, meetings: { ...rows.meetings, [due.id]: due } }
      const [relapse] = leftBehind(all, alertOf(all), at('15:52'))
      return relapse?.cover?.member.id
    }
    expect(['mei', 'priya']).toContain(suggested(at('16:00')))
    expect(['mei', 'priya']).not.toContain(suggested(at('15:52')))
    expect(['mei', 'priya']).not.toContain(suggested(at('15:45')))
  })

  it('O-7 is a co-facilitator before all others, and nobody else while one leads on', () => {
    const scene = calmDay()
    emergency(scene, '14:01', 'sam')
    const rows = ledToo(scene.rows('charge'), 'art', 'ruth')
    expect(leftBehind(rows, alertOf(rows), now)).toMatchObject([
      { led: 'ruth', cover: { member: { id: 'ruth' } } }
    ])
    const both = calmDay()
    emergency(both, '14:01', 'sam', ['ruth'])
    const gone = ledToo(both.rows('charge'), 'art', 'ruth')
    const [art] = leftBehind(gone, alertOf(gone), now)
    expect(art?.led).toBeNull()
    expect(art?.cover?.member.id).not.toBe('ruth')
  })

  it('O-7 is nobody where nobody could', () => {
    const scene = calmDay()
    emergency(scene, '14:01', 'dana', ['mei', 'priya', 'karim', 'helen', 'kofi', 'ruth'])
    const relapse = left(scene).find(({ meeting }) => meeting.group === 'relapse')
    expect(relapse).toMatchObject({ led: null, cover: null })
  })
})

describe('what was given away for an alert', () => {
  function given(): Scene {
    const scene = calmDay()
    emergency(scene, '14:01', 'helen', ['sam'])
    give(scene, '14:03', 'jonas', 'sam')
    return scene
  }
  const resolve = (scene: Scene, time: string) =>
    scene.on(
      time,
      { type: 'alert.resolved', alert: 'alert-0001' as AlertId, action: 'done', notes: null },
      'helen'
    )
  const backs = (scene: Scene, time: string) => giveBacks(scene.rows('charge'), at(time))

  it('O-9 stays in the list with who leads it meanwhile', () => {
    expect(left(given())).toMatchObject([{ member: 'sam', led: 'jonas', cover: null }])
  })

  it('O-9 is not taken for given away where it was given before the alert', () => {
    const scene = calmDay()
    give(scene, '13:50', 'jonas', 'sam')
    emergency(scene, '14:01', 'helen', ['sam'])
    expect(left(scene)).toEqual([])
  })

  it('O-10 is offered back when the alert is over, until it is given back or ends', () => {
    const scene = given()
    expect(backs(scene, '14:05')).toEqual([])
    resolve(scene, '14:10')
    expect(backs(scene, '14:11')).toMatchObject([{ meeting: { group: 'art' }, to: 'sam' }])
    const ended = given()
    resolve(ended, '14:10')
    ended.on('14:12', { type: 'meeting.ended', meeting: meetingId('art') as MeetingId })
    expect(backs(ended, '14:13')).toEqual([])
    give(scene, '14:12', 'sam', 'jonas')
    expect(backs(scene, '14:13')).toEqual([])
  })

  it('O-10 is not offered back to who is off shift or at another alert', () => {
    const off = given()
    resolve(off, '14:10')
    off.on('14:11', { type: 'member.shift-ended', member: 'sam' as MemberId })
    expect(backs(off, '14:12')).toEqual([])
    const scene = given()
    resolve(scene, '14:10')
    const next = { alert: 'alert-0002' as AlertId, place: null, stay: null, silent: false, drill: false }
    const more = { kind: 'conflict', priority: 'medium', needed: 2, ladder: [], seenAt: at('14:11') } as const
    scene.on('14:11', { type: 'alert.raised', ...next, ...more }, 'sam')
    expect(backs(scene, '14:12')).toEqual([])
  })

  it('O-10 is not offered where it was given away after the alert', () => {
    const scene = calmDay()
    emergency(scene, '14:01', 'helen', ['sam'])
    resolve(scene, '14:03')
    give(scene, '14:04', 'jonas', 'sam')
    expect(backs(scene, '14:05')).toEqual([])
  })
})

describe('the end of a shift', () => {
  it('O-5 leaves behind what is near; what it would lose of today is all of it', () => {
    const scene = calmDay()
    expect(losesLeader(scene.rows('charge'), 'mei' as MemberId, now).map(({ group }) => group)).toEqual([
      'process-a',
      'family'
    ])
    scene.on('14:02', { type: 'member.shift-ended', member: 'mei' as MemberId })
    expect(leftOff(scene.rows('charge'), now).map(({ meeting }) => meeting.group)).toEqual(['process-a'])
    expect(losesLeader(scene.rows('charge'), 'karim' as MemberId, now).map(({ group }) => group)).toEqual([
      'distress'
    ])
  })
})
