import { z } from 'zod'
import { Audience } from '../audience.ts'
import { AlertId, CommandId, MemberId, PlaceId, StayId } from '../ids.ts'
import { Rung } from '../profile/profile.ts'
import { instant, text, type Shapes } from '../shapes.ts'
import type { AlertEvent } from './event.ts'
import { AlertKind, Priority, ResponseRole } from './kind.ts'
import { OwedKind } from './owed.ts'
import { AgeBand, RestraintClock, RestraintKind } from './restraint.ts'

const alert = z.object({ alert: AlertId })
const who = z.object({ alert: AlertId, who: MemberId })
const owed = z.object({ alert: AlertId, owed: OwedKind })
const restraint = z.object({ alert: AlertId, restraint: CommandId })
const opened = z.array(z.object({ kind: OwedKind, owner: MemberId.nullable(), due: instant }))
const members = z.array(MemberId)
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
    seenAt: instant,
    members: members.optional()
  }),
  'alert.merged': z.object({ alert: AlertId, into: AlertId }),
  'alert.described': said,
  'alert.acknowledged': z.object({
    ...who.shape,
    answer: z.enum(['coming', 'delegated', 'handled']),
    lapses: instant.nullable()
  }),
  'alert.called': who,
  'alert.declined': who,
  'alert.role-taken': z.object({ ...who.shape, role: ResponseRole.nullable() }),
  'alert.arrived': who,
  'alert.withdrawn': who,
  'alert.lapsed': alert,
  'alert.reopened': alert,
  'alert.raised-again': z.object({ alert: AlertId, reason: text, members }),
  'alert.escalated': z.object({
    alert: AlertId,
    step: z.number(),
    members: members.optional(),
    why: z.enum(['raised', 'time', 'declined', 'unshown']).optional()
  }),
  'alert.shown': z.object({ alert: AlertId, screen: text, audience: Audience, sounded: z.boolean() }),
  'alert.unshown': alert,
  'alert.contained': alert,
  'alert.resolved': z.object({
    alert: AlertId,
    action: text,
    notes: text.nullable(),
    owed: opened.optional()
  }),
  'alert.owes': z.object({ alert: AlertId, owed: opened }),
  'alert.cancelled': alert,
  'alert.settled': z.object({ ...owed.shape, note: text.nullable() }),
  'alert.deferred': z.object({ ...owed.shape, reason: text, until: instant }),
  'alert.assigned': z.object({ ...owed.shape, to: MemberId }),
  'alert.withheld': owed,
  'alert.overdue': z.object({ ...owed.shape, step: z.number(), members }),
  'alert.closed': alert,
  'alert.restrained': z.object({
    ...restraint.shape,
    kind: RestraintKind,
    band: AgeBand,
    startedAt: instant,
    orderUntil: instant,
    faceToFaceDue: instant
  }),
  'alert.order-renewed': z.object({ ...restraint.shape, until: instant }),
  'alert.evaluated': z.object({ ...restraint.shape, seenAt: instant }),
  'alert.released': z.object({ ...restraint.shape, seenAt: instant }),
  'alert.restraint-overdue': z.object({ ...restraint.shape, clock: RestraintClock, members })
} satisfies Shapes<AlertEvent>
