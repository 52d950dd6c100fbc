import { z } from 'zod'
import { MemberId, StayId } from '../ids.ts'
import { Instant } from '../instant.ts'
import { ReleaseReason } from './watch.ts'

export const watchCommands = {
  /** whoever asks is with the person from now on */
  'watch.take': z.strictObject({ type: z.literal('watch.take'), stay: StayId }),
  /** whoever asks takes it over from the member who is named */
  'watch.relieve': z.strictObject({ type: z.literal('watch.relieve'), stay: StayId, relieves: MemberId }),
  /** nobody takes it over: there is a gap at once. `member`: whose it is, where not one's own (charge staff) */
  'watch.release': z.strictObject({
    type: z.literal('watch.release'),
    stay: StayId,
    reason: ReleaseReason,
    member: MemberId.optional()
  }),
  /** the clock's: there is a gap, for so long that it is said (1), for so long that it raises an alert (2) */
  'watch.miss': z.strictObject({
    type: z.literal('watch.miss'),
    stay: StayId,
    since: Instant,
    step: z.union([z.literal(1), z.literal(2)])
  })
}

export type WatchCommand = z.infer<(typeof watchCommands)[keyof typeof watchCommands]>
