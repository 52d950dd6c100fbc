import { z } from 'zod'
import { Position } from '../position.ts'
import { mostLeft } from './most-left.ts'

/**
 * What a display does with its sound: `playing`: a cue has begun and nobody has answered; `ready`: armed, nothing to be
 * heard; `muted`: somebody silenced what was to be heard; `blocked`: the browser plays nothing yet; `off`: set so.
 */
export const Sound = z.enum(['playing', 'ready', 'muted', 'blocked', 'off'])
export type Sound = z.infer<typeof Sound>

/**
 * Up: the position whose rows are on the glass. Sent after a paint that took in something new, and every 2 s. `covered`:
 * visitors are here, and the display holds back what is not for them. `left`: ids of rows for which there was no room;
 * a full list may lack some.
 */
export const Painted = z.strictObject({
  position: Position,
  sound: Sound.optional(),
  covered: z.boolean().optional(),
  left: z.array(z.string().max(200)).max(mostLeft).optional()
})
export type Painted = z.infer<typeof Painted>
