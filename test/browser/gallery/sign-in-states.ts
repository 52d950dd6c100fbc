/** States of the doors: signing in, and a locked tablet, calm and with alerts. */
import type { AlertId, PlaceId } from '../../../shared/ids.ts'
import type { AlertKind } from '../../../shared/alerts/kind.ts'
import { defaultLadder } from '../../../shared/profile/profile.ts'
import { neededFor, priorityOf } from '../../../shared/alerts/priority.ts'
import { calmDay } from './maple.ts'
import { at, type Scene } from './scene.ts'
import type { Still } from './still.ts'

const recents = [
  { member: 'priya', name: 'Priya Sato', at: 3 },
  { member: 'karim', name: 'Karim Brandt', at: 2 },
  { member: 'ines', name: 'Maria-Fernanda Villaseñor de la Fuente y Echeverría', at: 1 },
  { member: 'leo', name: 'Leo Marchetti', at: 0 }
]
const kept = { priya: { checks: 2, others: 0 } }

export function raise(
  scene: Scene,
  id: string,
  kind: AlertKind,
  place: string,
  time: string,
  by: string
): void {
  const priority = priorityOf[kind]
  scene.on(
    time,
    {
      type: 'alert.raised',
      alert: id as AlertId,
      kind,
      priority,
      place: place as PlaceId,
      stay: null,
      silent: false,
      drill: false,
      needed: neededFor[priority],
      ladder: defaultLadder,
      seenAt: at(time)
    },
    by
  )
}

function locked(scene: Scene, now: string, more: Partial<Still> = {}): Still {
  return scene.still('Locked', 'locked', now, { props: { recents, kept, member: 'priya' }, ...more })
}

function alarmed(): Scene {
  const scene = calmDay()
  raise(scene, 'alert-0001', 'medical', 'day-room', '14:06:50', 'helen')
  return scene
}

function several(): Scene {
  const scene = alarmed()
  raise(scene, 'alert-0002', 'conflict', 'courtyard', '14:08', 'leo')
  return scene
}

function three(): Scene {
  const scene = several()
  raise(scene, 'alert-0003', 'behavioural', 'group-2', '14:08:30', 'dana')
  return scene
}

const units = [
  { id: 'maple', name: 'Maple House', language: 'en', synthetic: true },
  { id: 'rivage', name: 'Communauté thérapeutique du Grand Rivage', language: 'fr', synthetic: true }
]

export const signInStates = {
  'sign-in': () => calmDay().still('SignIn', 'locked', '14:05', { props: { units, recents: {}, kept: {} } }),
  locked: () => locked(calmDay(), '14:05'),
  'locked-alert': () => locked(alarmed(), '14:09:04'),
  'locked-several': () => locked(several(), '14:09:04'),
  'locked-three': () => locked(three(), '14:09:04'),
  'locked-cut-off': () => locked(calmDay(), '14:06:40', { freshness: { is: 'cut-off', behind: 95_000 } })
} satisfies Record<string, () => Still>
