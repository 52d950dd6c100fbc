import { z } from 'zod'
import { FollowUpId, MemberId, StayId } from '../ids.ts'
import { Instant } from '../instant.ts'
import { followUpKinds, outcomes } from './kind.ts'

const followUp = FollowUpId
/** a whole list at the change of shift */
const followUps = z.array(FollowUpId).min(1).max(100)
const reason = z.string().min(1).max(200)

export const FollowUpKind = z.enum(followUpKinds)
export const Outcome = z.enum(outcomes)

export const followUpCommands = {
  /** named after this command */
  'follow-up.open': z.strictObject({
    type: z.literal('follow-up.open'),
    kind: FollowUpKind,
    stay: StayId.nullable(),
    /** null: whoever takes it */
    owner: MemberId.nullable(),
    /** milliseconds since 1970 */
    due: Instant,
    about: z.string().min(1).max(200).optional()
  }),
  /** somebody on shift sees to it from now on, whoever did before */
  'follow-up.take': z.strictObject({ type: z.literal('follow-up.take'), followUp }),
  /** charge staff give it to somebody, or to nobody */
  'follow-up.assign': z.strictObject({
    type: z.literal('follow-up.assign'),
    followUp,
    to: MemberId.nullable()
  }),
  /** one's own, to a colleague who has to say yes */
  'follow-up.offer': z.strictObject({ type: z.literal('follow-up.offer'), followUps, to: MemberId }),
  'follow-up.accept': z.strictObject({ type: z.literal('follow-up.accept'), followUps }),
  'follow-up.decline': z.strictObject({
    type: z.literal('follow-up.decline'),
    followUps,
    /** why not, if there is something to say */
    reason: reason.optional()
  }),
  'follow-up.complete': z.strictObject({
    type: z.literal('follow-up.complete'),
    followUp,
    outcome: Outcome,
    /** when it was, if not just now (milliseconds since 1970) */
    seenAt: Instant.optional(),
    note: z.string().max(400).optional()
  }),
  'follow-up.defer': z.strictObject({ type: z.literal('follow-up.defer'), followUp, until: Instant, reason }),
  'follow-up.drop': z.strictObject({ type: z.literal('follow-up.drop'), followUp, reason }),
  /** takes back that it was done or let go */
  'follow-up.reopen': z.strictObject({ type: z.literal('follow-up.reopen'), followUp }),
  /** the clock's: its time went by */
  'follow-up.remind': z.strictObject({ type: z.literal('follow-up.remind'), followUp, due: Instant })
}

export type FollowUpCommand = z.infer<(typeof followUpCommands)[keyof typeof followUpCommands]>
