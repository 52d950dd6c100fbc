/** How much waits on this device, and whose: for every screen that says so. Counts only. */
import type { KeptBy } from './kept.ts'

class KeptHere {
  #by = $state.raw<KeptBy>({})

  get by(): KeptBy {
    return this.#by
  }

  counted(by: KeptBy): void {
    this.#by = by
  }
}

export const keptHere = new KeptHere()
