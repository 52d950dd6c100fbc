/**
 * Down: the difference of two views of one audience, and where in the journal it leads. Of a row only what changed is in
 * it. The epoch is not: it is the one that the connection was told last, by the answer to its greeting or by a beacon.
 */
import { z } from 'zod'

export const Delta = z.tuple([
  /** where the screen stands after */
  z.int().min(0).meta({ title: 'seq' }),
  /** how far back it begins: a screen takes it only where it stands at `seq - steps`. Below 0 where it leads back */
  z.int().meta({ title: 'steps' }),
  /** what is new or changed, each under a JSON Pointer (RFC 6901) into the rows: `/<slice>/<id>`, then field by field */
  z.record(z.string(), z.unknown()).meta({ title: 'put' }),
  /** pointers to what is gone; left out where nothing is */
  z.array(z.string()).optional().meta({ title: 'drop' })
])
export type Delta = z.infer<typeof Delta>
