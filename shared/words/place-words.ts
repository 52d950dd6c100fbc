/** Words for kinds of places. */
import type { PlaceKind } from '../profile/profile.ts'
import {
  place_bathroom,
  place_courtyard,
  place_day_room,
  place_dining,
  place_group_room,
  place_hallway,
  place_intake,
  place_medication,
  place_nurses_station,
  place_other,
  place_own_room,
  place_quiet_room,
  place_seclusion,
  place_visit_room,
  place_workshop
} from './compiled/messages.js'
import type { Word } from './word.ts'

export const placeWords = {
  'own-room': place_own_room,
  bathroom: place_bathroom,
  hallway: place_hallway,
  'day-room': place_day_room,
  'group-room': place_group_room,
  dining: place_dining,
  'nurses-station': place_nurses_station,
  'quiet-room': place_quiet_room,
  seclusion: place_seclusion,
  courtyard: place_courtyard,
  'visit-room': place_visit_room,
  intake: place_intake,
  medication: place_medication,
  workshop: place_workshop,
  other: place_other
} as const satisfies Record<PlaceKind, Word>
