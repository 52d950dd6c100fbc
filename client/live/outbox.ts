/**
 * What was entered on this tablet and is not settled yet, kept in IndexedDB so that a killed tab or an empty battery
 * loses nothing. An entry is stored before a screen says "kept", and belongs to the member who made it. What the device
 * refuses to store lives on in memory, for as long as the page does.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Refused } from '../../shared/refusal.ts'
import type { Fields } from './sending.svelte.ts'

export interface Kept {
  id: string
  unit: string
  member: string
  fields: Fields
  enteredAt: number
  /** order of entry on this device */
  order?: number
  /** what the unit answered, where it said no: the entry stays until its member has dealt with that */
  refused?: Refused
  /** only in the memory of this page: the device would not store it */
  loose?: true
}

interface Schema extends DBSchema {
  kept: { key: number; value: Kept; indexes: { id: string } }
}

/** On the disk before it counts as done, and in the order in which it was asked for. */
const onDisk = { durability: 'strict' } as const

export class Outbox {
  #open: Promise<IDBPDatabase<Schema>>
  #loose: readonly Kept[] = []

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

  /** Once an id: what is sent again, by whomever, is not kept twice. Rejects where it is in memory only. */
  async keep(kept: Kept): Promise<void> {
    try {
      await this.#put(kept)
    } catch (fault) {
      if (!this.#loose.some(({ id }) => id === kept.id))
        this.#loose = [...this.#loose, { ...kept, loose: true }]
      throw fault
    }
  }

  /** The unit said no. What was entered stays, with the answer. */
  async refuse(id: string, refused: Refused): Promise<void> {
    this.#loose = this.#loose.map(kept => (kept.id === id ? { ...kept, refused } : kept))
    const tx = (await this.#open).transaction('kept', 'readwrite', onDisk)
    const kept = await tx.store.index('id').get(id)
    if (kept) await tx.store.put({ ...kept, refused })
    await tx.done
  }

  /** Called once a receipt has come, or its member has dealt with a refusal. */
  async release(id: string): Promise<void> {
    this.#loose = this.#loose.filter(kept => kept.id !== id)
    const tx = (await this.#open).transaction('kept', 'readwrite', onDisk)
    const key = await tx.store.index('id').getKey(id)
    if (key !== undefined) await tx.store.delete(key)
    await tx.done
  }

  /** Everything kept for a unit, in order of entry; whose it is stands in each. */
  async kept(unit: string): Promise<Kept[]> {
    const stored = await this.#open.then(db => db.getAll('kept')).catch(() => [])
    return [...stored, ...this.#loose].filter(entry => entry.unit === unit)
  }

  async #put(kept: Kept): Promise<void> {
    const tx = (await this.#open).transaction('kept', 'readwrite', onDisk)
    if ((await tx.store.index('id').getKey(kept.id)) === undefined) await tx.store.add(kept)
    await tx.done
  }
}
