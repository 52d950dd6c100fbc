import { z } from 'zod'
import { AlertId, CommandId, StayId, WatchId } from '../ids.ts'
import { instant, text, type Shapes } from '../shapes.ts'
import { dangers } from './dangers.ts'
import { bands, profileIds } from './profiles/band-profile.ts'
import { scaleIds } from './scales/scale.ts'
import { postponements, stopReasons, type WithdrawalEvent } from './watch.ts'

const watch = WatchId
const counted = {
  watch,
  version: z.number(),
  answers: z.record(text, z.number()),
  pulse: z.number().nullable(),
  dangers: z.array(z.enum(dangers)),
  total: z.number(),
  band: z.enum(bands),
  minutes: z.number(),
  seenAt: instant,
  note: text.nullable()
}

export const withdrawalShapes = {
  'withdrawal.watched': z.object({
    watch,
    stay: StayId,
    scale: z.enum(scaleIds),
    profile: z.enum(profileIds),
    version: z.number(),
    first: z.number()
  }),
  'withdrawal.scored': z.object({
    ...counted,
    late: z.number(),
    putOff: z.enum(postponements).nullable()
  }),
  'withdrawal.corrected': z.object({ ...counted, score: CommandId, reason: text }),
  'withdrawal.alerted': z.object({ watch, score: CommandId, alert: AlertId }),
  'withdrawal.deferred': z.object({ watch, reason: z.enum(postponements), until: instant.nullable() }),
  'withdrawal.missed': z.object({ watch, due: instant, count: z.number() }),
  'withdrawal.stopped': z.object({ watch, reason: z.enum(stopReasons), note: text.nullable() })
} satisfies Shapes<WithdrawalEvent>
