import type { Decision } from '../asking.ts'
import { refuse } from '../refusal.ts'
import type { ProfileCommand } from './command.ts'
import { PlaceKind, type Profile, type ProfileEvent } from './profile.ts'
import { standingOf } from './standing.ts'
import { same } from '../same.ts'
import type { PlaceId } from '../ids.ts'

/** `inUse`: whether something open still points at a place. */
export function decideProfile(
  profile: Profile,
  command: ProfileCommand,
  inUse: (place: PlaceId) => boolean
): Decision<ProfileEvent> {
  switch (command.type) {
    case 'profile.describe':
      if (!isTimeZone(command.description.timeZone)) {
        return refuse('time-zone-unknown', { timeZone: command.description.timeZone })
      }
      if (same(command.description, profile.description)) return refuse('no-change')
      return [{ type: 'profile.described', description: command.description }]
    case 'place.open':
    case 'place.change': {
      const { place, name, kind } = command
      const now = profile.places[place]
      if (same(now, { id: place, name, kind })) return refuse('no-change')
      if (now?.kind !== kind && !isKind(profile, kind)) return refuse('code-unknown', { code: kind })
      return [{ type: now ? 'place.changed' : 'place.opened', place, name, kind }]
    }
    case 'place.retire':
      if (!profile.places[command.place]) return refuse('place-unknown', { place: command.place })
      if (inUse(command.place)) return refuse('place-in-use', { place: command.place })
      return [{ type: 'place.retired', place: command.place }]
  }
}

/** Not a retired one either: what has it keeps it. */
const isKind = ({ description }: Profile, kind: string): boolean =>
  standingOf(kind, description?.codes?.placeKinds, PlaceKind.options) === 'in-use'

/** A name or a plain offset. Temporal alone would also take an instant that says its zone, which nothing else can read. */
const zoneName = /^(?:[A-Za-z][A-Za-z0-9_+/-]*|[+-]\d{2}(?::?\d{2})?)$/

export function isTimeZone(timeZone: string): boolean {
  if (!zoneName.test(timeZone)) return false
  try {
    Temporal.PlainDate.from('2026-01-01').toZonedDateTime(timeZone)
    return true
  } catch {
    return false
  }
}
