import { describe, expect, it } from 'vitest'
import { followed, isAnsweredBy, openAlerts } from '../../../client/alerts/open-alerts.ts'
import { claimOf } from '../../../client/tablet/claims.ts'
import { firstRaisedAt, isLate } from '../../../client/tablet/late.ts'
import { isAgain } from '../../../shared/alerts/began.ts'
import { leaderOf, namesOf, responderNames } from '../../../client/tablet/responders.ts'
import { toldSays, unshownSays } from '../../../client/tablet/told.ts'
import { beganAt } from '../../../shared/alerts/began.ts'
import type { AlertId, MemberId, PlaceId } from '../../../shared/ids.ts'
import { defaultLadder } from '../../../shared/profile/profile.ts'
import { mapleHouse } from '../../browser/gallery/maple.ts'
import { at, type Scene } from '../../browser/gallery/scene.ts'

const [first, second] = ['alert-one' as AlertId, 'alert-two' as AlertId]
const [priya, karim, helen, leo] = ['priya', 'karim', 'helen', 'leo'] as MemberId[] as [
  MemberId,
  MemberId,
  MemberId,
  MemberId
]

function raise(scene: Scene, time: string, alert: AlertId, by: string, seen = time): void {
  const what = { kind: 'medical', priority: 'high', silent: false, drill: false, needed: 4 } as const
  const where = { place: 'day-room' as PlaceId, stay: null }
  const how = { ladder: defaultLadder, seenAt: at(seen), members: [priya, karim] }
  scene.on(time, { type: 'alert.raised', alert, ...what, ...where, ...how }, by)
}

function twice(): Scene {
  const scene = mapleHouse()
  raise(scene, '14:07', first, 'karim')
  raise(scene, '14:07:20', second, 'priya')
  scene.on('14:07:20', { type: 'alert.merged', alert: second, into: first }, 'priya')
  return scene
}

const rows = (scene: Scene) => scene.rows('tablet').alerts
const row = (scene: Scene) => rows(scene)[first] ?? raiseError()
const raiseError = (): never => {
  throw new Error('the alert is not in view')
}

describe('an alert that was merged', () => {
  it('T-16 is followed into the one that goes on, which stands there once', () => {
    const alerts = rows(twice())
    expect(followed(alerts, second)?.id).toBe(first)
    expect(followed(alerts, first)?.id).toBe(first)
    expect(followed(alerts, 'no such alert')).toBeUndefined()
    expect(openAlerts(alerts).map(({ id }) => id)).toEqual([first])
  })

  it('T-16 stands for itself once the other has left the view', () => {
    const { [first]: _gone, ...left } = rows(twice())
    expect(followed(left, second)?.id).toBe(second)
  })

  it('T-16 counts its raiser among those who raised the other: it does not take their screen', () => {
    const alert = row(twice())
    expect(alert.times).toBe(2)
    expect(namesOf(alert.raisers ?? [], twice().rows('tablet').members)).toBe('Karim Brandt, Priya Sato')
    expect(isAnsweredBy(alert, priya)).toBe(true)
    expect(claimOf(alert, priya, new Map())).toBe('strip')
    expect(claimOf(alert, helen, new Map())).toBe('whole')
  })
})

describe('what people do there', () => {
  it('T-18 stands with their names, and who leads is known to the others', () => {
    const scene = twice()
    scene.on('14:08', { type: 'alert.arrived', alert: first, who: helen }, 'helen')
    scene.on('14:09', { type: 'alert.role-taken', alert: first, who: helen, role: 'lead' }, 'helen')
    const members = scene.rows('tablet').members
    expect(responderNames(row(scene), 'there', members)).toContain('Helen Strand (leads)')
    expect(leaderOf(row(scene), priya)).toBe(helen)
    expect(leaderOf(row(scene), helen)).toBeNull()
  })
})

describe('who was told', () => {
  const time = (instant: number) => `${Math.round((instant - at('14:07')) / 1000)} s`

  it('T-22 is said with when and why, in order', () => {
    const scene = twice()
    expect(toldSays(row(scene), time)).toBe('whoever is on shift at 0 s.')
    const told = { type: 'alert.escalated', alert: first, members: [helen] } as const
    scene.on('14:08', { ...told, step: 1, why: 'declined' }, 'leo')
    scene.on('14:09', { ...told, step: 2, why: 'time' }, { kind: 'clock' })
    expect(toldSays(row(scene), time).split('; ')).toEqual([
      'whoever is on shift at 0 s',
      expect.stringContaining('at 60 s, somebody cannot come'),
      expect.stringContaining('at 120 s, nobody had answered.')
    ])
  })

  it('T-22 says that no display has shown it and who was told for that, until one has', () => {
    const scene = twice()
    expect(unshownSays(row(scene), time)).toBeNull()
    scene.on('14:07:05', { type: 'alert.unshown', alert: first }, { kind: 'clock' })
    const told = { type: 'alert.escalated', alert: first, step: 1, members: [leo], why: 'unshown' } as const
    scene.on('14:07:05', told, { kind: 'clock' })
    expect(unshownSays(row(scene), time)).toMatch(/^No wall display has shown it\. Told at 5 s for that: /)
    expect(toldSays(row(scene), time)).toBe('whoever is on shift at 0 s.')
    const shown = { alert: first, screen: 'Day room', audience: 'wall', sounded: false } as const
    scene.on('14:08', { type: 'alert.shown', ...shown }, { kind: 'clock' })
    expect(unshownSays(row(scene), time)).toBeNull()
    expect(toldSays(row(scene), time)).toContain('no display showed it')
  })
})

describe('an alert that could not be sent at once', () => {
  it('T-29 carries its age from when it began, unless only two clocks differ', () => {
    const scene = mapleHouse()
    raise(scene, '14:07', first, 'karim', '14:03')
    expect(isLate(row(scene))).toBe(true)
    expect(beganAt(row(scene))).toBe(at('14:03'))
    const near = mapleHouse()
    raise(near, '14:07', first, 'karim', '14:06:58')
    expect(beganAt(row(near))).toBe(at('14:07'))
  })
  it('T-29 counts from when it began again, and is no longer said to be late', () => {
    const scene = mapleHouse()
    raise(scene, '14:07', first, 'karim', '14:03')
    expect(isAgain(row(scene))).toBe(false)
    scene.on('14:20', { type: 'alert.resolved', alert: first, action: 'first aid', notes: null }, 'helen')
    scene.on(
      '14:50',
      { type: 'alert.raised-again', alert: first, reason: 'it goes on', members: [] },
      'helen'
    )
    expect(isAgain(row(scene))).toBe(true)
    expect(isLate(row(scene))).toBe(false)
    expect(beganAt(row(scene))).toBe(at('14:50'))
    expect(firstRaisedAt(row(scene))).toBe(at('14:03'))
  })
})
