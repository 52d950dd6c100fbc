/**
 * The appends of this node that are under way. Redis answers the tail and the append at the same moment; waiting for the
 * append lets the host take its own events in from what it decided, so that the tail need not parse them.
 */
import type { UnitId } from '../../shared/ids.ts'

/** An append that takes longer, in milliseconds, holds up the tail no more. */
const patience = 50

export class Appends {
  readonly #under = new Map<UnitId, Promise<void>>()

  begin(unit: UnitId, append: Promise<unknown>): void {
    const over = (): void => {
      if (this.#under.get(unit) === settled) this.#under.delete(unit)
    }
    const settled: Promise<void> = append.then(over, over)
    this.#under.set(unit, settled)
  }

  /** Resolves when the unit's append is over and whoever waited for it has gone on; undefined when there is none. */
  settled(unit: UnitId): Promise<void> | undefined {
    const append = this.#under.get(unit)
    if (!append) return undefined
    return new Promise(resolve => {
      // Promises are followed up before the next immediate: by then the host has folded the answer.
      const goOn = (): void => {
        clearTimeout(timer)
        setImmediate(resolve)
      }
      const timer = setTimeout(goOn, patience)
      void append.then(goOn)
    })
  }
}
