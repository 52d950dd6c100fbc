import { z } from 'zod'
import { AlertId, MemberId, PlaceId, StayId } from '../ids.ts'
import { AlertKind, Priority } from './kind.ts'

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
    seenAt: z.int().positive().optional().catch(undefined)
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
    to: MemberId.optional()
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
  /** the clock's: a rung of the ladder is reached, counted from 0 */
  'alert.escalate': z.strictObject({
    type: z.literal('alert.escalate'),
    alert: AlertId,
    step: z.int().min(0).max(20)
  }),
  /** the clock's: an answer ran out with nobody there */
  'alert.lapse': z.strictObject({ type: z.literal('alert.lapse'), alert: AlertId, since: z.int().positive() })
}

export type AlertCommand = z.infer<(typeof alertCommands)[keyof typeof alertCommands]>
