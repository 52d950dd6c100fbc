import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Journal } from '../../server/journal/journal.ts'
import { appendedAt, appendOf, Listener, listenTo, markOf, newUnit, oneTo, recordOn } from './rig.ts'

/** What a tail gives. */
export function following(node: () => Promise<Journal>): void {
  it('J-10 gives each event once and in order, whoever wrote it', async () => {
    const [here, there] = await Promise.all([node(), node()])
    const unit = newUnit()
    await recordOn(there, unit, 'before')
    const listener = await listenTo(here, unit)
    for (const n of oneTo(100)) await recordOn(n % 3 ? there : here, unit, `n-${n}`)
    await listener.until(101)
    expect(listener.seqs).toEqual(oneTo(100).map(n => n + 1))
    expect(listener.given.map(markOf)).toEqual(oneTo(100).map(n => `n-${n}/0`))
    expect(listener.given).toEqual(await here.read(unit, 1, 1000))
  })

  it('J-10 follows many units, and takes one in at once while it waits for others', async () => {
    const [here, there] = await Promise.all([node(), node()])
    const units = oneTo(70).map(() => newUnit())
    const listeners = await Promise.all(units.map(unit => listenTo(here, unit)))
    await Promise.all(units.map(unit => recordOn(there, unit, randomUUID())))
    await Promise.all(listeners.map(listener => listener.until(1)))

    const waits: number[] = []
    for (const _ of oneTo(8)) {
      const unit = newUnit()
      const listener = await listenTo(here, unit)
      const began = performance.now()
      await recordOn(there, unit, 'late')
      await listener.until(1)
      waits.push(performance.now() - began)
    }
    // Without being freed, a read that blocks for a second would hold up half of them for 500 ms and more.
    expect(waits.toSorted((a, b) => a - b)[6]).toBeLessThan(400)
    expect(listeners.map(({ seqs }) => seqs)).toEqual(units.map(() => [1]))
  })

  it('J-10 gives nothing more once it was stopped', async () => {
    const [here, there] = await Promise.all([node(), node()])
    const [unit, witness] = [newUnit(), newUnit()]
    const [stopped, other] = [await listenTo(here, unit), await listenTo(here, witness)]
    stopped.stop()
    const again = await listenTo(here, unit)
    await recordOn(there, unit, 'x')
    await recordOn(there, witness, 'y')
    await Promise.all([again.until(1), other.until(1)])
    expect(stopped.seqs).toEqual([])
  })

  it('J-11 does not give what the listener has taken in by another way', async () => {
    const [here, there] = await Promise.all([node(), node()])
    const unit = newUnit()
    const { position } = await here.open(unit)
    for (const n of oneTo(5)) await recordOn(there, unit, `n-${n}`)
    const listener = new Listener(position)
    listener.apply(4)
    here.tail(unit, position, listener)
    await listener.until(5)
    expect(listener.seqs).toEqual([5])
  })

  it("J-11 leaves a node's own events to the answer of its append", async () => {
    const [here, there] = await Promise.all([node(), node()])
    const unit = newUnit()
    const listener = await listenTo(here, unit)
    const { position } = await here.open(unit)
    for (const n of oneTo(100)) {
      const answer = await here.append(unit, appendOf({ ...position, seq: n - 1 }, [`own-${n}`]))
      listener.apply(appendedAt(answer).seq)
    }
    await recordOn(there, unit, 'other')
    await listener.until(101)
    // Some of its own it may be given all the same, where the answer took its time; most it must not.
    expect(listener.seqs.length).toBeLessThan(20)
    expect(listener.given.map(markOf)).toContain('other/0')
  })
}
