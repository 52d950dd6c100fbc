/**
 * The states of the last events, by seq, so that a screen that stands at any of them can be told only what it lacks.
 * They share all that did not change, so each costs what its event touched.
 */
export class Recent<State> {
  readonly #size: number
  readonly #states: { seq: number; state: State }[] = []

  constructor(size: number) {
    this.#size = size
  }

  /** `seq` is the next one, or the first after `clear`. */
  put(seq: number, state: State): void {
    this.#states[seq % this.#size] = { seq, state }
  }

  at(seq: number): State | undefined {
    const kept = this.#states[seq % this.#size]
    return kept?.seq === seq ? kept.state : undefined
  }

  clear(): void {
    this.#states.length = 0
  }
}
