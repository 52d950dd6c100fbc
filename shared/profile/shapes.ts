import { z } from 'zod'
import { Bilingual } from '../bilingual.ts'
import { PlaceId } from '../ids.ts'
import { text, type Shapes } from '../shapes.ts'
import { Description, type ProfileEvent } from './profile.ts'

const place = z.object({ place: PlaceId, name: Bilingual, kind: text })

export const profileShapes = {
  'profile.described': z.object({ description: Description }),
  'place.opened': place,
  'place.changed': place,
  'place.retired': z.object({ place: PlaceId })
} satisfies Shapes<ProfileEvent>
