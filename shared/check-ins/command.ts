import { z } from 'zod'
import { CommandId, MeetingId, PlaceId, StayId } from '../ids.ts'
import { Instant } from '../instant.ts'
import { Code } from '../profile/codes.ts'
import { Carried, Correction, Method } from './check-in.ts'
import { watchCommands } from './watch-command.ts'

/** when the person was seen, if not just now (milliseconds since 1970) */
const seenAt = Instant.optional()

/** at night of who seems to sleep: whether their breathing was seen, and how they were looked at */
const asleep = { breathing: z.boolean().optional(), method: Method.optional() }

export const checkInCommands = {
  'check-in.complete': z.strictObject({
    type: z.literal('check-in.complete'),
    stay: StayId,
    place: PlaceId.nullable(),
    activity: Code,
    presentation: Code,
    seenAt,
    /** why it was late or missed */
    reason: Code.optional(),
    ...asleep,
    /** what the screen suggested from the last look, and the tap only confirmed */
    carried: z.array(Carried).max(3).optional(),
    /** the same for all who are checked in one pass through one place */
    pass: z.uuid().optional(),
    /** the running meeting in which the person sits, attested by who leads it */
    meeting: MeetingId.optional()
  }),
  /** what is not given stays as it was; of the wrong person, the check counts as never made */
  'check-in.correct': z.strictObject({
    type: z.literal('check-in.correct'),
    stay: StayId,
    /** the id of the check as it stands: of the submit that made it or last corrected it */
    check: CommandId,
    place: PlaceId.nullable().optional(),
    activity: Code.optional(),
    presentation: Code.optional(),
    seenAt,
    ...asleep,
    reason: Correction
  }),
  /** opens the missing-person alert in the same submit; the alert is named after this command */
  'check-in.not-found': z.strictObject({
    type: z.literal('check-in.not-found'),
    stay: StayId,
    /** where the person should have been */
    place: PlaceId.nullable(),
    /** when they were looked for, if it could not be sent at once (milliseconds since 1970) */
    seenAt
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
    reason: Code
  }),
  /** the clock's: a further whole interval went by */
  'check-in.miss': z.strictObject({
    type: z.literal('check-in.miss'),
    stay: StayId,
    due: Instant,
    count: z.int().positive()
  }),
  ...watchCommands
}

export type CheckInCommand = z.infer<(typeof checkInCommands)[keyof typeof checkInCommands]>
