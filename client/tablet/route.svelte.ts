/** Where in the tablet this is: the part of the address after `#`, so that a reload comes back to it. */
export type Route =
  /** `look`: the last checks of the person, or the one that is corrected */
  | { at: 'round'; stay: string | null; look?: string }
  | { at: 'groups'; meeting: string | null }
  | { at: 'unit' }
  /** a follow-up, or one of the pages beside the list of them */
  | { at: 'todo'; todo: string | null }
  | { at: 'withdrawal'; watch: string | null; then: string | null }
  | { at: 'alert'; alert: string; resolving: boolean; restraining: boolean }

export function routeOf(hash: string): Route {
  const [at, id, then] = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .map(decodeURIComponent)
  if (at === 'groups') return { at, meeting: id ?? null }
  if (at === 'unit') return { at }
  if (at === 'todo') return { at, todo: id ?? null }
  if (at === 'withdrawal') return { at, watch: id ?? null, then: then ?? null }
  if (at === 'alert' && id) {
    return { at, alert: id, resolving: then === 'resolve', restraining: then === 'restraint' }
  }
  if (at === 'round' && id && then) return { at, stay: id, look: then }
  return { at: 'round', stay: at === 'round' ? (id ?? null) : null }
}

export const hrefOf = (...parts: string[]): string => `#/${parts.map(encodeURIComponent).join('/')}`

export class Address {
  #route = $state.raw<Route>({ at: 'round', stay: null })

  get route(): Route {
    return this.#route
  }

  /** Follows the address from now on; the answer stops it. */
  follow(): () => void {
    const read = () => (this.#route = routeOf(location.hash))
    read()
    addEventListener('hashchange', read)
    return () => removeEventListener('hashchange', read)
  }

  go(...parts: string[]): void {
    location.hash = hrefOf(...parts)
  }
}
