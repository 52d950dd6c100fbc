/** What has happened on Maple House before a tablet is looked at, and what Priya Sato has open on hers. */
import type { AlertKind, Priority } from '../../../shared/alerts/kind.ts'
import { neededFor, priorityOf } from '../../../shared/alerts/priority.ts'
import type { AlertId, MemberId, PlaceId, StayId } from '../../../shared/ids.ts'
import { defaultLadder } from '../../../shared/profile/profile.ts'
import { intervalOf } from '../../../shared/census/stay.ts'
import { ended, mapleHouse, meetingId, people, running, seen } from './maple.ts'
import { at, type Scene } from './scene.ts'
import type { Still } from './still.ts'

export const me = 'priya' as MemberId
export const screens = Array.from({ length: 15 }, (_, i) => ({
  name: `Screen ${i + 1}`,
  audience: 'wall' as const,
  seq: 100_000,
  ago: 900
}))

export interface More {
  by?: string
  stay?: string
  priority?: Priority
  silent?: boolean
  drill?: boolean
}

export function raise(scene: Scene, time: string, kind: AlertKind, place: string, more: More = {}): AlertId {
  const { by = 'karim', stay = null, priority = priorityOf[kind], silent = false, drill = false } = more
  const alert = `${kind}-${time.replaceAll(':', '')}` as AlertId
  const where = { place: place as PlaceId, stay: stay as StayId | null }
  const how = { silent, drill, needed: neededFor[priority], ladder: defaultLadder, seenAt: at(time) }
  const members = [me, 'helen' as MemberId]
  scene.on(time, { type: 'alert.raised', alert, kind, priority, ...where, ...how, members }, by)
  return alert
}

export function answer(scene: Scene, time: string, alert: AlertId, who: string): void {
  const lapses = at(time) + 180_000
  scene.on(time, { type: 'alert.acknowledged', alert, answer: 'coming', who: who as MemberId, lapses }, who)
}

/** Everybody but those named was seen within their interval, spread over it. */
function seenBy(scene: Scene, now: string, places: readonly string[], except: readonly string[]): void {
  people.forEach(([id, , , , level], i) => {
    const interval = intervalOf[level]
    if (
      interval === null ||
      except.includes(id) ||
      scene.state.census.stays[id as StayId]?.whereabouts.is !== 'here'
    )
      return
    const used = Math.round((0.1 + ((i * 37) % 61) / 100) * interval) * 60_000
    seen(scene, id, at(now) - used, places[i % places.length], 'sitting', 'calm', i % 2 ? 'priya' : 'karim')
  })
}

/** Five past two: one check late, others soon, two groups running, two people off the unit. */
export function afternoon(): Scene {
  const scene = mapleHouse()
  const away = (stay: string, destination: string, back: string) =>
    scene.on(
      '13:20',
      { type: 'stay.left', stay: stay as StayId, destination, escort: null, back: at(back) },
      'leo'
    )
  away('s20', 'dental clinic', '15:10')
  away('s22', 'court', '16:00')
  running(scene, 'relapse', '13:30', ['s03'])
  running(scene, 'art', '13:45')
  seen(scene, 's24', '13:47', 'own-room', 'sitting', 'withdrawn', 'karim')
  seen(scene, 's23', '13:52', 'own-room')
  seenBy(scene, '14:05', ['day-room', 'courtyard', 'own-room', 'day-room', 'hallway'], ['s23', 's24'])
  return scene
}

/** Six minutes into Priya's group: some came, one late, one excused, two not here. */
export function inGroup(): Scene {
  const scene = afternoon()
  ended(scene, 'relapse', '14:20')
  ended(scene, 'art', '14:45')
  seenBy(scene, '15:04', ['day-room', 'own-room', 'courtyard'], [])
  running(scene, 'process-b', '15:00', ['s13'])
  const meeting = meetingId('process-b')
  const place = 'group-1' as PlaceId
  for (const [stay, attendance] of [
    ['s08', 'late'],
    ['s11', 'expected'],
    ['s12', 'excused']
  ] as const)
    scene.on('15:05', { type: 'meeting.attended', meeting, stay: stay as StayId, attendance, place }, me)
  return scene
}

export const tablet = (scene: Scene, now: string, route: string, more: Partial<Still> = {}): Still =>
  scene.still('Tablet', 'tablet', now, { screens, ...more, props: { member: me, route, ...more.props } })

/** What this device had raised, as its page remembers it. */
export interface TabletState {
  still: Still
  raised?: { id: string; fields: Record<string, unknown>; epoch: string | null; aside: boolean }[]
}
