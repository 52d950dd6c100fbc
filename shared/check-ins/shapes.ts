import { z } from 'zod'
import { Level } from '../census/stay.ts'
import { CommandId, PlaceId, StayId } from '../ids.ts'
import { instant, type Shapes } from '../shapes.ts'
import { Activity, LateReason, Presentation, type CheckInEvent } from './check-in.ts'

const place = PlaceId.nullable()

export const checkInShapes = {
  'check-in.completed': z.object({
    stay: StayId,
    seenAt: instant,
    place,
    activity: Activity,
    presentation: Presentation,
    level: Level,
    late: z.number(),
    reason: LateReason.nullable()
  }),
  'check-in.not-found': z.object({ stay: StayId, place, seenAt: instant.optional() }),
  'check-in.withdrawn': z.object({ stay: StayId, check: CommandId }),
  'check-in.missed': z.object({ stay: StayId, due: instant, count: z.number() }),
  'check-in.explained': z.object({ stay: StayId, reason: LateReason })
} satisfies Shapes<CheckInEvent>
