import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { raise, setUp } from '../support/little-unit.ts'
import { newUnit, startTestNode, type TestNode } from '../support/node.ts'
import { withRedis } from '../support/redis.ts'
import { display, member, newId, openScreen } from '../support/screen.ts'

const redis = withRedis()
const unit = newUnit()
let node: TestNode
beforeAll(async () => {
  node = await startTestNode(redis.url)
  await setUp(node.node.units, unit)
})
afterAll(() => node.stop())

describe('a screen', () => {
  it('greets, submits, and sees it on another screen', async () => {
    const tablet = await openScreen(node.url, unit, 'tablet', member(unit, 'mia'))
    const wall = await openScreen(node.url, unit, 'wall', display(unit, 'north'))
    const alert = newId()
    const outcome = await tablet.submit(raise(), alert)
    expect(outcome).toMatchObject({ outcome: 'recorded', repeated: false })
    await wall.until(() => wall.rows.alerts?.[alert] !== undefined)
    await tablet.until(() => tablet.rows.alerts?.[alert] !== undefined)
    await wall.untilCurrent()
    expect(wall.of('gap')).toEqual([])
    tablet.close()
    wall.close()
  })
})
