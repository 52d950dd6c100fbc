/** Up: a command under an id of its own. Sent again under the same id until a receipt comes; it has one effect. */
import { z } from 'zod'
import type { Position } from '../position.ts'
import type { Refusal, Says } from '../refusal.ts'

/**
 * The envelope; the other fields are the command's, whose own schema is strict. The id is a UUID and nothing else: what
 * time owes has derived ids (`escalate:<id>:<step>`), and nobody may use one up before its time. In capitals it is
 * the same id.
 */
export const Submit = z.looseObject({
  id: z.uuid().toLowerCase().brand<'CommandId'>(),
  type: z.string().min(1).max(60)
})
export type Submit = z.infer<typeof Submit>

/** Acknowledges `submit`. No acknowledgement in time means unsure: send the same id again. */
export type Outcome =
  | { outcome: 'recorded'; position: Position; repeated: boolean }
  | { outcome: 'refused'; refusal: Refusal; says: Says }
