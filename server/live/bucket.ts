/** How often a screen may ask: `burst` at once, then `perSecond`. */
export interface Rate {
  burst: number
  perSecond: number
}

export class Bucket {
  readonly #rate: Rate
  #left: number
  #at: number

  /** `at`: milliseconds on a clock that never goes back */
  constructor(rate: Rate, at: number) {
    this.#rate = rate
    this.#left = rate.burst
    this.#at = at
  }

  /** false: not now */
  take(at: number): boolean {
    const { burst, perSecond } = this.#rate
    this.#left = Math.min(burst, this.#left + ((at - this.#at) / 1000) * perSecond)
    this.#at = at
    if (this.#left < 1) return false
    this.#left--
    return true
  }
}
