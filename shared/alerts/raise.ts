import { takenAsSeen, type Asking } from '../asking.ts'
import type { Census } from '../census/stay.ts'
import type { AlertId, PlaceId, StayId } from '../ids.ts'
import { defaultLadder, type Profile } from '../profile/profile.ts'
import type { AlertEvent } from './alert.ts'
import type { AlertKind, Priority } from './kind.ts'
import { neededFor, priorityOf } from './priority.ts'

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
 * costing the alert, and a moment that cannot be right is taken as now.
 */
export function raised(raise: Raise, profile: Profile, census: Census, asking: Asking): AlertEvent {
  const { kind, place, stay, priority = priorityOf[kind], silent = false, drill = false, seenAt } = raise
  return {
    type: 'alert.raised',
    alert: asking.command as string as AlertId,
    kind,
    priority,
    place: place !== null && Object.hasOwn(profile.places, place) ? place : null,
    stay: stay !== undefined && Object.hasOwn(census.stays, stay) ? stay : null,
    silent,
    drill,
    needed: neededFor[priority],
    ladder: (profile.description?.ladder ?? defaultLadder).toSorted((a, b) => a.minutes - b.minutes),
    seenAt: takenAsSeen(seenAt, asking.now)
  }
}
