/** The part of `navigator.locks` that is needed; a page without a secure context has none, and never waits. */
export type Locks = Pick<LockManager, 'request'>

export interface TurnOptions {
  /** the same for all pages of a device that have to take turns */
  name: string
  locks: Locks | undefined
  /** what has to be looked up before this page goes; never waited for longer than a second */
  look: () => Promise<void>
  go: () => void
}

const lookWithin = 1_000

/** Of all pages of a device one sends at a time, so that what was entered on two of them keeps its order. */
export class Turn {
  #options: TurnOptions
  #has = false
  #asked: AbortController | null = null

  constructor(options: TurnOptions) {
    this.#options = options
  }

  get has(): boolean {
    return this.#has
  }

  take(): void {
    if (this.#asked) return
    const asked = new AbortController()
    this.#asked = asked
    const { locks, name } = this.#options
    const hold = () => this.#hold(asked.signal)
    void (locks ? locks.request(name, { signal: asked.signal }, hold) : hold()).catch(() => undefined)
  }

  give(): void {
    this.#has = false
    this.#asked?.abort()
    this.#asked = null
  }

  /** Lasts until the turn is given up. */
  async #hold(signal: AbortSignal): Promise<void> {
    await inTime(this.#options.look())
    if (signal.aborted) return
    const over = new Promise<void>(resolve => signal.addEventListener('abort', () => resolve()))
    this.#has = true
    this.#options.go()
    await over
  }
}

/** A disk that does not answer holds up nothing that is in memory. */
async function inTime(look: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<void>(resolve => (timer = setTimeout(resolve, lookWithin)))
  await Promise.race([look.catch(() => undefined), late])
  clearTimeout(timer)
}
