/**
 * The alerts that were raised on this device, so that its screen shows what became of them, also after it was locked
 * or reloaded. Ids and what was sent; no person is kept.
 */
import type { AlertId } from '../../shared/ids.ts'
import type { LiveBoard } from '../live/live-board.ts'
import type { Fields, Sending } from '../live/sending.svelte.ts'

interface Raised {
  id: AlertId
  fields: Fields
  /** the journal's life in which it was last known to be recorded */
  epoch: string | null
  /** put aside: the screen goes on with its work */
  aside: boolean
}

const key = 'milieu:raised'

class RaisedHere {
  #all = $state.raw<readonly Raised[] | null>(null)
  #sendings = new Map<string, Sending>()

  get all(): readonly Raised[] {
    return this.#all ?? []
  }

  /** Reads what an earlier life of this page had raised. */
  takeUp(): void {
    if (this.#all === null) this.#keep(stored())
  }

  has(id: string): boolean {
    return this.all.some(raised => raised.id === id)
  }

  sending(board: LiveBoard, id: string): Sending | undefined {
    return board.sendings.find(sending => sending.id === id) ?? this.#sendings.get(id)
  }

  raise(board: LiveBoard, fields: Fields): AlertId {
    const sending = board.submit(fields)
    const id = sending.id as AlertId
    this.#sendings.set(id, sending)
    this.#keep([...this.all, { id, fields, epoch: null, aside: false }])
    return id
  }

  putAside(id: string, aside = true): void {
    this.#keep(this.all.map(raised => (raised.id === id ? { ...raised, aside } : raised)))
  }

  forget(id: string): void {
    this.#keep(this.all.filter(raised => raised.id !== id))
  }

  /** A journal that came back may have lost its tail: what it no longer knows is sent again, under the same id. */
  assert(board: LiveBoard): void {
    const { position, rows, clock } = board
    if (!position || clock.freshness.is !== 'live') return
    for (const { id, fields, epoch } of this.all) {
      if (epoch === position.epoch) continue
      const known = id in rows.alerts || board.sendings.some(sending => sending.id === id)
      if (epoch !== null && !known) this.#sendings.set(id, board.submit(fields, id))
      if (epoch !== null || id in rows.alerts) this.#recorded(id, position.epoch)
    }
  }

  #recorded(id: string, epoch: string): void {
    this.#keep(this.all.map(raised => (raised.id === id ? { ...raised, epoch } : raised)))
  }

  #keep(all: readonly Raised[]): void {
    this.#all = all
    try {
      sessionStorage.setItem(key, JSON.stringify(all))
    } catch {
      return
    }
  }
}

function stored(): Raised[] {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '[]') as Raised[]
  } catch {
    return []
  }
}

export const raisedHere = new RaisedHere()
