import { freshnessAfter, type Freshness } from './freshness.ts'

/** Monotonic milliseconds: they go on while a device's wall clock is set, and never back. */
export type Monotonic = () => number

/**
 * The unit's time on this screen. It is the journal's clock as the last beacon told it, carried on by the device's
 * monotonic clock; the device's own date is never asked, except to say that it is wrong.
 */
export class Clock {
  #monotonic: Monotonic
  #beaconAt: number | null = null
  #beaconNow = 0
  #beaconAge = 0
  #now = $state(0)
  #freshness = $state.raw<Freshness>({ is: 'waiting' })
  #skew = $state(0)

  constructor(monotonic: Monotonic = () => performance.now()) {
    this.#monotonic = monotonic
  }

  /** milliseconds since 1970, to the second; goes on while the screen is cut off (a clock time stays true) */
  get now(): number {
    return this.#now
  }

  get freshness(): Freshness {
    return this.#freshness
  }

  /** how far the device's own clock is off, in milliseconds; shown from 30 s */
  get skew(): number {
    return this.#skew
  }

  /** whether counting down is honest */
  get sure(): boolean {
    return this.#freshness.is === 'live' || this.#freshness.is === 'late'
  }

  /** the instant that is now, to the millisecond; for what is entered on this screen */
  get instant(): number {
    return this.#beaconAt === null ? Date.now() : this.#beaconNow + (this.#monotonic() - this.#beaconAt)
  }

  heard(now: number, age: number): void {
    this.#beaconAt = this.#monotonic()
    this.#beaconNow = now
    this.#beaconAge = age
    const skew = Date.now() - now
    if (Math.abs(skew - this.#skew) > 1_000) this.#skew = skew
    this.tick()
  }

  /** Called several times a second; what has not changed repaints nothing. */
  tick(): void {
    if (this.#beaconAt === null) return
    this.#now = Math.floor(this.instant / 1000) * 1000
    const freshness = freshnessAfter(this.#beaconAge + (this.#monotonic() - this.#beaconAt))
    const seconds = (f: Freshness) => (f.is === 'waiting' ? -1 : Math.floor(f.behind / 1000))
    if (freshness.is !== this.#freshness.is || seconds(freshness) !== seconds(this.#freshness)) {
      this.#freshness = freshness
    }
  }
}
