import { z } from 'zod'
import { Bilingual } from '../bilingual.ts'
import { PlaceId } from '../ids.ts'
import { Description, PlaceKind } from './profile.ts'

export const profileCommands = {
  'profile.describe': z.strictObject({ type: z.literal('profile.describe'), description: Description }),
  'place.open': z.strictObject({
    type: z.literal('place.open'),
    place: PlaceId,
    name: Bilingual,
    kind: PlaceKind
  }),
  'place.change': z.strictObject({
    type: z.literal('place.change'),
    place: PlaceId,
    name: Bilingual,
    kind: PlaceKind
  }),
  'place.retire': z.strictObject({ type: z.literal('place.retire'), place: PlaceId })
}

export type ProfileCommand = z.infer<(typeof profileCommands)[keyof typeof profileCommands]>
