import { describe, expect, it } from 'vitest'
import type { AlertId, MemberId, PlaceId } from '../../shared/ids.ts'
import { nextActs, type Act, type Moment } from '../../server/demo/day.ts'
import { calmDay, mapleHouse, people } from '../browser/gallery/maple.ts'
import { at, type Scene } from '../browser/gallery/scene.ts'

const never = () => 0.999
const types = (acts: Act[]) => [...new Set(acts.map(act => act.command.type))]

function moment(scene: Scene, time: string, more: Partial<Moment> = {}): Moment {
  return { rows: scene.rows('tablet'), now: at(time), since: at(time), speed: 1, random: never, ...more }
}

describe('the day that the demo plays', () => {
  it('Z-1 given rounds that are not yet due, nobody is checked', () => {
    expect(types(nextActs(moment(mapleHouse(), '06:31')))).not.toContain('check-in.complete')
  })

  it('Z-1 given a round at its last minute, the person is checked before it is late', () => {
    const acts = nextActs(moment(mapleHouse(), '06:45'))
    const checked = acts.map(act => act.command).filter(command => command.type === 'check-in.complete')
    expect(checked).toHaveLength(people.filter(([, , , , level]) => level === 'q15').length)
  })

  it('Z-1 given a check that was missed, the next one says why', () => {
    const scene = mapleHouse()
    scene.on(
      '07:00',
      { type: 'check-in.missed', stay: 's03' as never, due: at('06:45'), count: 1 },
      { kind: 'clock' }
    )
    const commands = nextActs(moment(scene, '07:01')).map(act => act.command)
    expect(commands).toContainEqual(expect.objectContaining({ stay: 's03', reason: 'short-staffed' }))
  })

  it('Z-2 given a meeting whose time has come, its facilitator starts it', () => {
    const acts = nextActs(moment(mapleHouse(), '07:00'))
    const start = acts.find(act => act.command.type === 'meeting.start')
    expect(start).toMatchObject({ by: 'leo', command: { meeting: 'exercise~2026-06-16~0700' } })
  })

  it('Z-2 given a fast day, a meeting starts early, but not before the unit would allow it', () => {
    const fast = { since: at('06:40'), speed: 60 }
    expect(types(nextActs(moment(mapleHouse(), '06:41', fast)))).toContain('meeting.start')
    const starts = nextActs(moment(mapleHouse(), '06:45', fast)).filter(
      act => act.command.type === 'meeting.start'
    )
    expect(starts.map(act => (act.command as { meeting: string }).meeting)).toEqual([
      'exercise~2026-06-16~0700'
    ])
  })

  it('Z-2 given a running meeting that is over, it is ended', () => {
    expect(types(nextActs(moment(calmDay(), '14:21')))).toContain('meeting.end')
  })

  it('Z-3 given an open alert, it is acknowledged, reached, contained, then resolved with an action', () => {
    const scene = mapleHouse()
    const alert = 'scene-alert' as AlertId
    const raise = { kind: 'tension', priority: 'low', place: 'day-room' as PlaceId, stay: null } as const
    const rest = { silent: false, drill: false, needed: 2, ladder: [], seenAt: at('06:31') }
    scene.on('06:31', { type: 'alert.raised', alert, ...raise, ...rest }, 'sam')
    expect(types(nextActs(moment(scene, '06:31:20')))).toContain('alert.acknowledge')
    const helen = 'helen' as MemberId
    scene.on(
      '06:31:20',
      { type: 'alert.acknowledged', alert, answer: 'coming', who: helen, lapses: null },
      'helen'
    )
    expect(types(nextActs(moment(scene, '06:31:40')))).toContain('alert.arrive')
    scene.on('06:31:40', { type: 'alert.arrived', alert, who: helen }, 'helen')
    expect(types(nextActs(moment(scene, '06:32:10')))).toContain('alert.contain')
    scene.on('06:32:10', { type: 'alert.contained', alert }, 'helen')
    const acts = nextActs(moment(scene, '06:32:25')).map(act => act.command)
    expect(acts).toContainEqual(
      expect.objectContaining({ type: 'alert.resolve', action: expect.stringMatching(/\w/) })
    )
  })

  it('Z-3 given an alert that is over, what it leaves is done one by one, and it is closed', () => {
    const scene = mapleHouse()
    const alert = 'scene-alert' as AlertId
    const raise = { kind: 'fire', priority: 'high', place: null, stay: null, silent: false } as const
    const rest = { drill: false, needed: 4, ladder: [], seenAt: at('06:31') }
    const owed = [{ kind: 'debrief', owner: null, due: at('12:00') } as const]
    scene.on('06:31', { type: 'alert.raised', alert, ...raise, ...rest }, 'sam')
    scene.on('06:32', { type: 'alert.resolved', alert, action: 'Toaster', notes: null, owed }, 'helen')
    const acts = (time: string) =>
      nextActs(moment(scene, time, { random: () => 0.05 })).map(act => act.command)
    expect(acts('06:33')).toContainEqual({ type: 'alert.settle', alert, owed: 'debrief' })
    scene.on('06:33', { type: 'alert.settled', alert, owed: 'debrief', note: null }, 'helen')
    expect(acts('06:34')).toContainEqual({ type: 'alert.close', alert })
  })

  it('Z-3 given an open alert, no other is raised', () => {
    const scene = mapleHouse()
    const raise = {
      kind: 'fire',
      priority: 'high',
      place: null,
      stay: null,
      silent: false,
      drill: false
    } as const
    scene.on(
      '06:31',
      { type: 'alert.raised', alert: 'a' as AlertId, ...raise, needed: 4, ladder: [], seenAt: 1 },
      'sam'
    )
    const always = { random: () => 0, speed: 600 }
    expect(types(nextActs(moment(scene, '06:31:05', always)))).not.toContain('alert.raise')
    expect(types(nextActs(moment(mapleHouse(), '06:31:05', always)))).toContain('alert.raise')
  })
})
