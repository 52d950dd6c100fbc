import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newUnit } from '../support/node.ts'
import { withRedis } from '../support/redis.ts'
import { allOf, startTicks, type TickNode } from '../support/ticks.ts'

const redis = withRedis()
let a: TickNode
let b: TickNode
beforeAll(async () => {
  a = await startTicks(redis.url)
  b = await startTicks(redis.url)
})
afterAll(() => Promise.all([a.stop(), b.stop()]))

const times = (count: number): number[] => Array.from({ length: count }, (_, n) => n)

describe('two nodes', () => {
  it('U-3 that are given the same id at once record it once, and say the same seq', async () => {
    for (const n of times(30)) {
      const unit = newUnit()
      await Promise.all([a.units.hold(unit), b.units.hold(unit)])
      const [one, two] = await Promise.all([
        a.take(unit, 'p', `same-${n}-id`),
        b.take(unit, 'p', `same-${n}-id`)
      ])
      expect(one).toMatchObject({ outcome: 'recorded' })
      expect(two).toMatchObject({ outcome: 'recorded' })
      const seqs = [one, two].map(outcome => outcome.outcome === 'recorded' && outcome.position.seq)
      expect(seqs).toEqual([1, 1])
      expect([one, two].filter(outcome => outcome.outcome === 'recorded' && outcome.repeated)).toHaveLength(1)
      expect(await allOf(a.journal, unit)).toHaveLength(1)
    }
  })

  it('U-5 know what the other recorded before they refuse', async () => {
    const unit = newUnit()
    await Promise.all([a.units.hold(unit), b.units.hold(unit)])
    for (const n of times(40)) {
      await a.submit(unit, { type: 'tick.owe', ticks: { [`t${n}`]: Number.MAX_SAFE_INTEGER } })
      const paid = await b.submit(unit, { type: 'tick.pay', tick: `t${n}` })
      expect(paid).toMatchObject({ outcome: 'recorded' })
    }
  })

  it('U-6 that write at once both get everything recorded, in one order', async () => {
    const unit = newUnit()
    const outcomes = await Promise.all(
      times(200).map(n => (n % 2 ? a : b).take(unit, `p${n}`).then(outcome => ({ n, outcome })))
    )
    const recorded = await allOf(a.journal, unit)
    expect(recorded.map(({ seq }) => seq)).toEqual(times(200).map(n => n + 1))
    for (const { n, outcome } of outcomes) {
      const seq = outcome.outcome === 'recorded' ? outcome.position.seq : 0
      expect(recorded[seq - 1]?.event).toMatchObject({ place: `p${n}` })
    }
    await Promise.all([a, b].map(node => node.units.with(unit, host => host.reach(200))))
    const states = await Promise.all([a, b].map(node => node.units.with(unit, ({ state }) => state)))
    expect(states[0]).toEqual(states[1])
  })

  it('U-6 that want the same get one yes and one no', async () => {
    const unit = newUnit()
    for (const n of times(20)) {
      const outcomes = await Promise.all([a.take(unit, `p${n}`), b.take(unit, `p${n}`)])
      expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['recorded', 'refused'])
    }
  })
})
