import { minutes, takenAsSeen, type Asking } from '../asking.ts'
import type { Floor } from '../floor.ts'
import type { AlertId, PlaceId, StayId } from '../ids.ts'
import { defaultLadder, type Profile, type Rung } from '../profile/profile.ts'
import { isOver, type Alert, type Alerts } from './alert.ts'
import type { AlertEvent, Raised } from './event.ts'
import type { AlertKind, Priority } from './kind.ts'
import { neededFor, priorityOf, rank } from './priority.ts'
import { toldBy } from './telling.ts'

/** Two that are raised of the same kind in the same place this close together are one. */
export const mergesWithin = minutes(1)

export interface Raise {
  kind: AlertKind
  place: PlaceId | null
  stay?: StayId | undefined
  priority?: Priority | undefined
  silent?: boolean | undefined
  drill?: boolean | undefined
  seenAt?: number | undefined
}

/**
 * Raising is never refused for what it says: a place or a person that is no longer known is left open rather than
 * costing the alert, and a moment that cannot be right is taken as now. What another has just raised is merged into that.
 */
export function raised(raise: Raise, alerts: Alerts, floor: Floor, asking: Asking): AlertEvent[] {
  const born = birth(raise, floor, asking)
  const into = sameEvent(alerts, born, asking.now)
  const first: AlertEvent = { type: 'alert.raised', ...born }
  if (!into) return [first]
  return [first, { type: 'alert.merged', alert: born.alert, into: into.id }, ...worse(into, born)]
}

function birth(raise: Raise, { profile, census, staff }: Floor, asking: Asking): Raised {
  const { kind, place, stay, priority = priorityOf[kind], silent = false, drill = false, seenAt } = raise
  const ladder = ladderFor(profile, kind)
  return {
    alert: asking.command as string as AlertId,
    ...{ kind, priority, silent, drill, ladder },
    place: place !== null && Object.hasOwn(profile.places, place) ? place : null,
    stay: stay !== undefined && Object.hasOwn(census.stays, stay) ? stay : null,
    needed: neededFor[priority],
    seenAt: takenAsSeen(seenAt, asking.now),
    members: toldBy(
      ladder.filter(rung => rung.minutes === 0),
      staff
    )
  }
}

/** The unit's own ladder, or the one that it has for this kind, in order of its minutes. */
function ladderFor({ description }: Profile, kind: AlertKind): Rung[] {
  const ladder = description?.ladders?.[kind] ?? description?.ladder ?? defaultLadder
  return ladder.toSorted((a, b) => a.minutes - b.minutes)
}

/**
 * The open alert that this one is about: both were raised, and began, within a minute. A drill is never one with the
 * real, nor a silent one with one that everybody hears of.
 */
function sameEvent({ alerts }: Alerts, born: Raised, now: number): Alert | undefined {
  const { kind, place, stay, silent, drill, seenAt } = born
  if (place === null) return undefined
  return Object.values(alerts).find(
    alert =>
      !isOver(alert) &&
      alert.raisedAt >= now - mergesWithin &&
      Math.abs(alert.seenAt - seenAt) <= mergesWithin &&
      alert.kind === kind &&
      alert.place === place &&
      alert.silent === silent &&
      alert.drill === drill &&
      (alert.stay === stay || alert.stay === null || stay === null)
  )
}

/** What the second raiser knows better: who it is about, and that it is worse. */
function worse(into: Alert, { priority, stay }: Raised): AlertEvent[] {
  const rises = rank[priority] > rank[into.priority]
  if (!rises && (stay === null || into.stay !== null)) return []
  const said = { kind: into.kind, place: into.place, stay: into.stay ?? stay }
  const now = rises
    ? { priority, needed: neededFor[priority] }
    : { priority: into.priority, needed: into.needed }
  const described: AlertEvent = { type: 'alert.described', alert: into.id, ...said, ...now }
  return rises && into.situation.is !== 'raised'
    ? [described, { type: 'alert.reopened', alert: into.id }]
    : [described]
}
