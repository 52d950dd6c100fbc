/** Counts what happens often, so that a log gets a line for many: the first at once, then at most one every 10 s. */
const every = 10_000

export class Tally {
  #count = 0
  #told = -Infinity

  add(): void {
    this.#count++
  }

  /** How many are to be told of at `now` (milliseconds on a clock that never goes back), or 0 for not now. */
  due(now: number): number {
    if (this.#count === 0 || now - this.#told < every) return 0
    const count = this.#count
    this.#count = 0
    this.#told = now
    return count
  }
}
