import { describe, expect, it } from 'vitest'
import { leftBehind, leftOff, losesLeader } from '../../../client/charge/cover.ts'
import { candidates, previewOf, stopsLeader } from '../../../client/charge/preview.ts'
import type { CommandId, MemberId } from '../../../shared/ids.ts'
import { isRefused } from '../../../shared/refusal.ts'
import { decide } from '../../../shared/unit.ts'
import { hardStop } from '../../../shared/groups/decide-reassign.ts'
import { calmDay, meetingId } from '../../browser/gallery/maple.ts'
import { at, type Scene } from '../../browser/gallery/scene.ts'
import { drill, emergency, meetingOf, memberOf } from './unit-of.ts'

const now = at('14:05')

function previewed(scene: Scene, group: string, member: string) {
  const rows = scene.rows('charge')
  return previewOf(rows, meetingOf(rows, group), memberOf(rows, member), now)
}

describe('giving a meeting to somebody', () => {
  it('stops where no credential is in force, and names the one that has run out', () => {
    expect(previewed(calmDay(), 'process-a', 'jonas').stops).toEqual([
      {
        is: 'credential',
        needs: 'licensed',
        expired: { kind: 'licensed', body: 'LMFT', expires: '2026-05-31' }
      }
    ])
    expect(previewed(calmDay(), 'process-a', 'karim').stops).toEqual([
      { is: 'credential', needs: 'licensed', expired: null }
    ])
  })

  it('stops who is off shift, and asks for a reason where they lead another meeting then', () => {
    expect(previewed(calmDay(), 'process-a', 'nadia').stops).toEqual([{ is: 'off-shift' }])
    const { stops, against } = previewed(calmDay(), 'process-a', 'priya')
    expect([stops, against]).toMatchObject([
      [],
      [{ is: 'double-booking', other: { id: meetingId('process-b') } }]
    ])
  })

  it('stops where it is over, and where it would change nothing', () => {
    expect(previewed(calmDay(), 'exercise', 'leo').stops.map(({ is }) => is)).toEqual([
      'over',
      'leads-already'
    ])
  })

  it('warns where a meeting in another room ends shortly before', () => {
    const { stops, warnings } = previewed(calmDay(), 'process-a', 'dana')
    expect(stops).toEqual([])
    expect(warnings).toMatchObject([{ is: 'close', minutes: 10, elsewhere: true }])
  })

  it('asks for a reason where the member is at an alert, and warns where the member answers for the unit', () => {
    const scene = calmDay()
    emergency(scene, '14:01', 'helen')
    expect(previewed(scene, 'process-a', 'helen').against).toEqual([{ is: 'responds' }])
    expect(previewed(scene, 'family', 'helen').against).toEqual([])
    expect(previewed(scene, 'process-a', 'ruth').warnings).toEqual([{ is: 'in-charge' }])
  })

  it('O-1 keeps nobody from a meeting by a drill, where the unit itself does not', () => {
    const scene = calmDay()
    const alert = drill(scene, '14:01', 'helen')
    expect(Object.keys(scene.rows('charge').alerts[alert]?.responders ?? {})).toEqual(['helen'])
    expect(previewed(scene, 'process-a', 'helen').against).toEqual([])
    const command = {
      type: 'meeting.reassign',
      meeting: meetingId('process-a'),
      facilitator: 'helen' as MemberId
    } as const
    const asking = { command: 'c1' as CommandId, by: { kind: 'clock' } as const, now }
    expect(isRefused(decide(scene.state, command, asking))).toBe(false)
    const could = candidates(scene.rows('charge'), meetingOf(scene.rows('charge'), 'process-a'), now)
    expect(could.map(({ member }) => member.id)).toContain('helen')
  })

  it('O-1 and O-44 stop or ask exactly where the unit itself would, for every member and every open meeting', () => {
    const scene = calmDay()
    emergency(scene, '14:01', 'helen', ['sam'])
    const rows = scene.rows('charge')
    const { groups, profile, census, staff } = scene.state
    let asked = 0
    for (const meeting of Object.values(groups.meetings)) {
      if (meeting.situation.is === 'ended') continue
      for (const member of Object.keys(staff.members) as MemberId[]) {
        if (meeting.facilitator === member) continue
        const refused = hardStop(groups, { profile, census, staff }, meeting, member)
        const command = { type: 'meeting.reassign', meeting: meeting.id, facilitator: member } as const
        const asking = { command: 'c1' as CommandId, by: { kind: 'clock' } as const, now }
        const decided = decide(scene.state, command, asking)
        const row = rows.meetings[meeting.id]
        if (!row) throw new Error('no row')
        const { stops, against } = previewOf(rows, row, memberOf(rows, member), now)
        const named = stops.length > 0 || against.length > 0
        expect([meeting.id, member, named]).toEqual([meeting.id, member, isRefused(decided)])
        expect([meeting.id, member, stops.length > 0]).toEqual([meeting.id, member, refused !== null])
        asked++
      }
    }
    expect(asked).toBeGreaterThan(100)
  })
})

