import { afterEach, describe, expect, it, vi } from 'vitest'
import { keepsRefused, lineOf } from '../../../client/sign-in/lines.ts'
import { Device, pageOf, recorded, refused, soon } from './device.ts'

type Page = ReturnType<typeof pageOf>

describe('what is entered without a network', () => {
  const open: Page[] = []

  const page = (device = new Device(), member = 'priya'): Page => {
    const made = pageOf(device, member)
    open.push(made)
    return made
  }

  const carriedBy = (made: Page, count: number) => vi.waitUntil(() => made.carried.length >= count)

  afterEach(() => {
    for (const { sendings } of open.splice(0)) sendings.close()
  })

  it('N-2 goes out in order of entry, each once the one before was answered', async () => {
    const made = page()
    made.line.connected = false
    for (const id of ['1', '2', '3']) made.sendings.add(id, { type: 'entry' }, Number(id))
    made.line.connected = true
    made.sendings.again()
    await carriedBy(made, 1)
    await soon()
    expect(made.ids()).toEqual(['1'])
    made.carried[0]?.answered(refused)
    expect(made.ids()).toEqual(['1', '2'])
    made.carried[1]?.answered(recorded)
    expect(made.ids()).toEqual(['1', '2', '3'])
  })

  it('N-2 is not overtaken while the one before has no answer, which is sent again under its id', async () => {
    const made = page()
    made.sendings.add('1', { type: 'entry' }, 1)
    made.sendings.add('2', { type: 'entry' }, 2)
    await carriedBy(made, 1)
    made.carried[0]?.answered(null)
    await soon()
    expect(made.ids()).toEqual(['1'])
    made.sendings.again()
    await carriedBy(made, 2)
    expect(made.ids()).toEqual(['1', '1'])
    made.carried[1]?.answered(recorded)
    expect(made.ids()).toEqual(['1', '1', '2'])
  })

  it('N-2 holds up no call for help, which waits for none of it', async () => {
    const made = page()
    made.sendings.add('1', { type: 'entry' }, 1)
    await carriedBy(made, 1)
    made.sendings.add('2', { type: 'entry' }, 2)
    made.sendings.add('help', { type: 'call' }, 3)
    expect(made.ids()).toEqual(['1', 'help'])
    expect(['alert.raise', 'check-in.not-found'].map(type => lineOf({ type }))).toEqual([null, null])
    expect(lineOf({ type: 'alert.arrive' })).not.toBe(lineOf({ type: 'check-in.complete' }))
  })

  it('N-3 is sent by one page of the device at a time, in the order of entry on all of them', async () => {
    const device = new Device()
    const [one, other] = [page(device), page(device)]
    one.line.connected = other.line.connected = false
    one.sendings.add('1', { type: 'entry' }, 1)
    other.sendings.add('2', { type: 'entry' }, 2)
    one.sendings.add('3', { type: 'entry' }, 3)
    await soon()
    other.line.connected = true
    other.sendings.again()
    await carriedBy(other, 1)
    one.line.connected = true
    one.sendings.again()
    await soon()
    expect([one.ids(), other.ids()]).toEqual([[], ['1']])
    other.carried[0]?.answered(recorded)
    other.carried[1]?.answered(recorded)
    other.carried[2]?.answered(recorded)
    expect(other.ids()).toEqual(['1', '2', '3'])
    await vi.waitUntil(() => device.entries.length === 0)
  })

  it('N-3 is taken over from a page that is gone, and a page that finds no answer lets others go', async () => {
    const device = new Device()
    const [gone, left] = [page(device), page(device)]
    gone.sendings.add('1', { type: 'entry' }, 1)
    await carriedBy(gone, 1)
    left.sendings.add('2', { type: 'entry' }, 2)
    await soon()
    expect(left.ids()).toEqual([])
    gone.carried[0]?.answered(null)
    await carriedBy(left, 1)
    expect(left.ids()).toEqual(['1'])
  })

  it('N-4 stays on the device with the answer when it was refused, over a reload, until it was dealt with', async () => {
    const device = new Device()
    const before = page(device)
    before.sendings.add('1', { type: 'entry' }, 1)
    await carriedBy(before, 1)
    before.carried[0]?.answered(refused)
    await vi.waitUntil(() => device.entries[0]?.refused !== undefined)
    before.sendings.close()
    const after = page(device)
    await after.sendings.takeUpKept()
    expect(after.sendings.open).toEqual([])
    expect(after.sendings.disputed.map(({ id, state }) => [id, state])).toEqual([
      ['1', { is: 'refused', refusal: 'off-unit', says: { since: 5 } }]
    ])
    expect(after.ids()).toEqual([])
    after.sendings.dismiss('1')
    expect(after.sendings.disputed).toEqual([])
    await vi.waitUntil(() => device.entries.length === 0)
  })

  it('N-4 is told on every page of the device, and an alert that was refused by its own page alone', async () => {
    const device = new Device()
    const [one, other] = [page(device), page(device)]
    await device.keep({ id: '1', unit: 'u', member: 'priya', fields: { type: 'entry' }, enteredAt: 1 })
    other.line.connected = false
    await other.sendings.takeUpKept()
    await one.sendings.takeUpKept()
    await carriedBy(one, 1)
    one.carried[0]?.answered(refused)
    await vi.waitUntil(() => device.entries[0]?.refused !== undefined)
    await other.sendings.takeUpKept()
    expect(other.sendings.open).toEqual([])
    expect(other.sendings.disputed.map(({ id }) => id)).toEqual(['1'])
    one.sendings.add('help', { type: 'call' }, 2)
    one.carried.at(-1)?.answered(refused)
    expect(one.sendings.disputed.map(({ id }) => id)).toEqual(['1'])
    expect(keepsRefused({ type: 'alert.raise' })).toBe(false)
  })

  it('N-6 is of its own member alone', async () => {
    const device = new Device()
    const [priya, dana] = [page(device), page(device, 'dana')]
    priya.line.connected = false
    priya.sendings.add('1', { type: 'entry' }, 1)
    await soon()
    await dana.sendings.takeUpKept()
    dana.sendings.add('2', { type: 'entry' }, 2)
    await carriedBy(dana, 1)
    expect(dana.ids()).toEqual(['2'])
    expect(dana.sendings.open.map(({ id }) => id)).toEqual(['2'])
  })
})
