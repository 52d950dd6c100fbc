/** What the wall shows, from rows that the real view gives of real events. */
import { describe, expect, it } from 'vitest'
import { coming } from '../../../client/wall/coming.ts'
import { awake, isNight, watched } from '../../../client/wall/night.ts'
import { offUnit } from '../../../client/wall/off-unit.ts'
import { owed } from '../../../client/wall/owed.ts'
import { responding, running } from '../../../client/wall/running.ts'
import type { AlertRow } from '../../../shared/alerts/view.ts'
import type { MemberId, StayId } from '../../../shared/ids.ts'
import { calmDay, meetingId, people } from '../../browser/gallery/maple.ts'
import { at } from '../../browser/gallery/scene.ts'
import { busyDay, wallStates } from '../../browser/gallery/wall-states.ts'

const calm = calmDay().rows('wall')
const busy = busyDay().rows('wall')

/** Members of the calm day when these, or all of them, have gone home. */
const offShift = (...ids: string[]) =>
  Object.fromEntries(
    Object.entries(calm.members).map(([id, row]) => [
      id,
      ids.length === 0 || ids.includes(id) ? { ...row, onShift: false } : row
    ])
  )

describe('checks that are owed', () => {
  it('X-2 stand most overdue first, late from the minute each is due', () => {
    const list = owed(busy, at('14:18:20'))
    expect(list.filter(({ late }) => late).map(({ alias }) => alias)).toEqual(['Deer 7', 'Mole 4', 'Lynx 9'])
    expect(list.map(({ due }) => due)).toEqual([...list.map(({ due }) => due)].sort((a, b) => a - b))
    const first = list[0]
    expect(owed(busy, (first?.due ?? 0) - 1)[0]?.late).toBe(false)
    expect(owed(busy, first?.due ?? 0)[0]?.late).toBe(true)
  })

  it('X-2 leave out who is off the unit, and who is watched without a break', () => {
    const names = owed(busy, at('14:18')).map(({ alias }) => alias)
    expect(names).not.toContain('Crane 6')
    expect(names).not.toContain('Robin 1')
    expect(names).toHaveLength(people.length - 4)
  })

  it('have a ring of what is left of their interval', () => {
    const heron = owed(calm, at('14:05')).find(({ alias }) => alias === 'Heron 7')
    const { from, due } = calm.checkIns['s19'] ?? { from: 0, due: 0 }
    expect(heron?.left).toBeCloseTo((((due ?? 0) - at('14:05')) / ((due ?? 0) - from)) * 100)
    expect(owed(calm, at('20:00')).every(({ left }) => left === 0)).toBe(true)
  })
})

