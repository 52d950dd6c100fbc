/** What crises left on Maple House: alerts that were resolved, things late, put off, done and nobody's, a restraint. */
import { owedAfter } from '../../../shared/alerts/afterwards.ts'
import type { AlertKind } from '../../../shared/alerts/kind.ts'
import { bandOf, orderHolds } from '../../../shared/alerts/order-holds.ts'
import type { OwedKind } from '../../../shared/alerts/owed.ts'
import { neededFor, priorityOf } from '../../../shared/alerts/priority.ts'
import type { AgeBand, RestraintKind } from '../../../shared/alerts/restraint.ts'
import type { AlertId, CommandId, MemberId, PlaceId, StayId } from '../../../shared/ids.ts'
import { defaultLadder } from '../../../shared/profile/profile.ts'
import { calmDay, mapleHouse } from './maple.ts'
import { at, type Scene } from './scene.ts'
import type { Still } from './still.ts'

interface Raise {
  place: string
  stay?: string
  drill?: boolean
  by?: string
}

/** An alert with somebody there; open. */
export function raised(
  scene: Scene,
  time: string,
  kind: AlertKind,
  { place, stay, drill = false, by = 'karim' }: Raise
): AlertId {
  const alert = `${kind}-${time.replace(':', '')}` as AlertId
  const [priority, seenAt] = [priorityOf[kind], at(time)]
  const where = { place: place as PlaceId, stay: (stay ?? null) as StayId | null }
  const how = { silent: false, drill, needed: neededFor[priority], ladder: defaultLadder, seenAt }
  scene.on(time, { type: 'alert.raised', alert, kind, priority, ...where, ...how }, by)
  scene.on(seenAt + 40_000, { type: 'alert.arrived', alert, who: 'priya' as MemberId }, 'priya')
  return alert
}

/** Resolved, with what the unit's own rule says that it owes. */
export function resolved(scene: Scene, time: string, alert: AlertId, action: string, by = 'priya'): void {
  const standing = scene.state.alerts.alerts[alert]
  if (!standing) throw new Error(`no alert ${alert}`)
  const owed = owedAfter(standing, scene.state, at(time))
  scene.on(time, { type: 'alert.resolved', alert, action, notes: 'Notes that no screen shows.', owed }, by)
}

export function settled(scene: Scene, time: string, alert: AlertId, owed: OwedKind, by: string): void {
  scene.on(time, { type: 'alert.settled', alert, owed, note: null }, by)
}

export function given(scene: Scene, time: string, alert: AlertId, owed: OwedKind, to: string): void {
  scene.on(time, { type: 'alert.assigned', alert, owed, to: to as MemberId }, 'ruth')
}

export function putOff(scene: Scene, time: string, alert: AlertId, owed: OwedKind, until: number): void {
  const reason = 'The family asked to be called when both parents are at home.'
  scene.on(time, { type: 'alert.deferred', alert, owed, reason, until }, 'ruth')
}

export function held(
  scene: Scene,
  time: string,
  alert: AlertId,
  kind: RestraintKind,
  band: AgeBand = bandOf.adult
): CommandId {
  const startedAt = at(time)
  const restraint = `held-${time.replace(':', '')}` as CommandId
  const clocks = { orderUntil: startedAt + orderHolds[band], faceToFaceDue: startedAt + 3_600_000 }
  scene.on(time, { type: 'alert.restrained', alert, restraint, kind, band, startedAt, ...clocks }, 'helen')
  return restraint
}

/** Ten past four: one crisis of the early afternoon with its five things, one small one, one with nobody in charge. */
export function afternoon(): { scene: Scene; alert: AlertId } {
  const scene = calmDay()
  const alert = raised(scene, '14:10', 'behavioural', { place: 'day-room', stay: 's24' })
  const done = 'Talked down. Moved to the quiet room. Medication given by a nurse'
  resolved(scene, '14:38', alert, done)
  settled(scene, '15:20', alert, 'debrief', 'priya')
  given(scene, '15:22', alert, 'plan-review', 'priya')
  given(scene, '15:23', alert, 'level-review', 'priya')
  putOff(scene, '15:40', alert, 'family-notice', at('18:00'))
  scene.on('15:45', { type: 'member.shift-ended', member: 'ruth' as MemberId }, 'ruth')
  const second = raised(scene, '15:50', 'property', { place: 'dining', by: 'leo' })
  resolved(scene, '15:58', second, 'Cleared and made safe')
  scene.on('16:00', { type: 'member.shift-started', member: 'ruth' as MemberId }, 'ruth')
  const third = raised(scene, '15:02', 'medical', { place: 'courtyard', stay: 's05', by: 'sam' })
  resolved(scene, '15:08', third, 'Handed to the medical team')
  return { scene, alert }
}

