import { describe, expect, it } from 'vitest'
import { claimOf } from '../../../client/tablet/claims.ts'
import type { Priority } from '../../../shared/alerts/kind.ts'
import type { AlertRow } from '../../../shared/alerts/view.ts'
import type { AlertId, MemberId, PlaceId } from '../../../shared/ids.ts'
import { defaultLadder } from '../../../shared/profile/profile.ts'
import { mapleHouse } from '../../browser/gallery/maple.ts'
import { at, type Scene } from '../../browser/gallery/scene.ts'

const [first, second] = ['alert-one', 'alert-two'] as [AlertId, AlertId]
const [priya, helen] = ['priya', 'helen'] as [MemberId, MemberId]

function on(scene: Scene, ...happened: Parameters<Scene['on']>): Scene {
  scene.on(...happened)
  return scene
}

function raise(scene: Scene, alert: AlertId, priority: Priority, drill = false): Scene {
  const what = { kind: 'medical', priority, silent: false, drill, needed: 4 } as const
  const where = { place: 'day-room' as PlaceId, stay: null }
  const how = { ladder: defaultLadder, seenAt: at('14:07') }
  return on(scene, '14:07', { type: 'alert.raised', alert, ...what, ...where, ...how }, 'karim')
}

function comes(scene: Scene): Scene {
  const lapses = at('14:11')
  const answer = { type: 'alert.acknowledged', alert: first, answer: 'coming', who: priya, lapses } as const
  return on(scene, '14:08', answer, 'priya')
}

function claim(scene: Scene, alert = second, member = priya) {
  const all = Object.values(scene.rows('tablet').alerts)
  return claimOf(all.find(({ id }) => id === alert) as AlertRow, member, new Map(), {}, all)
}

/** Priya responds to one of that priority, and another is raised. */
const during = (held: Priority, other: Priority, drill = false) =>
  raise(comes(raise(mapleHouse(), first, held)), second, other, drill)

describe('what takes the screen of a member who responds', () => {
  it.each(['high', 'medium'] as const)('T-70 is no drill, also one that is %s', priority => {
    expect(claim(during('medium', priority, true))).toBe('strip')
    expect(claim(during('medium', priority, true), second, helen)).toBe('whole')
  })

  it.each([
    ['high', 'medium', 'strip'],
    ['medium', 'medium', 'whole'],
    ['high', 'high', 'whole'],
    ['medium', 'high', 'whole']
  ] as const)('T-70 to a %s one is, of a %s one, %s', (held, other, expected) => {
    expect(claim(during(held, other))).toBe(expected)
    expect(claim(during(held, other), second, helen)).toBe('whole')
  })

  it('T-70 is the same once they are there; when it is contained only a drill is kept off', () => {
    const there = on(
      during('high', 'medium'),
      '14:09',
      { type: 'alert.arrived', alert: first, who: priya },
      'priya'
    )
    expect(claim(there)).toBe('strip')
    const contained = on(there, '14:10', { type: 'alert.contained', alert: first }, 'priya')
    expect(claim(contained)).toBe('whole')
    const third = 'alert-three' as AlertId
    expect(claim(raise(contained, third, 'high', true), third)).toBe('strip')
  })

  it('T-70 is what it was once they have answered a drill, or what they answered is over', () => {
    const drill = comes(raise(mapleHouse(), first, 'high', true))
    expect(claim(raise(drill, second, 'medium'))).toBe('whole')
    const end = { type: 'alert.resolved', alert: first, action: 'first aid', notes: null } as const
    expect(claim(on(during('high', 'medium'), '14:12', end, 'priya'))).toBe('whole')
  })
})
