import { z } from 'zod'
import { MemberId, PageId } from '../ids.ts'

const page = PageId
/** counted from 1 */
const attempt = z.int().min(1).max(1_000)

export const pagingCommands = {
  /** the clock's: an attempt is due; the node whose command is recorded makes it */
  'page.try': z.strictObject({ type: z.literal('page.try'), page, attempt }),
  /** the clock's: nobody said in time how the attempt ended */
  'page.lapse': z.strictObject({ type: z.literal('page.lapse'), page, attempt }),
  /** the node's: how its attempt ended; `status` is the one of the answer, null where none came */
  'page.end': z.strictObject({
    type: z.literal('page.end'),
    page,
    attempt,
    outcome: z.enum(['sent', 'failed', 'gone']),
    status: z.int().min(100).max(999).nullable()
  }),
  /** tries again what was given up */
  'page.retry': z.strictObject({ type: z.literal('page.retry'), page }),
  /** lets go of what was given up, or waits for another attempt */
  'page.drop': z.strictObject({ type: z.literal('page.drop'), page }),
  /** whether a browser of that member wants to be told */
  'page.subscribe': z.strictObject({ type: z.literal('page.subscribe'), member: MemberId, on: z.boolean() })
}

export type PagingCommand = z.infer<(typeof pagingCommands)[keyof typeof pagingCommands]>
