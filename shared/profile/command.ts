import { z } from 'zod'
import { Bilingual } from '../bilingual.ts'
import { PlaceId } from '../ids.ts'
import { Code } from './codes.ts'
import { Description } from './profile.ts'

export const profileCommands = {
  'profile.describe': z.strictObject({ type: z.literal('profile.describe'), description: Description }),
  'place.open': z.strictObject({
    type: z.literal('place.open'),
    place: PlaceId,
    name: Bilingual,
    kind: Code
  }),
  'place.change': z.strictObject({
    type: z.literal('place.change'),
    place: PlaceId,
    name: Bilingual,
    kind: Code
  }),
  'place.retire': z.strictObject({ type: z.literal('place.retire'), place: PlaceId })
}

export type ProfileCommand = z.infer<(typeof profileCommands)[keyof typeof profileCommands]>
