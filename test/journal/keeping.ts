import { expect, it } from 'vitest'
import type { Journal } from '../../server/journal/journal.ts'
import type { Position } from '../../shared/position.ts'
import { appendOf, newUnit, oneTo } from './rig.ts'

/** What is kept beside the events. */
export function keeping(node: () => Promise<Journal>): void {
  it('J-7 lists units that are due, soonest first, as the last append said', async () => {
    const journal = await node()
    const units = oneTo(5).map(() => newUnit())
    const latest = 1_000_000
    for (const [n, unit] of units.entries()) {
      const { position } = await journal.open(unit)
      await journal.append(unit, appendOf(position, ['due'], latest - n))
    }
    const mine = async (until: number, limit = 1000): Promise<number[]> =>
      (await journal.dueUnits(until, limit)).filter(({ unit }) => units.includes(unit)).map(({ due }) => due)

    expect(await mine(latest)).toEqual([4, 3, 2, 1, 0].map(n => latest - n))
    expect(await mine(latest - 3)).toEqual([latest - 4, latest - 3])
    expect(await journal.dueUnits(latest, 2)).toHaveLength(2)
    for (const unit of units) {
      const { position } = await journal.open(unit)
      await journal.append(unit, appendOf(position, ['done'], null))
    }
    expect(await mine(latest)).toEqual([])
  })

  it('J-7 a due time without an append counts only on the position the journal stands at', async () => {
    const journal = await node()
    const unit = newUnit()
    const { position } = await journal.open(unit)
    const due = async (): Promise<number | undefined> =>
      (await journal.dueUnits(1000, 1000)).find(found => found.unit === unit)?.due

    await journal.setDue(unit, position, 7)
    expect(await due()).toBe(7)
    await journal.append(unit, appendOf(position, ['on'], 3))
    await journal.setDue(unit, position, 900)
    await journal.setDue(unit, { epoch: 'another', seq: 1 }, 900)
    expect(await due()).toBe(3)
    await journal.setDue(unit, { ...position, seq: 1 }, null)
    expect(await due()).toBeUndefined()
  })

  it('J-8 keeps the newest snapshot of this life only', async () => {
    const journal = await node()
    const unit = newUnit()
    const { position } = await journal.open(unit)
    const at = (seq: number): Position => ({ ...position, seq })
    await journal.append(unit, appendOf(position, ['a', 'b', 'c']))
    expect((await journal.open(unit)).snapshot).toBeNull()
    await journal.store(unit, at(2), 'deux')
    await journal.store(unit, at(1), 'un')
    await journal.store(unit, { epoch: 'another', seq: 3 }, 'other life')
    await journal.store(unit, at(9), 'ahead of the journal')
    expect((await journal.open(unit)).snapshot).toEqual({ seq: 2, text: 'deux' })
    await journal.store(unit, at(3), '')
    expect((await journal.open(unit)).snapshot).toEqual({ seq: 3, text: '' })
  })

  it('J-9 lists every unit that was named, once', async () => {
    const journal = await node()
    const units = [newUnit(), newUnit()]
    for (const unit of [...units, ...units]) await journal.register(unit)
    const listed = await journal.units()
    expect(listed.filter(unit => units.includes(unit))).toEqual(units.sort())
  })

  it('J-9 shares small facts of a unit among nodes', async () => {
    const [one, two] = await Promise.all([node(), node()])
    const unit = newUnit()
    expect(await two.shared(unit)).toEqual({})
    await one.share(unit, { 'wall-1': '12', 'wall-2': '11' })
    await two.share(unit, { 'wall-2': '13', 'wall-1': null })
    expect(await one.shared(unit)).toEqual({ 'wall-2': '13' })
  })
}
