import { z } from 'zod'
import { Audience } from '../audience.ts'
import { Position } from '../position.ts'

/** Down, every second: proof of how current a screen can be. A screen whose position is behind asks to resume. */
export const Beacon = z.strictObject({
  position: Position,
  /** the journal's clock, milliseconds since 1970 */
  now: z.int(),
  /** milliseconds since the node itself last heard from the journal */
  age: z.int().min(0),
  /**
   * For screens of members: what the displays of the unit have painted; `ago`: milliseconds of silence. What an audience
   * may not see is never shown on it, however far its seq.
   */
  screens: z
    .array(z.strictObject({ name: z.string(), audience: Audience, seq: z.int(), ago: z.int() }))
    .optional()
})
export type Beacon = z.infer<typeof Beacon>
