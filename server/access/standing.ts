/**
 * Everybody who came in by this node and is still connected. Word of a revocation may be lost on its way; so all of
 * them are looked at again every half minute.
 */
import type { IncomingMessage } from 'node:http'
import type { Revoked } from '../live/access.ts'

/** In milliseconds. */
export const recheckEvery = 30_000

/** Says why somebody's time is over, or null while it is not. */
export type Check = () => Promise<Revoked | null>

export class Standing {
  readonly #checks = new Map<IncomingMessage['socket'], Check>()
  readonly #tell: (revoked: Revoked) => void
  readonly #failed: () => void
  readonly #timer: NodeJS.Timeout

  constructor(tell: (revoked: Revoked) => void, failed: () => void) {
    this.#tell = tell
    this.#failed = failed
    this.#timer = setInterval(() => void this.recheck(), recheckEvery)
    this.#timer.unref()
  }

  /** Keeps `check` for as long as the connection lasts. */
  keep({ socket }: IncomingMessage, check: Check): void {
    if (!this.#checks.has(socket)) socket.once('close', () => this.#checks.delete(socket))
    this.#checks.set(socket, check)
  }

  /** Never rejects: where Redis cannot be asked, nobody is cut off for it. */
  async recheck(): Promise<void> {
    for (const check of [...this.#checks.values()]) {
      try {
        const revoked = await check()
        if (revoked) this.#tell(revoked)
      } catch {
        this.#failed()
        return
      }
    }
  }

  close(): void {
    clearInterval(this.#timer)
    this.#checks.clear()
  }
}
