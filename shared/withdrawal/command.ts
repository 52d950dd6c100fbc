import { z } from 'zod'
import { CommandId, StayId, WatchId } from '../ids.ts'
import { Instant } from '../instant.ts'
import { dangers } from './dangers.ts'
import { profileIds } from './profiles/band-profile.ts'
import { scaleIds } from './scales/scale.ts'
import { postponements, stopReasons } from './watch.ts'

const watch = WatchId
const note = z.string().min(1).max(400)

/** What is entered of one score. Whether the answers are those of the scale, and all of them, the unit decides. */
const counted = {
  /** points by id of the question */
  answers: z
    .record(z.string().min(1).max(40), z.int().min(0).max(99))
    .refine(answers => Object.keys(answers).length <= 20, 'more answers than any scale has questions'),
  /** beats a minute; where the scale asks for the pulse its answer follows from this and is not sent */
  pulse: z.int().min(20).max(300).optional(),
  dangers: z.array(z.enum(dangers)).max(dangers.length).optional(),
  note: note.optional()
}

export const withdrawalCommands = {
  /** the watch is named after this command; the first score is due at once */
  'withdrawal.watch': z.strictObject({
    type: z.literal('withdrawal.watch'),
    stay: StayId,
    scale: z.enum(scaleIds),
    /** how totals are read; the unit's usual one when not given */
    profile: z.enum(profileIds).optional()
  }),
  'withdrawal.score': z.strictObject({
    type: z.literal('withdrawal.score'),
    watch,
    ...counted,
    /** when the person was seen, if not just now (milliseconds since 1970) */
    seenAt: Instant.optional()
  }),
  /** a new score in place of one that was wrong, which is kept */
  'withdrawal.correct': z.strictObject({
    type: z.literal('withdrawal.correct'),
    watch,
    /** the id of the submit that made it */
    score: CommandId,
    ...counted,
    reason: z.string().min(1).max(200)
  }),
  /** why it is not made now; it stays due */
  'withdrawal.defer': z.strictObject({
    type: z.literal('withdrawal.defer'),
    watch,
    reason: z.enum(postponements),
    /** when somebody means to try again, at most one interval ahead (milliseconds since 1970) */
    until: Instant.optional()
  }),
  'withdrawal.stop': z.strictObject({
    type: z.literal('withdrawal.stop'),
    watch,
    reason: z.enum(stopReasons),
    note: note.optional()
  }),
  /** the clock's: a further whole interval went by */
  'withdrawal.miss': z.strictObject({
    type: z.literal('withdrawal.miss'),
    watch,
    due: Instant,
    count: z.int().positive()
  })
}

export type WithdrawalCommand = z.infer<(typeof withdrawalCommands)[keyof typeof withdrawalCommands]>
