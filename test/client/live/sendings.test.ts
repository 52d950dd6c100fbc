import { describe, expect, it } from 'vitest'
import type { Kept } from '../../../client/live/outbox.ts'
import type { KeptFor } from '../../../client/live/keeping.ts'
import { Sendings, type Carry } from '../../../client/live/sendings.svelte.ts'
import { uuid } from '../../../client/live/uuid.ts'
import type { Outcome } from '../../../shared/protocol/submit.ts'
import type { Refused } from '../../../shared/refusal.ts'

const recorded: Outcome = { outcome: 'recorded', position: { epoch: 'e', seq: 1 }, repeated: false }
const refused: Outcome = { outcome: 'refused', refusal: 'alert-over', says: {} }

/** A line that the test answers by hand. */
function line() {
  const carried: { id: string; answered: (outcome: Outcome | null) => void }[] = []
  const state = { connected: true }
  const carry: Carry = ({ id }, answered) => carried.push({ id, answered })
  const sendings = new Sendings({ unit: 'u', connected: () => state.connected, carry })
  return { sendings, carried, state }
}

describe('what is on its way', () => {
  it('Y-7 given no receipt in time, the same id is sent again, and it never counts as done before', () => {
    const { sendings, carried } = line()
    const sending = sendings.add('id-000001', { type: 'alert.raise' }, 1)
    carried[0]?.answered(null)
    expect(sending.state).toEqual({ is: 'unsure', tries: 1 })
    sendings.again()
    expect(carried.map(({ id }) => id)).toEqual(['id-000001', 'id-000001'])
    carried[1]?.answered(recorded)
    expect(sending.state.is).toBe('recorded')
    expect(sendings.open).toEqual([])
  })

  it('Y-7 given no connection, it is unsure at once and sent when there is one, in order of entry', () => {
    const { sendings, carried, state } = line()
    state.connected = false
    sendings.add('id-000001', { type: 'a.b' }, 1)
    sendings.add('id-000002', { type: 'a.b' }, 2)
    sendings.again()
    expect(carried).toEqual([])
    state.connected = true
    sendings.again()
    expect(carried.map(({ id }) => id)).toEqual(['id-000001', 'id-000002'])
  })

  it('Y-8 given a refusal, it is settled with its reason and not sent again', async () => {
    const { sendings, carried } = line()
    const sending = sendings.add('id-000001', { type: 'a.b' }, 1)
    carried[0]?.answered(refused)
    sendings.again()
    expect(carried).toHaveLength(1)
    expect(await sending.settled).toEqual(refused)
  })

  it('Y-8 given a late second answer, the first stands', () => {
    const { sendings, carried } = line()
    const sending = sendings.add('id-000001', { type: 'a.b' }, 1)
    carried[0]?.answered(recorded)
    carried[0]?.answered(refused)
    expect(sending.state.is).toBe('recorded')
  })

  it('Y-9 makes ids that are UUIDs of version 4, also without a secure context', () => {
    const ids = new Set(Array.from({ length: 1_000 }, uuid))
    expect(ids.size).toBe(1_000)
    for (const id of ids)
      expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  })
})

/** A device's store in the test's hand: `full` refuses, and each keeping waits until the test lets it through. */
class Store {
  full = false
  readonly entries: Kept[] = []
  #waiting: (() => void)[] = []

  async keep(entry: Kept): Promise<void> {
    await new Promise<void>(through => this.#waiting.push(through))
    if (this.full) throw new Error('no room')
    if (!this.entries.some(({ id }) => id === entry.id)) this.entries.push(entry)
  }

  refuse(id: string, refused: Refused): Promise<void> {
    const at = this.entries.findIndex(entry => entry.id === id)
    const was = this.entries[at]
    if (was) this.entries[at] = { ...was, refused }
    return Promise.resolve()
  }

  release(id: string): Promise<void> {
    const at = this.entries.findIndex(entry => entry.id === id)
    if (at >= 0) this.entries.splice(at, 1)
    return Promise.resolve()
  }

  kept(unit: string): Promise<Kept[]> {
    return Promise.resolve(this.entries.filter(entry => entry.unit === unit))
  }

  /** Lets everything through that waits, and whoever waited for it hear of it. */
  async through(): Promise<void> {
    for (const through of this.#waiting.splice(0)) through()
    await new Promise(heard => setImmediate(heard))
  }
}

describe('what is kept on the device', () => {
  function keeping(member: string | null, store = new Store()) {
    const carried: { id: string; answered: (outcome: Outcome | null) => void }[] = []
    const carry: Carry = ({ id }, answered) => carried.push({ id, answered })
    const outbox: KeptFor = { kept: store, member }
    return { store, carried, sendings: new Sendings({ unit: 'u', outbox, connected: () => true, carry }) }
  }

  const entry = (id: string, member: string, unit = 'u'): Kept => ({
    id,
    unit,
    member,
    fields: { type: 'a.b' },
    enteredAt: 7
  })

  it('Y-15 is said to be kept once it is, and does not hold up what is sent', async () => {
    const { sendings, store, carried } = keeping('priya')
    const sending = sendings.add('id-000001', { type: 'a.b' }, 7)
    expect(carried).toHaveLength(1)
    expect(sending.kept).toBeNull()
    await store.through()
    expect(sending.kept).toBe(true)
    expect(store.entries).toEqual([entry('id-000001', 'priya')])
  })

  it('Y-15 is said not to be kept where the device refuses, and is sent all the same', async () => {
    const { sendings, store, carried } = keeping('priya')
    store.full = true
    const sending = sendings.add('id-000001', { type: 'a.b' }, 7)
    await store.through()
    expect(sending.kept).toBe(false)
    carried[0]?.answered(recorded)
    expect(sending.state.is).toBe('recorded')
  })

  it('Y-15 is let go with its answer, also when that comes before it was kept', async () => {
    const { sendings, store, carried } = keeping('priya')
    sendings.add('id-000001', { type: 'a.b' }, 7)
    sendings.add('id-000002', { type: 'a.b' }, 7)
    sendings.add('id-000003', { type: 'a.b' }, 7)
    carried[0]?.answered(recorded)
    await store.through()
    carried[1]?.answered(refused)
    carried[2]?.answered(null)
    await store.through()
    expect(store.entries.map(({ id }) => id)).toEqual(['id-000003'])
  })

  it('Y-15 is taken up by the same member only, in their unit, in order, under the same ids', async () => {
    const store = new Store()
    const of = ['priya', 'dana', 'priya'].map((member, i) => entry(`id-00000${i}`, member))
    store.entries.push(...of, entry('id-000009', 'priya', 'elsewhere'))
    const { sendings, carried } = keeping('priya', store)
    await sendings.takeUpKept()
    await sendings.takeUpKept()
    expect(carried.map(({ id }) => id)).toEqual(['id-000000', 'id-000002'])
    expect(sendings.open.map(({ kept, enteredAt }) => [kept, enteredAt])).toEqual([
      [true, 7],
      [true, 7]
    ])
  })

  it('Y-15 with nobody signed in nothing is kept or taken up, and what is answered is let go', async () => {
    const store = new Store()
    store.entries.push(entry('id-000001', 'priya'), entry('id-000002', 'priya'))
    const { sendings, carried } = keeping(null, store)
    await sendings.takeUpKept()
    expect(carried).toEqual([])
    const sending = sendings.add('id-000001', { type: 'alert.raise' }, 7)
    await store.through()
    expect(sending.kept).toBe(false)
    carried[0]?.answered(recorded)
    await store.through()
    expect(store.entries.map(({ id }) => id)).toEqual(['id-000002'])
  })
})
