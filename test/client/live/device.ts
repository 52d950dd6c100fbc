import type { Kept } from '../../../client/live/outbox.ts'
import { Sendings, type Carry } from '../../../client/live/sendings.svelte.ts'
import type { Outcome } from '../../../shared/protocol/submit.ts'
import type { Refused } from '../../../shared/refusal.ts'

export const recorded: Outcome = { outcome: 'recorded', position: { epoch: 'e', seq: 1 }, repeated: false }
export const refused: Outcome = { outcome: 'refused', refusal: 'off-unit', says: { since: 5 } }

/** A device that stores at once, in order, for all of its pages. */
export class Device {
  readonly entries: Kept[] = []
  #order = 0

  keep(kept: Kept): Promise<void> {
    if (!this.entries.some(({ id }) => id === kept.id)) this.entries.push({ ...kept, order: ++this.#order })
    return Promise.resolve()
  }

  refuse(id: string, answer: Refused): Promise<void> {
    const at = this.entries.findIndex(kept => kept.id === id)
    const was = this.entries[at]
    if (was) this.entries[at] = { ...was, refused: answer }
    return Promise.resolve()
  }

  release(id: string): Promise<void> {
    this.entries.splice(0, Infinity, ...this.entries.filter(kept => kept.id !== id))
    return Promise.resolve()
  }

  kept(unit: string): Promise<Kept[]> {
    return Promise.resolve(this.entries.filter(kept => kept.unit === unit))
  }
}

/** A page of the device; what it carries the test answers by hand. */
export function pageOf(device: Device, member: string) {
  const carried: { id: string; answered: (outcome: Outcome | null) => void }[] = []
  const carry: Carry = ({ id }, answered) => carried.push({ id, answered })
  const line = { connected: true }
  const outbox = {
    kept: device,
    member,
    lineOf: ({ type }: { type: string }) => (type === 'call' ? null : type),
    keepsRefused: ({ type }: { type: string }) => type !== 'call',
    locks: navigator.locks
  }
  const sendings = new Sendings({ unit: 'u', outbox, connected: () => line.connected, carry })
  const ids = () => carried.map(({ id }) => id)
  return { sendings, carried, ids, line }
}

/** Everything that was about to happen by itself has happened. */
export const soon = (): Promise<void> => new Promise(done => setImmediate(() => setImmediate(done)))
