import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Journal } from '../../server/journal/journal.ts'
import { parseAddress } from '../../server/journal/address.ts'
import { keysWith, shardOf } from '../../server/journal/keys.ts'
import type { UnitId } from '../../shared/ids.ts'
import { journalContract } from './contract.ts'
import { listenTo, newUnit, nodeOn, oneTo, recordOn, say } from './rig.ts'
import { Servers, startCluster } from './servers.ts'

describe('J-16 the journal on a Redis Cluster', () => {
  const servers = new Servers()
  let ports: number[] = []
  beforeAll(async () => {
    ports = await startCluster(servers)
  }, 40_000)
  afterAll(() => servers.remove())
  const node = (): Promise<Journal> =>
    nodeOn(parseAddress(`redis+cluster://${ports.map(port => `127.0.0.1:${port}`).join(',')}`))

  /** A unit whose keys live on the master of that third of the slots. */
  const unitOn = async (third: number): Promise<UnitId> => {
    for (;;) {
      const unit = newUnit()
      const slot = await say({ port: ports[0] ?? 0 }, `CLUSTER KEYSLOT ${keysWith('milieu:').journal(unit)}`)
      if (Math.floor((Number(slot.slice(1)) * 3) / 16_384) === third) return unit
    }
  }

  journalContract(node)

  it('J-16 spreads units over the masters', async () => {
    const [here, there] = await Promise.all([node(), node()])
    const units = oneTo(24).map(() => newUnit())
    expect(new Set(units.map(shardOf)).size).toBeGreaterThan(10)
    const listeners = await Promise.all(units.map(unit => listenTo(here, unit)))
    for (const unit of units) await recordOn(there, unit, 'one')
    await Promise.all(listeners.map(listener => listener.until(1)))
    await expect.poll(() => here.age(), { timeout: 5000 }).toBeLessThan(1500)
  })

  it('J-16 a master that comes back begins a new life for its own units only', async () => {
    const journal = await node()
    const [lost, kept] = await Promise.all([unitOn(1), unitOn(2)])
    const [listener, other] = [await listenTo(journal, lost), await listenTo(journal, kept)]
    await recordOn(journal, lost, 'before')
    await recordOn(journal, kept, 'before')
    await Promise.all([listener.until(1), other.until(1)])

    await servers.restart(ports[1] ?? 0)
    await listener.untilRenewed()
    const goesOn = (): Promise<string> =>
      recordOn(journal, lost, 'behind').then(
        ({ seq }) => `at ${seq}`,
        (error: unknown) => String(error)
      )
    await expect.poll(goesOn, { timeout: 10_000 }).toMatch(/at 2|repeated/)
    expect(await journal.read(lost, 0, 10)).toHaveLength(2)
    expect(other.renewed).toBe(false)
  })
})
