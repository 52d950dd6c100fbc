import { z } from 'zod'

/**
 * Where somebody stands in a unit's journal. `epoch` is the random id of the journal's life, `seq` the number of the
 * last event taken in (0 before the first). Two positions of different epochs cannot be compared.
 */
export const Position = z.strictObject({
  epoch: z.string().min(1).max(64),
  seq: z.int().min(0)
})
export type Position = z.infer<typeof Position>
