import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keysWith } from '../../server/journal/keys.ts'
import { say } from '../journal/rig.ts'
import { newUnit } from '../support/node.ts'
import { withRedis } from '../support/redis.ts'
import { allOf, startTicks, ticks, type TickNode } from '../support/ticks.ts'

const redis = withRedis()
const keys = keysWith('milieu:')

describe('a node whose tail fails', () => {
  let here: TickNode
  let there: TickNode
  beforeAll(async () => {
    here = await startTicks(redis.url)
    there = await startTicks(redis.url)
  })
  afterAll(() => Promise.all([here.stop(), there.stop()]))

  it('U-3 says repeated only when its own state has what was recorded elsewhere', async () => {
    const unit = newUnit()
    const { host, release } = await here.units.hold(unit)
    const lost = here.ledger.next('tail.lost')
    await say(redis.path, 'ACL SETUSER default -xread')
    await lost
    const first = await there.take(unit, 'p', 'the-same-id')
    expect(host.state.taken).toEqual({})
    expect(await here.take(unit, 'p', 'the-same-id')).toEqual({ ...first, repeated: true })
    expect(host.state.taken).toEqual({ p: 'the-same-id' })
    await say(redis.path, 'ACL SETUSER default +xread')
    release()
  })
})

describe('a unit whose journal is damaged', () => {
  it('U-15 grows old on its node until it can be opened again, whatever else that node hears', async () => {
    const node = await startTicks(redis.url)
    const unit = newUnit()
    await node.take(unit, 'a')
    await node.take(unit, 'b')
    const { host, release } = await node.units.hold(unit)
    await say(redis.path, `XDEL ${keys.journal(unit)} 2-0`)
    const notOpened = node.ledger.next('unit.not-opened')
    await redis.kill()
    await redis.start()
    await notOpened
    await expect.poll(() => host.age, { timeout: 10_000 }).toBeGreaterThan(4_000)
    expect(node.journal.age()).toBeLessThan(3_000)
    const renewed = node.ledger.next('unit.renewed')
    await say(redis.path, `HSET ${keys.meta(unit)} seq 1`)
    await renewed
    expect(host.age).toBeLessThan(3_000)
    expect(Object.keys(host.state.taken)).toEqual(['a'])
    release()
    await node.stop()
  }, 30_000)
})

describe('a command that went out in an append without an answer', () => {
  it('U-5 is left unsure where it would be refused now, for it may have been recorded', async () => {
    let shut = false
    const closing: typeof ticks = {
      ...ticks,
      decide: (state, command, asking) =>
        ticks.decide(shut ? { ...state, taken: { p: 'shut' } } : state, command, asking)
    }
    const node = await startTicks(redis.url, { patience: 60_000 }, closing)
    const unit = newUnit()
    await node.take(unit, 'before')
    const { release } = await node.units.hold(unit)
    const fault = node.ledger.next('append.fault')
    redis.pause()
    const asked = node.take(unit, 'p', 'went-out-id').catch((unsure: Error) => unsure.name)
    await fault
    shut = true
    await redis.kill() // and with it the append, which it never read
    await redis.start()
    expect(await asked).toBe('Unsure')
    shut = false
    expect(await node.take(unit, 'p', 'went-out-id')).toMatchObject({ outcome: 'recorded', repeated: false })
    expect(await allOf(node.journal, unit)).toHaveLength(2)
    release()
    await node.stop()
  }, 30_000)
})
