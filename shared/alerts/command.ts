import { z } from 'zod'
import { Audience } from '../audience.ts'
import { AlertId, CommandId, MemberId, PlaceId, StayId } from '../ids.ts'
import { Instant } from '../instant.ts'
import { AlertKind, Priority, ResponseRole } from './kind.ts'
import { OwedKind } from './owed.ts'
import { AgeBand, RestraintClock, RestraintKind } from './restraint.ts'

const alert = AlertId
const restraint = CommandId
/** when it happened, where that was before it was entered (milliseconds since 1970) */
const seenAt = Instant.optional()

export const alertCommands = {
  /**
   * opens an alert that is named after this command's id; what is not known yet is refined after. The one command that
   * is not strict: what cannot be read of it (an older board, a broken screen) is left open rather than costing the alert
   */
  'alert.raise': z.object({
    type: z.literal('alert.raise'),
    kind: AlertKind.catch('behavioural'),
    place: PlaceId.nullable().catch(null),
    stay: StayId.optional().catch(undefined),
    priority: Priority.optional().catch(undefined),
    silent: z.boolean().optional().catch(undefined),
    drill: z.boolean().optional().catch(undefined),
    /** when it began, if it could not be sent at once (milliseconds since 1970) */
    seenAt: Instant.optional().catch(undefined)
  }),
  'alert.describe': z.strictObject({
    type: z.literal('alert.describe'),
    alert: AlertId,
    kind: AlertKind.optional(),
    priority: Priority.optional(),
    place: PlaceId.nullable().optional(),
    stay: StayId.nullable().optional(),
    needed: z.int().min(1).max(30).optional()
  }),
  'alert.acknowledge': z.strictObject({
    type: z.literal('alert.acknowledge'),
    alert: AlertId,
    answer: z.enum(['coming', 'delegated', 'handled']),
    /** with `delegated`: who comes instead */
    to: MemberId.optional(),
    /** what they will do there */
    as: ResponseRole.optional()
  }),
  /** cannot come: the next rung is reached at once where nobody else comes */
  'alert.decline': z.strictObject({ type: z.literal('alert.decline'), alert }),
  /** says what one does there; null: nothing in particular any more */
  'alert.take-role': z.strictObject({
    type: z.literal('alert.take-role'),
    alert,
    role: ResponseRole.nullable()
  }),
  'alert.arrive': z.strictObject({ type: z.literal('alert.arrive'), alert: AlertId }),
  /** takes one's own answer back */
  'alert.withdraw': z.strictObject({ type: z.literal('alert.withdraw'), alert: AlertId }),
  'alert.resolve': z.strictObject({
    type: z.literal('alert.resolve'),
    alert: AlertId,
    action: z.string().max(400),
    notes: z.string().max(2000).optional()
  }),
  'alert.cancel': z.strictObject({ type: z.literal('alert.cancel'), alert: AlertId }),
  /** nobody is in danger any more */
  'alert.contain': z.strictObject({ type: z.literal('alert.contain'), alert }),
  /** it was over and begins again */
  'alert.reopen': z.strictObject({ type: z.literal('alert.reopen'), alert, reason: z.string().max(400) }),

  'alert.settle': z.strictObject({
    type: z.literal('alert.settle'),
    alert,
    owed: OwedKind,
    note: z.string().max(2000).optional()
  }),
  'alert.defer': z.strictObject({
    type: z.literal('alert.defer'),
    alert,
    owed: OwedKind,
    reason: z.string().max(400),
    until: Instant
  }),
  /** gives what is owed to another, or takes it over */
  'alert.assign': z.strictObject({ type: z.literal('alert.assign'), alert, owed: OwedKind, to: MemberId }),
  'alert.close': z.strictObject({ type: z.literal('alert.close'), alert }),

  /** a restraint or seclusion has begun; it is named after this command's id */
  'alert.restrain': z.strictObject({
    type: z.literal('alert.restrain'),
    alert,
    kind: RestraintKind,
    /** without it, the strictest that the unit's population allows */
    band: AgeBand.optional(),
    seenAt
  }),
  'alert.renew-order': z.strictObject({ type: z.literal('alert.renew-order'), alert, restraint }),
  /** the face-to-face evaluation was made */
  'alert.evaluate': z.strictObject({ type: z.literal('alert.evaluate'), alert, restraint, seenAt }),
  'alert.release': z.strictObject({ type: z.literal('alert.release'), alert, restraint, seenAt }),
  /** the clock's: a rung of the ladder is reached, counted from 0 */
  'alert.escalate': z.strictObject({
    type: z.literal('alert.escalate'),
    alert: AlertId,
    step: z.int().min(0).max(20)
  }),
  /** the clock's: an answer ran out with nobody there */
  'alert.lapse': z.strictObject({
    type: z.literal('alert.lapse'),
    alert: AlertId,
    since: Instant
  }),
  /** the node's: a display reported to have it on its glass, or to have begun its cue */
  'alert.show': z.strictObject({
    type: z.literal('alert.show'),
    alert,
    screen: z.string().min(1).max(120),
    audience: Audience,
    sounded: z.boolean()
  }),
  /** the clock's: 5 s after it was raised no display had shown it */
  'alert.miss-screens': z.strictObject({ type: z.literal('alert.miss-screens'), alert }),
  /** the clock's: what is owed is overdue, counted from 0 */
  'alert.remind': z.strictObject({
    type: z.literal('alert.remind'),
    alert,
    owed: OwedKind,
    step: z.int().min(0).max(9)
  }),
  /** the clock's: a clock of a restraint ran out */
  'alert.remind-restraint': z.strictObject({
    type: z.literal('alert.remind-restraint'),
    alert,
    restraint,
    clock: RestraintClock
  })
}

export type AlertCommand = z.infer<(typeof alertCommands)[keyof typeof alertCommands]>
