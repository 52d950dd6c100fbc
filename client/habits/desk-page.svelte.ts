/** Which page of the charge screen is open, by the part of its address after `#`: the desk, or rounds as habits. */
import { untrack } from 'svelte'

const rounds = '#/rounds'

export class DeskPage {
  #rounds = $state(false)

  get rounds(): boolean {
    return this.#rounds
  }

  /** Follows the address from now on; the answer stops it. `left`: what was picked up on the desk would be moved unseen. */
  follow(left: () => void): () => void {
    const read = () => {
      this.#rounds = location.hash === rounds
      if (this.#rounds) left()
    }
    untrack(read)
    addEventListener('hashchange', read)
    addEventListener('popstate', read)
    return () => {
      removeEventListener('hashchange', read)
      removeEventListener('popstate', read)
    }
  }

  open(): void {
    location.hash = rounds
  }

  /** Back to the desk, at once: what is opened there next is found. */
  close(): void {
    if (!this.#rounds) return
    history.pushState(null, '', location.pathname + location.search)
    this.#rounds = false
  }
}
