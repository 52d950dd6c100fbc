/**
 * The clock of Redis as this node knows it. Every answer that carries a time says what it was at least; between answers
 * a clock of our own that never goes back carries on.
 */
export class JournalClock {
  readonly #elapsed: () => number
  #ahead: number | undefined

  constructor(elapsed: () => number) {
    this.#elapsed = elapsed
  }

  /** `at`: Redis' clock some moment before now, milliseconds since 1970. An answer that came slowly moves nothing back. */
  hear(at: number): void {
    const ahead = at - this.#elapsed()
    const stepped = this.#ahead !== undefined && ahead < this.#ahead - tolerated
    this.#ahead = stepped ? ahead : Math.max(ahead, this.#ahead ?? ahead)
  }

  /** milliseconds since 1970; 0 before Redis was ever heard */
  get now(): number {
    return this.#ahead === undefined ? 0 : Math.floor(this.#ahead + this.#elapsed())
  }
}

/** No answer takes this long, so a time that is further back means that the clock of Redis was set back. */
const tolerated = 5_000
