import { z } from 'zod'
import { Bilingual } from '../bilingual.ts'
import { PlaceId } from '../ids.ts'
import type { Shapes } from '../shapes.ts'
import { Description, PlaceKind, type ProfileEvent } from './profile.ts'

const place = z.object({ place: PlaceId, name: Bilingual, kind: PlaceKind })

export const profileShapes = {
  'profile.described': z.object({ description: Description }),
  'place.opened': place,
  'place.changed': place,
  'place.retired': z.object({ place: PlaceId })
} satisfies Shapes<ProfileEvent>