describe('meetings that run', () => {
  it('say who is not there, and how far they have come', () => {
    const [relapse, art] = running(calm, at('14:05'), true)
    expect(relapse?.missing).toEqual(['Wren 3'])
    expect(relapse?.gone).toBeCloseTo(70)
    expect(relapse?.leading).toEqual({ is: 'led', names: ['Dana Whitfield'] })
    expect(art?.missing).toEqual([])
    expect(art?.here).toHaveLength(8)
  })

  it('X-4 stand in order of start and are kept, when there is no room, where someone is missing', () => {
    const all = running(busy, at('14:18'), true)
    expect(all.map(({ row }) => row.startsAt)).toEqual([...all.map(({ row }) => row.startsAt)].sort())
    const kept = [...all].sort((a, b) => a.rank - b.rank).map(({ row }) => row.group)
    expect(kept).toEqual(['relapse', 'distress', 'art', 'exercise'])
  })

  it('X-4 have no leader while theirs responds to an open alert, and say who left', () => {
    const { rows } = wallStates.crisis()
    const art = running(rows, at('14:09'), true).find(({ row }) => row.group === 'art')
    expect(art?.leading).toEqual({ is: 'nobody', left: 'Sam Whitaker' })
    expect(art?.rank).toBe(0)
  })

  it('X-4 have their leader back once the alert is over', () => {
    const { rows } = wallStates.crisis()
    const over = Object.fromEntries(
      Object.entries(rows.alerts).map(([id, row]) => [id, { ...row, situation: 'resolved' } as AlertRow])
    )
    expect(responding({ alerts: over }).size).toBe(0)
    const art = running({ ...rows, alerts: over }, at('14:09'), true).find(({ row }) => row.group === 'art')
    expect(art?.leading.is).toBe('led')
  })

  it('X-4 are led by a co-facilitator who stayed', () => {
    const { rows } = wallStates.crisis()
    const id = meetingId('art')
    const row = rows.meetings[id]
    if (!row) throw new Error('no art')
    const meetings = { ...rows.meetings, [id]: { ...row, coFacilitators: ['mei' as MemberId] } }
    const art = running({ ...rows, meetings }, at('14:09'), true).find(one => one.row.id === id)
    expect(art?.leading).toEqual({ is: 'led', names: ['Mei Tanaka'] })
  })

  it('X-4 have no leader while theirs is off shift, and nobody left them', () => {
    const members = offShift('sam')
    const art = running({ ...calm, members }, at('14:09'), true).find(({ row }) => row.group === 'art')
    expect(art?.leading).toEqual({ is: 'nobody', left: null })
    expect(art?.rank).toBe(0)
  })

  it('miss nobody before attendance has begun', () => {
    const scene = calmDay()
    const meeting = meetingId('process-a')
    scene.on(
      '14:30',
      { type: 'meeting.started', meeting, place: calm.meetings[meeting]?.place ?? ('' as never) },
      'mei'
    )
    const before = running(scene.rows('wall'), at('14:31'), true).find(({ row }) => row.id === meeting)
    expect(before).toMatchObject({ taken: false, missing: [] })
    const place = before?.row.place ?? ('' as never)
    const stay = 's10' as StayId
    scene.on('14:32', { type: 'meeting.attended', meeting, stay, attendance: 'present', place }, 'mei')
    const after = running(scene.rows('wall'), at('14:33'), true).find(({ row }) => row.id === meeting)
    expect(after?.taken).toBe(true)
    expect(after?.missing.length).toBeGreaterThan(0)
  })

  it('name nobody where visitors may stand', () => {
    for (const one of running(calm, at('14:05'), false))
      expect(one).toMatchObject({ leading: { is: 'untold' }, here: [], missing: [] })
  })
})

describe('meetings that come', () => {
  it('X-4 stand soonest first; without a leader they are a hole', () => {
    const [first] = coming(busy, at('14:18'), true)
    expect(first?.row.group).toBe('process-a')
    expect(first?.leading).toEqual({ is: 'nobody', left: null })
  })

  it('X-4 are a hole half an hour before while their leader is off shift, not earlier', () => {
    const process = meetingId('process-a')
    const rows = { ...calm, members: offShift('mei') }
    const one = (asOf: number) => coming(rows, asOf, true).find(({ row }) => row.id === process)
    expect(one(at('14:05'))?.leading).toEqual({ is: 'nobody', left: null })
    expect(one(at('13:55'))?.leading).toEqual({ is: 'led', names: ['Mei Tanaka'] })
    const row = calm.meetings[process]
    if (!row) throw new Error('no process group')
    const hours = 15 * 3_600_000
    const morning = { ...row, startsAt: row.startsAt + hours, endsAt: row.endsAt + hours }
    const [led] = coming({ ...rows, meetings: { [process]: morning } }, at('22:00'), true)
    expect(led?.leading).toEqual({ is: 'led', names: ['Mei Tanaka'] })
  })

  it('are late once their time has come, and gone once it is over', () => {
    const process = meetingId('process-a')
    const one = (time: string) => coming(calm, at(time), true).find(({ row }) => row.id === process)
    expect(one('14:29')?.late).toBe(false)
    expect(one('14:30')?.late).toBe(true)
    expect(one('15:20')).toBeUndefined()
  })
})

describe('off the unit', () => {
  it('stand by when they are expected back; late from then on', () => {
    expect(offUnit(calm, at('15:09')).map(({ alias, late }) => [alias, late])).toEqual([
      ['Crane 6', false],
      ['Ibis 3', false]
    ])
    expect(offUnit(calm, at('15:10')).map(({ late }) => late)).toEqual([true, false])
  })
})

describe('the night', () => {
  const { rows } = wallStates.night()

  it('is told by the unit’s own clock', () => {
    expect([20, 21, 3, 6, 7].map(isNight)).toEqual([false, true, true, true, false])
    expect(isNight(null)).toBe(false)
  })

  it('shows who is watched, and who was awake when last seen, latest first', () => {
    expect(watched(rows).map(({ alias }) => alias)).toEqual(['Robin 1'])
    expect(awake(rows).map(({ stay }) => stay.alias)).toEqual(['Hare 1', 'Lynx 9', 'Wren 3'])
  })
})
