import { z } from 'zod'
import { PlaceId, StayId } from '../ids.ts'
import { instant, text, type Shapes } from '../shapes.ts'
import { Level, Person, type CensusEvent } from './stay.ts'

const bed = text.nullable()

export const censusShapes = {
  'stay.admitted': z.object({ stay: StayId, person: Person, bed, level: Level, place: PlaceId.nullable() }),
  'stay.described': z.object({ stay: StayId, person: Person }),
  'stay.moved': z.object({ stay: StayId, bed, from: bed }),
  'stay.level-set': z.object({ stay: StayId, level: Level, from: Level, reason: text.nullable() }),
  'stay.left': z.object({
    stay: StayId,
    destination: text,
    escort: text.nullable(),
    back: instant.nullable()
  }),
  'stay.returned': z.object({ stay: StayId, place: PlaceId.nullable() }),
  'stay.discharged': z.object({ stay: StayId })
} satisfies Shapes<CensusEvent>
