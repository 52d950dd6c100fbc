import type { Decision } from '../asking.ts'
import { refuse } from '../refusal.ts'
import type { ProfileCommand } from './command.ts'
import type { Profile, ProfileEvent } from './profile.ts'

export function decideProfile(profile: Profile, command: ProfileCommand): Decision<ProfileEvent> {
  switch (command.type) {
    case 'profile.describe':
      if (!isTimeZone(command.description.timeZone)) {
        return refuse('time-zone-unknown', { timeZone: command.description.timeZone })
      }
      if (JSON.stringify(command.description) === JSON.stringify(profile.description))
        return refuse('no-change')
      return [{ type: 'profile.described', description: command.description }]
    case 'place.open':
    case 'place.change': {
      const { place, name, kind } = command
      return [{ type: profile.places[place] ? 'place.changed' : 'place.opened', place, name, kind }]
    }
    case 'place.retire':
      if (!profile.places[command.place]) return refuse('place-unknown', { place: command.place })
      return [{ type: 'place.retired', place: command.place }]
  }
}

export function isTimeZone(timeZone: string): boolean {
  try {
    Temporal.PlainDate.from('2026-01-01').toZonedDateTime(timeZone)
    return true
  } catch {
    return false
  }
}
