import { describe, expect, it } from 'vitest'
import { openAlerts } from '../../../client/alerts/open-alerts.ts'
import { alertSays, iconOf, titleOf } from '../../../client/alerts/title.ts'
import type { AlertKind } from '../../../shared/alerts/kind.ts'
import { priorityOf } from '../../../shared/alerts/priority.ts'
import type { AlertId, PlaceId, StayId } from '../../../shared/ids.ts'
import { defaultLadder } from '../../../shared/profile/profile.ts'
import { mapleHouse } from '../../browser/gallery/maple.ts'
import { at, type Scene } from '../../browser/gallery/scene.ts'

function raise(scene: Scene, kind: AlertKind, more: { silent?: boolean; drill?: boolean } = {}): Scene {
  const { silent = false, drill = false } = more
  const what = { alert: `${kind}-1` as AlertId, kind, priority: priorityOf[kind], silent, drill, needed: 4 }
  const where = { place: 'day-room' as PlaceId, stay: 's01' as StayId }
  scene.on(
    '14:07',
    { type: 'alert.raised', ...what, ...where, ladder: defaultLadder, seenAt: at('14:07') },
    'karim'
  )
  return scene
}

function tab(scene: Scene): { title: string; icon: string } {
  const { alerts, places } = scene.rows('tablet')
  const open = openAlerts(alerts)
  return { title: titleOf(open, places, 'Maple House'), icon: iconOf(open) }
}

describe('the tab of a page', () => {
  it('T-25 is named after the unit while nothing is open', () => {
    expect(tab(mapleHouse())).toEqual({ title: 'Maple House', icon: '/icon.svg' })
  })

  it('T-25 begins with the worst alert, how many there are, and wears its mark', () => {
    const scene = raise(mapleHouse(), 'conflict')
    expect(tab(scene)).toEqual({
      title: '!! Conflict between peers, Day room | Maple House',
      icon: '/icon-medium.svg'
    })
    expect(tab(raise(scene, 'fire'))).toEqual({
      title: '!!! (2) Fire, Day room | Maple House',
      icon: '/icon-high.svg'
    })
    const ended = { type: 'alert.resolved', action: 'out', notes: 'out' } as const
    scene.on('14:30', { ...ended, alert: 'fire-1' as AlertId }, 'karim')
    expect(tab(scene).icon).toBe('/icon-medium.svg')
  })

  it('T-25 says nothing of a silent one', () => {
    const silent = raise(mapleHouse(), 'staff-duress', { silent: true })
    expect(tab(silent)).toEqual({ title: 'Maple House', icon: '/icon.svg' })
  })

  it('T-24 and T-26 is told of in words by kind and place, as a drill where it is one, without a person', () => {
    const { alerts, places } = raise(mapleHouse(), 'medical', { drill: true }).rows('tablet')
    const [alert] = openAlerts(alerts)
    expect(alert && alertSays(alert, places)).toBe('Drill: Medical emergency, Day room')
  })
})
