import { z } from 'zod'
import { Position } from '../position.ts'

/** Down, every second: proof of how current a screen can be. A screen whose position is behind asks to resume. */
export const Beacon = z.strictObject({
  position: Position,
  /** the journal's clock, milliseconds since 1970 */
  now: z.int(),
  /** milliseconds since the node itself last heard from the journal */
  age: z.int().min(0),
  /** for screens of members: what the other screens of the unit have painted; `ago`: milliseconds of silence */
  screens: z.array(z.strictObject({ name: z.string(), seq: z.int(), ago: z.int() })).optional()
})
export type Beacon = z.infer<typeof Beacon>
