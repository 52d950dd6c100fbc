import { z } from 'zod'
import { PlaceId, StayId } from '../ids.ts'
import { Instant } from '../instant.ts'
import { Level, Person } from './stay.ts'

const bed = z.string().min(1).max(12).nullable()

export const censusCommands = {
  'stay.admit': z.strictObject({
    type: z.literal('stay.admit'),
    stay: StayId,
    person: Person,
    bed,
    level: Level,
    place: PlaceId.nullable()
  }),
  'stay.describe': z.strictObject({ type: z.literal('stay.describe'), stay: StayId, person: Person }),
  'stay.move': z.strictObject({ type: z.literal('stay.move'), stay: StayId, bed }),
  'stay.set-level': z.strictObject({
    type: z.literal('stay.set-level'),
    stay: StayId,
    level: Level,
    reason: z.string().min(1).max(200).optional()
  }),
  'stay.leave': z.strictObject({
    type: z.literal('stay.leave'),
    stay: StayId,
    destination: z.string().min(1).max(80),
    escort: z.string().min(1).max(80).optional(),
    /** when the person is expected back, milliseconds since 1970 */
    back: Instant.optional()
  }),
  'stay.return': z.strictObject({ type: z.literal('stay.return'), stay: StayId, place: PlaceId.optional() }),
  'stay.discharge': z.strictObject({ type: z.literal('stay.discharge'), stay: StayId })
}

export type CensusCommand = z.infer<(typeof censusCommands)[keyof typeof censusCommands]>
