import { describe, expect, it } from 'vitest'
import { raise, setUp } from '../support/little-unit.ts'
import { newUnit, startTestNode } from '../support/node.ts'
import { withRedis } from '../support/redis.ts'
import type { TestScreen } from '../support/screen.ts'
import { display, member, newId, openScreen } from '../support/screen.ts'

const redis = withRedis()

describe('a node that is told to end', () => {
  it('L-12 answers what is under way, says farewell to every screen, and lets nobody in', async () => {
    const unit = newUnit()
    const node = await startTestNode(redis.url)
    await setUp(node.node.units, unit)
    const wall = await openScreen(node.url, unit, 'wall', display(unit, 'north'))
    const tablet = await openScreen(node.url, unit, 'tablet', member(unit, 'mia'))
    const submits = Array.from({ length: 20 }, () => tablet.submit(raise()))
    await submits[0]
    const ended = node.stop()
    const outcomes = await Promise.all(submits)
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(submits.map(() => 'recorded'))
    for (const screen of [wall, tablet]) {
      expect((await screen.untilHeard('farewell')).farewell).toEqual({ reason: 'draining', again: 'now' })
      await screen.untilHeard('gone')
      screen.close()
    }
    await ended
    expect(node.ledger.partings).toEqual(['draining', 'draining'])
  })

  it('L-12 leaves its screens to another node, which tells them only what they lack', async () => {
    const unit = newUnit()
    const [first, second] = [await startTestNode(redis.url), await startTestNode(redis.url)]
    await setUp(first.node.units, unit)
    const wall = await openScreen(first.url, unit, 'wall', display(unit, 'north'))
    const tablet = await openScreen(second.url, unit, 'tablet', member(unit, 'mia'))
    await first.stop()
    await wall.untilHeard('gone')
    const alert = newId()
    await tablet.submit(raise(), alert)
    wall.moveTo(second.url)
    await wall.until(() => wall.rows.alerts?.[alert] !== undefined)
    expect(wall.of('welcome').at(-1)?.welcome).toHaveProperty('deltas')
    wall.close()
    tablet.close()
    await second.stop()
  })
})

describe('a new life of the journal', () => {
  it('L-14 is noticed on the same connection, and everything is shown anew', async () => {
    const unit = newUnit()
    const node = await startTestNode(redis.url)
    await setUp(node.node.units, unit)
    const wall = await openScreen(node.url, unit, 'wall', display(unit, 'north'))
    const connection = wall.socket.id
    const before = wall.position
    const lost = node.ledger.next('redis.lost')
    await redis.kill()
    await lost
    await redis.start()
    await wall.until(() => wall.position?.epoch !== before?.epoch)
    expect(wall.of('welcome').at(-1)?.welcome).toHaveProperty('snapshot')
    expect(wall.socket.id).toBe(connection)
    expect(wall.position?.seq).toBe(before?.seq)
    wall.close()
    await node.stop()
  })

  it('L-6 a node that is cut from Redis says how long ago it heard of it', async () => {
    const unit = newUnit()
    const node = await startTestNode(redis.url)
    await setUp(node.node.units, unit)
    const wall: TestScreen = await openScreen(node.url, unit, 'wall', display(unit, 'north'))
    redis.pause()
    await wall.until(() => wall.of('beacon').some(({ beacon }) => beacon.age > 3_000))
    await redis.resume()
    const after = wall.heard.length
    await wall.until(() =>
      wall.heard.slice(after).some(heard => heard.is === 'beacon' && heard.beacon.age < 2_000)
    )
    wall.close()
    await node.stop()
  })
})
