import { z } from 'zod'
import { Position } from '../position.ts'

/** Up: the position whose rows are on the glass. Sent after a paint that took in something new, and every 2 s. */
export const Painted = z.strictObject({ position: Position })
export type Painted = z.infer<typeof Painted>
