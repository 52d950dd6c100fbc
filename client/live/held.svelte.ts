import type { Position } from '../../shared/position.ts'
import type { Delta } from '../../shared/protocol/delta.ts'
import { applyDelta } from '../../shared/protocol/difference.ts'
import type { RowSet } from '../../shared/protocol/rows.ts'
import type { Snapshot } from '../../shared/protocol/snapshot.ts'
import type { Rows } from '../../shared/rows.ts'
import { noRows } from './no-rows.ts'

/** What came of a delta: taken in; known already; or it starts elsewhere, and the screen has to ask. */
export type Taken = 'applied' | 'known' | 'gap'

/** The rows a screen holds and where in the journal they stand. The two only ever change together. */
export class Held {
  #rows = $state.raw<Rows>(noRows)
  #position = $state.raw<Position | null>(null)

  get rows(): Rows {
    return this.#rows
  }

  get position(): Position | null {
    return this.#position
  }

  replace({ rows, position }: Pick<Snapshot, 'rows' | 'position'>): void {
    this.#rows = { ...noRows, ...(rows as Partial<Rows>) }
    this.#position = position
  }

  take(delta: Delta): Taken {
    const at = this.#position
    if (!at || delta.position.epoch !== at.epoch) return 'gap'
    if (delta.since !== at.seq) return delta.position.seq <= at.seq ? 'known' : 'gap'
    this.#rows = applyDelta(this.#rows as RowSet, delta) as unknown as Rows
    this.#position = delta.position
    return 'applied'
  }

  standsAt({ epoch, seq }: Position): boolean {
    return this.#position?.epoch === epoch && this.#position.seq === seq
  }
}
