import { z } from 'zod'
import { Level } from '../census/stay.ts'
import { CommandId, MeetingId, MemberId, PlaceId, StayId } from '../ids.ts'
import { instant, text, type Shapes } from '../shapes.ts'
import { Carried, Correction, Method, type CheckInEvent } from './check-in.ts'
import { ReleaseReason } from './watch.ts'

const place = PlaceId.nullable()

const seen = {
  stay: StayId,
  seenAt: instant,
  place,
  activity: text,
  presentation: text,
  level: Level,
  late: z.number(),
  reason: text.nullable(),
  breathing: z.boolean().optional(),
  method: Method.optional(),
  carried: z.array(Carried).optional(),
  pass: text.optional(),
  meeting: MeetingId.optional()
}

const held = { stay: StayId, member: MemberId }

export const checkInShapes = {
  'check-in.completed': z.object(seen),
  'check-in.corrected': z.object({ ...seen, corrects: CommandId, why: Correction }),
  'check-in.not-found': z.object({ stay: StayId, place, seenAt: instant.optional() }),
  'check-in.withdrawn': z.object({ stay: StayId, check: CommandId }),
  'check-in.missed': z.object({ stay: StayId, due: instant, count: z.number() }),
  'check-in.explained': z.object({ stay: StayId, reason: text }),
  'watch.taken': z.object(held),
  'watch.relieved': z.object({ ...held, relieves: MemberId }),
  'watch.released': z.object({ ...held, reason: ReleaseReason }),
  'watch.uncovered': z.object({ stay: StayId, since: instant, step: z.union([z.literal(1), z.literal(2)]) })
} satisfies Shapes<CheckInEvent>
