import { afterAll, beforeAll, expect, it } from 'vitest'
import { say } from '../journal/rig.ts'
import { seen, setUp } from '../support/little-unit.ts'
import { newUnit, startTestNode, type TestNode } from '../support/node.ts'
import { withRedis } from '../support/redis.ts'
import { display, member, openScreen } from '../support/screen.ts'

const redis = withRedis()
let behind: TestNode
let ahead: TestNode
beforeAll(async () => {
  behind = await startTestNode(redis.url)
  ahead = await startTestNode(redis.url)
})
afterAll(() => Promise.all([behind.stop(), ahead.stop()]))

it('L-5 a node that is behind a screen reads on first: nothing that was seen is taken back', async () => {
  const unit = newUnit()
  await setUp(ahead.node.units, unit)
  const { host, release } = await behind.node.units.hold(unit)
  const wall = await openScreen(ahead.url, unit, 'wall', display(unit, 'north'))
  const tablet = await openScreen(ahead.url, unit, 'tablet', member(unit, 'mia'))
  const lost = behind.ledger.next('tail.lost')
  await say(redis.path, 'ACL SETUSER default -xread')
  await lost
  const { seq } = host.position
  await tablet.submit(seen('s1', 'hall'))
  const placed = (): boolean => (wall.rows.stays?.s1 as { place?: string }).place === 'hall'
  await wall.until(placed)
  expect(host.position.seq).toBe(seq)
  const greetings = wall.of('welcome').length
  wall.moveTo(behind.url)
  await wall.until(() => wall.of('welcome').length > greetings)
  expect(wall.of('welcome').at(-1)?.welcome).toMatchObject({ ok: true, deltas: [] })
  expect(placed()).toBe(true)
  await say(redis.path, 'ACL SETUSER default +xread')
  for (const screen of [wall, tablet]) screen.close()
  release()
})
