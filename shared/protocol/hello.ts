/** Up: a screen greets, says what it is and where it stands, and is given what it lacks. */
import { z } from 'zod'
import { Audience } from '../audience.ts'
import { UnitId } from '../ids.ts'
import { Position } from '../position.ts'
import type { Refusal, Says } from '../refusal.ts'
import type { Delta } from './delta.ts'
import type { Snapshot } from './snapshot.ts'

export const Hello = z.strictObject({
  protocol: z.int(),
  unit: UnitId,
  audience: Audience,
  /** where the screen stands, if it holds rows */
  position: Position.optional()
})
export type Hello = z.infer<typeof Hello>

/** Acknowledges `hello`: everything, or only what is missing since `position`, or no. */
export type Welcome =
  | { ok: true; snapshot: Snapshot }
  | { ok: true; deltas: Delta[]; position: Position; now: number }
  | { ok: false; refusal: Refusal; says: Says }
