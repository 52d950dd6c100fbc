import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { UnitId } from '../../shared/ids.ts'
import { newUnit } from '../support/node.ts'
import { withRedis } from '../support/redis.ts'
import { allOf, startTicks, type TickNode } from '../support/ticks.ts'

const redis = withRedis()
let node: TickNode
beforeAll(async () => {
  node = await startTicks(redis.url)
})
afterAll(() => node.stop())

const ids = (count: number): string[] => Array.from({ length: count }, (_, n) => `kept-id-${n}`)

/** Sends each again under its id until it has an answer. */
async function insist(unit: UnitId, id: string): Promise<string> {
  for (;;) {
    try {
      const { outcome } = await node.take(unit, id, id)
      return outcome
    } catch {
      // unsure: the same id again
    }
  }
}

describe('a unit whose Redis is killed', () => {
  it('U-7 is opened anew, and each command that waited is recorded once', async () => {
    const unit = newUnit()
    await node.take(unit, 'before')
    const { host, release } = await node.units.hold(unit)
    const { epoch } = host.position
    const outcomes = Promise.all(ids(300).map(id => insist(unit, id)))
    await redis.kill()
    const renewed = node.ledger.next('unit.renewed')
    await redis.start()
    expect(await outcomes).toEqual(ids(300).map(() => 'recorded'))
    await renewed
    expect(host.position.epoch).not.toBe(epoch)
    const recorded = await allOf(node.journal, unit)
    expect(
      recorded
        .map(({ command }) => command)
        .slice(1)
        .sort()
    ).toEqual(ids(300).sort())
    expect(Object.keys(host.state.taken)).toHaveLength(301)
    release()
  })
})

describe('a unit whose Redis does not answer', () => {
  it('U-8 leaves a command unsure, and records it once when it is sent again', async () => {
    const unit = newUnit()
    await node.take(unit, 'before')
    const { host, release } = await node.units.hold(unit)
    redis.pause()
    const began = performance.now()
    await expect(node.take(unit, 'unsure-id', 'unsure-id')).rejects.toMatchObject({ name: 'Unsure' })
    expect(performance.now() - began).toBeLessThan(6_000)
    expect(host.age).toBeGreaterThan(2_000)
    await redis.resume()
    expect(await insist(unit, 'unsure-id')).toBe('recorded')
    const recorded = await allOf(node.journal, unit)
    expect(recorded.filter(({ command }) => command === 'unsure-id')).toHaveLength(1)
    release()
  })
})
