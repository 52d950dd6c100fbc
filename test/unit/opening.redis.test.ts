import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newUnit } from '../support/node.ts'
import { withRedis } from '../support/redis.ts'
import { allOf, startTicks, ticks, type TickNode } from '../support/ticks.ts'

const redis = withRedis()
const small = { every: 50, behind: 20, linger: 0 }
let node: TickNode
beforeAll(async () => {
  node = await startTicks(redis.url, small)
})
afterAll(() => node.stop())

const takeMany = (unit: Parameters<TickNode['take']>[0], from: number, count: number): Promise<unknown> =>
  Promise.all(Array.from({ length: count }, (_, n) => node.take(unit, `p${from + n}`)))

describe('a node', () => {
  it('U-10 that opens a unit from a snapshot has what a fold from the start has, and the views of lately', async () => {
    const unit = newUnit()
    await takeMany(unit, 0, 90)
    await takeMany(unit, 90, 35)
    await takeMany(unit, 125, 40)
    const other = await startTicks(redis.url, small)
    await expect.poll(async () => (await node.journal.open(unit)).snapshot?.seq).toBeGreaterThan(0)
    const { snapshot } = await node.journal.open(unit)
    const { host, release } = await other.units.hold(unit)
    const all = await allOf(node.journal, unit)
    expect(host.state).toEqual(all.reduce((state, event) => ticks.evolve(state, event), ticks.initial))
    for (const seq of [snapshot?.seq ?? 0, 150, 165]) {
      const folded = all.slice(0, seq).reduce((state, event) => ticks.evolve(state, event), ticks.initial)
      expect(host.viewAt(seq, 'wall')).toEqual(ticks.view(folded, 'wall'))
    }
    expect(host.viewAt((snapshot?.seq ?? 0) - 1, 'wall')).toBeUndefined()
    release()
    await other.stop()
  })

  it('U-10 does not take a snapshot that another program wrote', async () => {
    const unit = newUnit()
    await takeMany(unit, 0, 90)
    await expect.poll(async () => (await node.journal.open(unit)).snapshot?.seq).toBeGreaterThan(0)
    const folded: number[] = []
    const newer = {
      ...ticks,
      stateVersion: 2,
      evolve: (state: Parameters<typeof ticks.evolve>[0], event: Parameters<typeof ticks.evolve>[1]) => {
        folded.push(event.seq)
        return ticks.evolve(state, event)
      }
    }
    const other = await startTicks(redis.url, small, newer)
    const { release } = await other.units.hold(unit)
    expect(folded[0]).toBe(1)
    release()
    await other.stop()
  })

  it('U-13 lets a unit go that nobody needs, and opens it again for the next', async () => {
    const unit = newUnit()
    const hosted = (): boolean => node.units.hosts.some(host => host.unit === unit)
    await node.take(unit, 'a')
    expect(hosted()).toBe(true)
    // Units of the tests before are let go too: it is this one that is waited for.
    for (let gone = node.ledger.next('unit.let-go'); hosted(); gone = node.ledger.next('unit.let-go'))
      await gone
    expect(await node.take(unit, 'a')).toMatchObject({ outcome: 'refused' })
  })
})
