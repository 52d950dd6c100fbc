import { z } from 'zod'
import { AlertId, MemberId, PlaceId, StayId } from '../ids.ts'
import { Rung } from '../profile/profile.ts'
import { instant, text, type Shapes } from '../shapes.ts'
import type { AlertEvent } from './alert.ts'
import { AlertKind, Priority } from './kind.ts'

const alert = z.object({ alert: AlertId })
const who = z.object({ alert: AlertId, who: MemberId })
const said = z.object({
  alert: AlertId,
  kind: AlertKind,
  priority: Priority,
  place: PlaceId.nullable(),
  stay: StayId.nullable(),
  needed: z.number()
})

export const alertShapes = {
  'alert.raised': z.object({
    ...said.shape,
    silent: z.boolean(),
    drill: z.boolean(),
    ladder: z.array(Rung),
    seenAt: instant
  }),
  'alert.described': said,
  'alert.acknowledged': z.object({
    ...who.shape,
    answer: z.enum(['coming', 'delegated', 'handled']),
    lapses: instant.nullable()
  }),
  'alert.arrived': who,
  'alert.withdrawn': who,
  'alert.lapsed': alert,
  'alert.reopened': alert,
  'alert.escalated': z.object({ alert: AlertId, step: z.number() }),
  'alert.resolved': z.object({ alert: AlertId, action: text, notes: text.nullable() }),
  'alert.cancelled': alert
} satisfies Shapes<AlertEvent>