/** An alert that still goes on, with somebody held since 14:06. */
export function holding(): { scene: Scene; alert: AlertId } {
  const scene = mapleHouse()
  const alert = raised(scene, '14:00', 'behavioural', { place: 'day-room', stay: 's24' })
  held(scene, '14:06', alert, 'seclusion')
  return { scene, alert }
}

const tablet = (
  scene: Scene,
  now: string,
  route: string,
  member = 'priya',
  more: Partial<Still> = {}
): Still => scene.still('Tablet', 'tablet', now, { ...more, props: { member, route } })

const charge = (scene: Scene, now: string): Still =>
  scene.still('Charge', 'charge', now, { props: { member: 'ruth' } })

function resolving(): Still {
  const scene = mapleHouse()
  const alert = raised(scene, '14:10', 'behavioural', { place: 'day-room', stay: 's24' })
  return tablet(scene, '14:19', `#/alert/${alert}/resolve`)
}

/** Everything of one alert done or put off: it can be closed. */
function settledAll(): Still {
  const { scene, alert } = afternoon()
  for (const owed of ['level-review', 'plan-review', 'community-word'] as const)
    settled(scene, '16:02', alert, owed, 'priya')
  return tablet(scene, '16:10', `#/alert/${alert}`)
}

function reopenable(): Still {
  const { scene, alert } = afternoon()
  return tablet(scene, '15:30', `#/alert/${alert}`)
}

function heldLate(): Still {
  const { scene, alert } = holding()
  return tablet(scene, '15:20', `#/alert/${alert}/restraint`)
}

function chargeHeld(): Still {
  const { scene } = afternoon()
  const alert = raised(scene, '15:30', 'conflict', { place: 'workshop', stay: 's12' })
  const restraint = held(scene, '15:31', alert, 'restraint')
  scene.on('15:55', { type: 'alert.released', alert, restraint, seenAt: at('15:55') }, 'helen')
  return charge(scene, '16:10')
}

/** Of the day room, and nobody said yet whom it was about. */
function unnamed(is: 'open' | 'resolved'): Still {
  const scene = calmDay()
  const alert = raised(scene, '14:10', 'behavioural', { place: 'day-room' })
  if (is === 'open') return tablet(scene, '14:19', `#/alert/${alert}/resolve`)
  resolved(scene, '14:38', alert, 'Talked down')
  return tablet(scene, '15:10', `#/alert/${alert}`)
}

export const afterStates: Record<string, () => Still> = {
  'who-resolve': () => unnamed('open'),
  'who-owed': () => unnamed('resolved'),
  resolve: resolving,
  'resolve-held': () => {
    const { scene, alert } = holding()
    return tablet(scene, '14:20', `#/alert/${alert}/resolve`)
  },
  'resolve-drill': () => {
    const scene = mapleHouse()
    const alert = raised(scene, '14:10', 'fire', { place: 'workshop', drill: true })
    return tablet(scene, '14:19', `#/alert/${alert}/resolve`)
  },
  owed: () => {
    const { scene, alert } = afternoon()
    return tablet(scene, '16:10', `#/alert/${alert}`)
  },
  'owed-unlicensed': () => {
    const { scene, alert } = afternoon()
    return tablet(scene, '16:10', `#/alert/${alert}`, 'leo')
  },
  'owed-all': settledAll,
  reopen: reopenable,
  todo: () => tablet(afternoon().scene, '16:10', '#/todo'),
  'todo-none': () => tablet(mapleHouse(), '14:05', '#/todo'),
  held: () => {
    const { scene, alert } = holding()
    return tablet(scene, '14:24', `#/alert/${alert}/restraint`, 'helen')
  },
  'held-unlicensed': () => {
    const { scene, alert } = holding()
    return tablet(scene, '14:24', `#/alert/${alert}/restraint`, 'leo')
  },
  'held-late': heldLate,
  'held-alert': () => {
    const { scene, alert } = holding()
    return tablet(scene, '14:24', `#/alert/${alert}`)
  },
  restrain: () => {
    const scene = mapleHouse()
    const alert = raised(scene, '14:00', 'behavioural', { place: 'day-room', stay: 's24' })
    return tablet(scene, '14:24', `#/alert/${alert}/restraint`)
  },
  charge: () => charge(afternoon().scene, '16:10'),
  'charge-held': chargeHeld
}
