import { z } from 'zod'
import { CommandId, PlaceId, StayId } from '../ids.ts'
import { Activity, LateReason, Presentation } from './check-in.ts'

export const checkInCommands = {
  'check-in.complete': z.strictObject({
    type: z.literal('check-in.complete'),
    stay: StayId,
    place: PlaceId.nullable(),
    activity: Activity,
    presentation: Presentation,
    /** when the person was seen, if not just now (milliseconds since 1970) */
    seenAt: z.int().positive().optional(),
    /** why it was late or missed */
    reason: LateReason.optional()
  }),
  /** opens the missing-person alert in the same submit; the alert is named after this command */
  'check-in.not-found': z.strictObject({
    type: z.literal('check-in.not-found'),
    stay: StayId,
    /** where the person should have been */
    place: PlaceId.nullable(),
    /** when they were looked for, if it could not be sent at once (milliseconds since 1970) */
    seenAt: z.int().positive().optional()
  }),
  'check-in.undo': z.strictObject({
    type: z.literal('check-in.undo'),
    stay: StayId,
    /** the id of the submit that completed the check */
    check: CommandId
  }),
  'check-in.explain': z.strictObject({
    type: z.literal('check-in.explain'),
    stay: StayId,
    reason: LateReason
  }),
  /** the clock's: a further whole interval went by */
  'check-in.miss': z.strictObject({
    type: z.literal('check-in.miss'),
    stay: StayId,
    due: z.int().positive(),
    count: z.int().positive()
  })
}

export type CheckInCommand = z.infer<(typeof checkInCommands)[keyof typeof checkInCommands]>