describe('who could lead it', () => {
  it('is nobody whom anything stops; who breaks nothing comes first', () => {
    const rows = calmDay().rows('charge')
    const could = candidates(rows, meetingOf(rows, 'process-a'), now).map(({ member }) => member.id)
    expect(could).toEqual(['helen', 'kofi', 'dana', 'ruth'])
  })
})

describe('what an alert leaves behind', () => {
  it('is the meeting of who answers it, with the best who could take it', () => {
    const scene = calmDay()
    const id = emergency(scene, '14:01', 'helen', ['sam'])
    const rows = scene.rows('charge')
    const alert = rows.alerts[id]
    if (!alert) throw new Error('no alert')
    const left = leftBehind(rows, alert, now)
    expect(left).toMatchObject([{ meeting: { group: 'art' }, member: 'sam', why: 'coming', led: null }])
    expect(left[0]?.cover?.member.id).toBe('jonas')
  })

  it('is nothing where those who answer lead nothing now or soon', () => {
    const scene = calmDay()
    const id = emergency(scene, '14:01', 'helen')
    const rows = scene.rows('charge')
    const alert = rows.alerts[id]
    if (!alert) throw new Error('no alert')
    expect(leftBehind(rows, alert, now)).toEqual([])
  })
})

describe('the end of a shift', () => {
  const ended = () => {
    const scene = calmDay()
    scene.on('14:02', { type: 'member.shift-ended', member: 'karim' as MemberId })
    return scene.rows('charge')
  }

  it('leaves the meetings of today that only this member leads', () => {
    const rows = calmDay().rows('charge')
    const lost = (id: string) => losesLeader(rows, id as MemberId, now).map(({ group }) => group)
    expect([lost('karim'), lost('kofi'), lost('leo')]).toEqual([['distress'], [], []])
    expect(losesLeader(ended(), 'karim' as MemberId, now)).toEqual([])
  })

  it('is followed by the best who could take them', () => {
    expect(leftOff(calmDay().rows('charge'), now)).toEqual([])
    const [left, ...others] = leftOff(ended(), at('15:05'))
    expect(left).toMatchObject({ meeting: { group: 'distress' }, member: 'karim', why: 'off' })
    expect(left?.cover?.stops).toEqual([])
    expect(others).toEqual([])
  })
})

describe('who leads it already', () => {
  it('is stopped by a licence that has run out since, and by the end of the shift', () => {
    const scene = calmDay()
    const rows = scene.rows('charge')
    expect(stopsLeader(rows, meetingOf(rows, 'process-a'))).toEqual([])
    const mei = scene.state.staff.members['mei' as MemberId]
    if (!mei) throw new Error('no member')
    const { name, roles, language, credentials } = mei
    const out = credentials.map(one => ({ ...one, expires: '2026-06-15' }))
    const description = { name, roles: [...roles], language, credentials: out }
    scene.on('14:01', { type: 'member.described', member: mei.id, description })
    scene.on('14:02', { type: 'member.shift-ended', member: mei.id })
    const then = scene.rows('charge')
    expect(stopsLeader(then, meetingOf(then, 'process-a'))).toMatchObject([
      { is: 'credential', expired: { body: 'LPC' } },
      { is: 'off-shift' }
    ])
  })
})
