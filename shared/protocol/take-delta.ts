import type { Position } from '../position.ts'
import type { Delta } from './delta.ts'
import { applyDelta } from './difference.ts'
import type { RowSet } from './rows.ts'

/** What a screen holds, and where in the journal that stands; null before its first snapshot. */
export interface Standing<R extends RowSet> {
  rows: R
  position: Position | null
}

/**
 * What a screen holds after a delta. `epoch`: the one that its connection was told last, null while it was told none.
 * - `known`: it holds that already
 * - `gap`: it stands elsewhere, and has to say where
 * - `unfit`: its rows are not those that the delta was made from, and only everything anew helps
 */
export function takeDelta<R extends RowSet>(
  { rows, position }: Standing<R>,
  [seq, steps, put, drop = []]: Delta,
  epoch: string | null
): Standing<R> | 'known' | 'gap' | 'unfit' {
  if (!position || position.epoch !== epoch) return 'gap'
  if (position.seq !== seq - steps) return seq <= position.seq ? 'known' : 'gap'
  const after = applyDelta(rows, { put, drop })
  return after ? { rows: after, position: { epoch, seq } } : 'unfit'
}
