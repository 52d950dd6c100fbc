/**
 * Whom a device stands for is asked, and is changed: by signing in, locking, signing out. An answer that was asked for
 * before a change ended is of somebody who may have gone, so it is dropped, and asked for again.
 */
export class Turns {
  #turn = 0
  #underway: Promise<unknown> = Promise.resolve()

  /** A change: its begin and its end are each a new turn. */
  async take<T>(change: () => Promise<T>): Promise<T> {
    this.#turn += 1
    const underway = change().finally(() => (this.#turn += 1))
    this.#underway = underway.catch(() => undefined)
    return underway
  }

  /** The first answer that no change has overtaken. */
  async latest<T>(ask: () => Promise<T>): Promise<T> {
    for (;;) {
      await this.#underway
      const turn = this.#turn
      const answer = await ask()
      if (turn === this.#turn) return answer
    }
  }
}
