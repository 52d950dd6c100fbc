/**
 * What was entered on this tablet and has no receipt yet, kept in IndexedDB so that a killed tab or an empty battery
 * loses nothing. An entry is stored before a screen says "kept", and belongs to the member who made it.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Fields } from './sending.svelte.ts'

export interface Kept {
  id: string
  unit: string
  member: string
  fields: Fields
  enteredAt: number
  /** order of entry on this device */
  order?: number
}

interface Schema extends DBSchema {
  kept: { key: number; value: Kept; indexes: { id: string } }
}

export class Outbox {
  #open: Promise<IDBPDatabase<Schema>>

  constructor(name = 'milieu-outbox') {
    // A browser may refuse by throwing at once; then keeping fails, and the page goes on.
    this.#open = Promise.resolve().then(() =>
      openDB<Schema>(name, 1, {
        upgrade(db) {
          db.createObjectStore('kept', { keyPath: 'order', autoIncrement: true }).createIndex('id', 'id', {
            unique: true
          })
        }
      })
    )
    this.#open.catch(() => undefined)
  }

  /** Once an id: what is sent again, by whomever, is not kept twice. */
  async keep(kept: Kept): Promise<void> {
    const db = await this.#open
    if ((await db.getKeyFromIndex('kept', 'id', kept.id)) !== undefined) return
    await db.add('kept', kept)
  }

  /** Called once a receipt or a refusal has come. */
  async release(id: string): Promise<void> {
    const db = await this.#open
    const key = await db.getKeyFromIndex('kept', 'id', id)
    if (key !== undefined) await db.delete('kept', key)
  }

  /** Everything kept for a unit, in order of entry; whose it is stands in each. */
  async kept(unit: string): Promise<Kept[]> {
    const db = await this.#open
    return (await db.getAll('kept')).filter(entry => entry.unit === unit)
  }
}
