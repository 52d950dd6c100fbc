import { describe, expect, it } from 'vitest'
import { Sendings, type Carry } from '../../../client/live/sendings.svelte.ts'
import { uuid } from '../../../client/live/uuid.ts'
import type { Outcome } from '../../../shared/protocol/submit.ts'

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
