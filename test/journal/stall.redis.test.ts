import { describe, expect, it } from 'vitest'
import { parseAddress } from '../../server/journal/address.ts'
import type { Journal } from '../../server/journal/journal.ts'
import { withRedis } from '../support/redis.ts'
import { answers, appendOf, commandOf, faultOf, listenTo, newUnit, nodeOn } from './rig.ts'

const redis = withRedis()
const node = (): Promise<Journal> => nodeOn(parseAddress(redis.url))

describe('a Redis that stalls', () => {
  it('J-13 every call fails within two seconds, age grows, and it goes on by itself afterwards', async () => {
    const journal = await node()
    const unit = newUnit()
    const listener = await listenTo(journal, unit)
    const { position } = await journal.open(unit)
    await expect.poll(() => journal.age(), { timeout: 3000 }).toBeLessThan(1500)

    redis.pause()
    const { store, setDue, append } = { store: 'x', setDue: 1, append: appendOf(position, ['stalled']) }
    const calls = [
      () => journal.now(),
      () => journal.open(unit),
      () => journal.append(unit, append),
      () => journal.read(unit, 0, 10),
      () => journal.receipts(unit, [commandOf('x').command]),
      () => journal.store(unit, position, store),
      () => journal.dueUnits(1, 1),
      () => journal.setDue(unit, position, setDue),
      () => journal.register(unit),
      () => journal.units(),
      () => journal.share(unit, { a: 'b' }),
      () => journal.shared(unit)
    ]
    const faults = await Promise.all(calls.map(faultOf))
    expect(Math.max(...faults.map(({ took }) => took))).toBeLessThan(2000)
    expect((await faultOf(() => journal.now())).took).toBeLessThan(2000)
    await expect.poll(() => journal.age(unit), { timeout: 8000 }).toBeGreaterThan(4000)

    await redis.resume()
    await answers(journal)
    await expect.poll(() => journal.age(unit), { timeout: 5000 }).toBeLessThan(1500)

    // Whether the append of the stalled time took effect is unsure: sending it again settles it, with one effect.
    const again = await recordAgain(journal)
    expect(again).toHaveLength(1)
    await listener.until(1)
    expect(listener.seqs).toEqual([1])
    expect(listener.renewed).toBe(false)

    async function recordAgain(to: Journal): Promise<unknown[]> {
      expect(['appended', 'repeated']).toContain((await to.append(unit, append)).word)
      return to.read(unit, 0, 10)
    }
  })

  it('J-13 is refused at the door when Redis does not answer at the start', async () => {
    redis.pause()
    const fault = await faultOf(node)
    await redis.resume()
    expect(['late', 'link']).toContain(fault.code)
    expect(fault.took).toBeLessThan(4000)
  })
})

describe('no Redis', () => {
  it('J-13 is refused at the door, with the reason', async () => {
    const fault = await faultOf(() => nodeOn({ kind: 'socket', path: `${redis.path}.none` }))
    expect(fault.code).toBe('link')
    expect(fault.says).toContain('ENOENT')
    expect(fault.took).toBeLessThan(4000)
  })
})
