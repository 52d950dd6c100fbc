import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { UnitId } from '../../shared/ids.ts'
import type { Recorded } from '../../shared/recorded.ts'
import { keysWith } from '../../server/journal/keys.ts'
import { say } from '../journal/rig.ts'
import { newUnit } from '../support/node.ts'
import { withRedis } from '../support/redis.ts'
import { allOf, startTicks, type TickNode } from '../support/ticks.ts'

const redis = withRedis()
let a: TickNode
let b: TickNode
beforeAll(async () => {
  a = await startTicks(redis.url, { linger: 0 })
  b = await startTicks(redis.url, { linger: 0 })
})
afterAll(() => Promise.all([a.stop(), b.stop()]))

/** Ticks owed from `first` milliseconds from now on, one every `step`. */
async function owe(
  node: TickNode,
  unit: UnitId,
  count: number,
  first: number,
  step: number
): Promise<Record<string, number>> {
  const now = await node.journal.now()
  const ticks = Object.fromEntries(Array.from({ length: count }, (_, n) => [`t${n}`, now + first + n * step]))
  await node.submit(unit, { type: 'tick.owe', ticks })
  return ticks
}

/** When each was paid, in milliseconds after it was owed. */
function latenessOf(recorded: Recorded[], ticks: Record<string, number>): number[] {
  const paid = recorded.filter(({ event }) => event.type === 'tick.pay')
  expect(paid.map(({ event }) => (event as unknown as { tick: string }).tick).sort()).toEqual(
    Object.keys(ticks).sort()
  )
  return paid.map(({ event, at }) => at - (ticks[(event as unknown as { tick: string }).tick] ?? 0))
}

/** Resolves to the whole journal once all is paid. */
async function allPaid(node: TickNode, unit: UnitId, count: number): Promise<Recorded[]> {
  const { host, release } = await node.units.hold(unit)
  await new Promise<void>(done => {
    const look = (): void => void (Object.keys(host.state.paid).length >= count && done())
    node.units.onChanged(look)
    look()
  })
  release()
  return allOf(node.journal, unit)
}

describe('what time owes', () => {
  it('U-11 is recorded once, never early and at most a second late, while two nodes host the unit', async () => {
    const unit = newUnit()
    await Promise.all([a.units.hold(unit), b.units.hold(unit)])
    const ticks = await owe(a, unit, 60, 100, 20)
    const late = latenessOf(await allPaid(b, unit, 60), ticks)
    expect(Math.min(...late)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...late)).toBeLessThan(1_000)
    expect(a.ledger.late.length + b.ledger.late.length).toBeGreaterThanOrEqual(60)
  })

  it('U-11 U-13 wakes a unit that nobody hosts', async () => {
    const unit = newUnit()
    const ticks = await owe(a, unit, 1, 1_200, 0)
    const paid = Promise.race([a.ledger.next('duty'), b.ledger.next('duty')])
    await paid
    const late = latenessOf(await allOf(a.journal, unit), ticks)
    expect(late[0]).toBeGreaterThanOrEqual(0)
    expect(late[0]).toBeLessThan(1_000)
  })

  it('U-11 is recorded once and at most a second late when the node that hosts the unit is killed', async () => {
    const unit = newUnit()
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, '../support/ticks-process.ts'), redis.url, unit],
      {
        stdio: ['ignore', 'pipe', 'inherit']
      }
    )
    await once(child.stdout as NonNullable<ChildProcess['stdout']>, 'data')
    const ticks = await owe(a, unit, 40, 100, 50)
    await new Promise<void>(done => {
      a.units.onChanged(
        host => void (host.unit === unit && Object.keys(host.state.paid).length >= 10 && done())
      )
      void a.units.hold(unit)
    })
    child.kill('SIGKILL')
    const late = latenessOf(await allPaid(b, unit, 40), ticks)
    expect(Math.min(...late)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...late)).toBeLessThan(1_000)
  })

  it('U-14 waits for the clock of Redis also where the newest stamp is ahead of it', async () => {
    const unit = newUnit()
    const { release } = await a.units.hold(unit)
    await a.take(unit, 'before')
    const ahead = 4_000
    const stamp = (await a.journal.now()) + ahead
    await say(redis.path, `HSET ${keysWith('milieu:').meta(unit)} at ${stamp}`)
    await a.take(unit, 'held')
    expect((await allOf(a.journal, unit)).at(-1)?.at).toBe(stamp)
    expect(a.units.around.clock.now).toBeLessThan(stamp - ahead / 2)
    release()
  })

  it('U-12 and is refused all the same is not asked for without end', async () => {
    const unit = newUnit()
    const { release } = await a.units.hold(unit)
    const stuck = a.ledger.next('duty.stuck')
    await a.submit(unit, { type: 'tick.jam', tick: 'j' })
    await stuck
    await owe(a, unit, 1, 700, 0)
    await allPaid(a, unit, 1)
    const lines = a.ledger.lines.filter(({ code }) => code === 'duty.stuck')
    expect(lines.map(({ fields }) => fields)).toEqual([{ unit, id: 'pay:jam' }])
    release()
  })
})
