import type { Position } from '../../shared/position.ts'
import type { Delta } from '../../shared/protocol/delta.ts'
import type { Snapshot } from '../../shared/protocol/snapshot.ts'
import { takeDelta } from '../../shared/protocol/take-delta.ts'
import type { Rows } from '../../shared/rows.ts'
import { noRows } from './no-rows.ts'

/** What came of a delta: taken in; known already; or it starts elsewhere, and the screen has to ask. */
export type Taken = 'applied' | 'known' | 'gap'

/** The rows a screen holds and where in the journal they stand. The two only ever change together. */
export class Held {
  #rows = $state.raw<Rows>(noRows)
  #position = $state.raw<Position | null>(null)
  /** that its connection was told last; null while it was told none */
  #epoch: string | null = null

  get rows(): Rows {
    return this.#rows
  }

  get position(): Position | null {
    return this.#position
  }

  /** Which epoch the deltas to come are of, by the answer to a greeting or a beacon; null: to be asked for. */
  hears(epoch: string | null): void {
    this.#epoch = epoch
  }

  replace({ rows, position }: Pick<Snapshot, 'rows' | 'position'>): void {
    this.#rows = { ...noRows, ...(rows as Partial<Rows>) }
    this.#position = position
  }

  take(delta: Delta): Taken {
    const taken = takeDelta({ rows: this.#rows, position: this.#position }, delta, this.#epoch)
    if (typeof taken === 'object') {
      this.#rows = taken.rows
      this.#position = taken.position
      return 'applied'
    }
    // Rows that a delta does not fit are not trusted: without a position the screen is told everything anew.
    if (taken === 'unfit') this.#position = null
    return taken === 'known' ? 'known' : 'gap'
  }

  standsAt({ epoch, seq }: Position): boolean {
    return this.#position?.epoch === epoch && this.#position.seq === seq
  }
}
