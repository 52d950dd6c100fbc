/** Down: the difference of two views of one audience. Applied only by a screen that stands at `since`. */
import { z } from 'zod'
import { Position } from '../position.ts'
import { RowSet } from './rows.ts'

export const Delta = z.strictObject({
  /** seq the screen must stand at, in the epoch of `position` */
  since: z.int().min(0),
  /** where the screen stands after */
  position: Position,
  /** rows that are new or changed, whole, by slice and id */
  put: RowSet.optional(),
  /** ids of rows that are gone, by slice */
  drop: z.record(z.string(), z.array(z.string())).optional()
})
export type Delta = z.infer<typeof Delta>

export { applyDelta, deltaBetween } from './difference.ts'
