import { freshnessAfter, staleFrom, type Freshness } from './freshness.ts'

/** Monotonic milliseconds: they go on while a device's wall clock is set, and never back. */
export type Monotonic = () => number

/**
 * The unit's time on this screen. It is the journal's clock as the last beacon told it, carried on by the device's
 * monotonic clock; the device's own date is never asked, except to say that it is wrong.
 */
export class Clock {
  #monotonic: Monotonic
  /** the journal's clock as it was last told, and when on the monotonic one */
  #told: { now: number; at: number } | null = null
  /** the last proof of how current the rows are */
  #proof: { age: number; at: number } | null = null
  /** when this screen was first welcomed: from then on a beacon is due */
  #silentFrom: number | null = null
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
    return this.#told === null ? Date.now() : this.#told.now + (this.#monotonic() - this.#told.at)
  }

  /** The time to show, as a welcome tells it. It proves nothing: only a beacon makes a screen live. */
  told(now: number): void {
    this.#told = { now, at: this.#monotonic() }
    this.#silentFrom ??= this.#told.at
    const skew = Date.now() - now
    if (Math.abs(skew - this.#skew) > 1_000) this.#skew = skew
    this.tick()
  }

  /** A beacon that stands where this screen stands; `age`: milliseconds since its node heard from the journal. */
  heard(now: number, age: number): void {
    this.#proof = { age, at: this.#monotonic() }
    this.told(now)
  }

  /** Called several times a second; what has not changed repaints nothing. */
  tick(): void {
    if (this.#told === null) return
    this.#now = Math.floor(this.instant / 1000) * 1000
    const freshness = this.#reckoned()
    const seconds = (f: Freshness) => (f.is === 'waiting' ? -1 : Math.floor(f.behind / 1000))
    if (freshness.is !== this.#freshness.is || seconds(freshness) !== seconds(this.#freshness)) {
      this.#freshness = freshness
    }
  }

  #reckoned(): Freshness {
    if (this.#proof) return freshnessAfter(this.#proof.age + (this.#monotonic() - this.#proof.at))
    const silence = this.#monotonic() - (this.#silentFrom ?? this.#monotonic())
    return silence < staleFrom ? { is: 'waiting' } : freshnessAfter(silence)
  }
}
