import { describe, expect, it } from 'vitest'
import { Outbox, type Kept } from '../../../client/live/outbox.ts'

const entry: Kept = { id: '1', unit: 'u', member: 'priya', fields: { type: 'a.b' }, enteredAt: 1 }

/** Node has no IndexedDB, as a browser that refuses it has none for us. */
describe('a device that stores nothing', () => {
  it('N-1 is said not to keep an entry, which lives on while the page does, also for who comes back', async () => {
    const outbox = new Outbox()
    await expect(outbox.keep(entry)).rejects.toThrow()
    expect(await outbox.kept('u')).toEqual([{ ...entry, loose: true }])
    expect(await outbox.kept('elsewhere')).toEqual([])
    await expect(outbox.refuse('1', { refusal: 'off-unit', says: {} })).rejects.toThrow()
    expect((await outbox.kept('u')).map(({ refused }) => refused?.refusal)).toEqual(['off-unit'])
    await expect(outbox.release('1')).rejects.toThrow()
    expect(await outbox.kept('u')).toEqual([])
  })
})
