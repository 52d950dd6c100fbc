import type { Audience } from '../audience.ts'
import type { Bilingual } from '../bilingual.ts'
import type { PlaceId } from '../ids.ts'
import { remember, rowsOf } from '../memo.ts'
import type { Code } from './codes.ts'
import type { Place, Profile } from './profile.ts'

export interface PlaceRow {
  id: PlaceId
  name: Bilingual
  /** a code, of which the `unit` row may have the label */
  kind: Code
}

const placeRow = remember((place: Place, _audience: Audience): PlaceRow => {
  return { id: place.id, name: place.name, kind: place.kind }
})

export const viewPlaces = remember(
  (places: Profile['places'], audience: Audience): Record<string, PlaceRow> => {
    return rowsOf(places, place => placeRow(place, audience))
  }
)
