import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AlertEvent } from '../../shared/alerts/event.ts'
import type { UnitId } from '../../shared/ids.ts'
import type { Recorded } from '../../shared/recorded.ts'
import { setUp } from '../support/little-unit.ts'
import { newUnit } from '../support/node.ts'
import { withRedis } from '../support/redis.ts'
import { allOf } from '../support/ticks.ts'
import { startAlertNode, type AlertNode } from './alert-node.ts'

const redis = withRedis()
const shift = { minutes: 0, tells: 'shift' }
const charge = { minutes: 1, tells: 'charge' }
const everyone = { minutes: 1, tells: 'everyone' }

async function withNode(ago: number, then: (node: AlertNode, unit: UnitId) => Promise<void>): Promise<void> {
  const node = await startAlertNode(redis.url, ago)
  const unit = newUnit()
  await setUp(node.units, unit)
  await node.submit(unit, { type: 'member.start-shift', member: 'ben' }, { kind: 'loader' })
  const { host, release } = await node.units.hold(unit)
  const description = { ...host.state.profile.description, ladder: [shift, charge, everyone] }
  await node.submit(unit, { type: 'profile.describe', description }, { kind: 'loader' })
  try {
    await then(node, unit)
  } finally {
    release()
    await node.stop()
  }
}

/** Another node raises an alert and hosts the unit until it is killed. */
async function raiseElsewhere(unit: UnitId, ago: number): Promise<() => void> {
  const file = join(import.meta.dirname, 'raising-process.ts')
  const child = spawn(process.execPath, [file, redis.url, unit, String(ago)], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  await once(child.stdout, 'data')
  return () => void child.kill('SIGKILL')
}

/** Resolves once so many rungs have been reached, those of minute 0 included. */
function reached(node: AlertNode, unit: UnitId, rungs: number): Promise<void> {
  return new Promise(done => {
    const look = (): void => {
      const host = node.units.hosts.find(one => one.unit === unit)
      if (Object.values(host?.state.alerts.alerts ?? {}).some(({ told }) => told >= rungs)) done()
    }
    node.units.onChanged(look)
    look()
  })
}

/** What was recorded of one type, and how many milliseconds after the alert was. */
async function recordedOf(node: AlertNode, unit: UnitId, type: AlertEvent['type']) {
  const all: Recorded[] = await allOf(node.journal, unit)
  const from = all.find(({ event }) => event.type === 'alert.raised')?.at ?? 0
  return all
    .filter(({ event }) => event.type === type)
    .map(({ event, at }) => ({ ...event, after: at - from }))
}

describe('when a node dies between raising an alert and the next rung', { timeout: 30_000 }, () => {
  it('A-41 another reaches the rung exactly once, and at most a second late', async () => {
    const ago = 57_000
    await withNode(ago, async (node, unit) => {
      const kill = await raiseElsewhere(unit, ago)
      await reached(node, unit, 2)
      kill()
      await reached(node, unit, 3)
      const rungs = await recordedOf(node, unit, 'alert.escalated')
      expect(rungs).toMatchObject([
        { step: 1, why: 'unshown', members: ['ben'] },
        { step: 2, why: 'time', members: ['mia', 'ben'] }
      ])
      expect(rungs[1]?.after).toBeGreaterThanOrEqual(60_000 - ago)
      expect(rungs[1]?.after).toBeLessThan(60_000 - ago + 1_000)
      expect(await recordedOf(node, unit, 'alert.unshown')).toHaveLength(1)
    })
  })

  it('A-41, A-37 another says exactly once, and at most a second late, that no display shows it', async () => {
    const ago = 3_000
    await withNode(ago, async (node, unit) => {
      const kill = await raiseElsewhere(unit, ago)
      kill()
      await reached(node, unit, 2)
      const said = await recordedOf(node, unit, 'alert.unshown')
      expect(said).toHaveLength(1)
      expect(said[0]?.after).toBeGreaterThanOrEqual(5_000 - ago)
      expect(said[0]?.after).toBeLessThan(5_000 - ago + 1_000)
      expect(await recordedOf(node, unit, 'alert.escalated')).toMatchObject([{ step: 1, why: 'unshown' }])
    })
  })
})
