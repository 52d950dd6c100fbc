import { z } from 'zod'
import { Position } from '../position.ts'
import { RowSet } from './rows.ts'

/** The whole view of an audience at a position. `now`: the journal's clock, milliseconds since 1970. */
export const Snapshot = z.strictObject({ position: Position, now: z.int(), rows: RowSet })
export type Snapshot = z.infer<typeof Snapshot>
