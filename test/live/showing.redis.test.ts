/** Alerts on real displays: what they report to have painted and played is in the alert's record. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordShown } from '../../server/alerts/showing.ts'
import type { Alert, ShownOn } from '../../shared/alerts/alert.ts'
import type { AlertEvent } from '../../shared/alerts/event.ts'
import type { AlertId, MemberId, UnitId } from '../../shared/ids.ts'
import { mostLeft } from '../../shared/protocol/most-left.ts'
import type { Sound } from '../../shared/protocol/painted.ts'
import { acknowledge, raise, setUp } from '../support/little-unit.ts'
import { newUnit, startTestNode, type TestNode } from '../support/node.ts'
import { withRedis } from '../support/redis.ts'
import { display, member, newId, openScreen, type TestScreen } from '../support/screen.ts'

const redis = withRedis()
let one: TestNode
let two: TestNode
beforeAll(async () => {
  const limits = { hellos: { burst: 1e6, perSecond: 1 } }
  one = await startTestNode(redis.url, { onPainted: recordShown, liveLimits: limits })
  two = await startTestNode(redis.url, { onPainted: recordShown, liveLimits: limits })
})
afterAll(() => Promise.all([one.stop(), two.stop()]))

async function aUnit(): Promise<UnitId> {
  const unit = newUnit()
  await setUp(one.node.units, unit)
  await Promise.all(
    ['mia', 'ben'].map(id =>
      one.node.units.submit(unit, { type: 'member.start-shift', member: id as MemberId }, newId(), {
        kind: 'loader'
      })
    )
  )
  return unit
}

const mias = (unit: UnitId): Promise<TestScreen> => openScreen(one.url, unit, 'tablet', member(unit, 'mia'))

const wallOf = (node: TestNode, unit: UnitId, name: string): Promise<TestScreen> =>
  openScreen(node.url, unit, 'wall', display(unit, name))

/** Says what the display has on its glass: all that it was told. */
function paints(wall: TestScreen, more: { sound?: Sound; covered?: boolean; left?: string[] } = {}): void {
  if (wall.position) wall.socket.emit('painted', { position: wall.position, ...more })
}

const rowOn = (screen: TestScreen, id: string): Partial<Alert> & { situation?: string } =>
  (screen.rows.alerts?.[id] ?? {}) as never

const shownOn = (tablet: TestScreen, id: string): readonly (ShownOn & { screen: string })[] =>
  (rowOn(tablet, id).shown ?? []) as never

const isOn = (wall: TestScreen, id: string): Promise<void> => wall.until(() => 'id' in rowOn(wall, id))

async function shownEvents(unit: UnitId, alert: string): Promise<(AlertEvent & { type: 'alert.shown' })[]> {
  const recorded = await one.journal.read(unit, 0, 1_000)
  const events = recorded.map(({ event }) => event as AlertEvent)
  return events.filter(event => event.type === 'alert.shown').filter(event => event.alert === alert)
}

/** Everything that was said before has been heard and, where it led to anything, recorded. */
async function heard(node: TestNode, wall: TestScreen, unit: UnitId): Promise<void> {
  await wall.hello()
  await node.node.units.with(unit, host =>
    host.submit(raise(), newId(), { kind: 'member', member: 'ben' as MemberId })
  )
}

describe('an alert on displays', () => {
  it('A-70 A-72 is recorded as shown, and as sounded, once for each of them', async () => {
    const unit = await aUnit()
    const [tablet, north, south] = await Promise.all([
      mias(unit),
      wallOf(one, unit, 'north'),
      wallOf(two, unit, 'south')
    ])
    const alert = newId()
    await tablet.submit(raise(), alert)
    await Promise.all([isOn(north, alert), isOn(south, alert)])
    paints(north, { sound: 'blocked' })
    paints(south, { sound: 'playing' })
    await tablet.until(() => shownOn(tablet, alert).length === 2)
    expect(shownOn(tablet, alert).find(({ screen }) => screen === 'north')?.sounded).toBeNull()
    paints(north, { sound: 'playing' })
    await tablet.until(() => shownOn(tablet, alert).every(({ sounded }) => sounded !== null))
    for (const wall of [north, south])
      for (const sound of ['playing', 'ready'] as const) paints(wall, { sound })
    await heard(one, north, unit)
    await heard(two, south, unit)
    const events = await shownEvents(unit, alert)
    expect(events.map(({ screen, sounded }) => `${screen} ${sounded}`).sort()).toEqual([
      'north false',
      'north true',
      'south true'
    ])
    expect(events.every(({ audience }) => audience === 'wall')).toBe(true)
    for (const screen of [tablet, north, south]) screen.close()
  })

  it('A-70 is recorded once of a display that goes to another node, and says the same there', async () => {
    const unit = await aUnit()
    const [tablet, wall] = await Promise.all([mias(unit), wallOf(one, unit, 'moving')])
    const alert = newId()
    await tablet.submit(raise(), alert)
    await isOn(wall, alert)
    paints(wall, { sound: 'playing' })
    const welcomes = wall.of('welcome').length
    wall.moveTo(two.url)
    await wall.until(() => wall.of('welcome').length > welcomes)
    paints(wall, { sound: 'playing' })
    await tablet.until(() => shownOn(tablet, alert).length === 1)
    await heard(two, wall, unit)
    expect(await shownEvents(unit, alert)).toHaveLength(1)
    tablet.close()
    wall.close()
  })

  it('A-70 is not shown by a display that painted what was before it', async () => {
    const unit = await aUnit()
    const [tablet, wall] = await Promise.all([mias(unit), wallOf(one, unit, 'behind')])
    const before = wall.position
    const alert = newId()
    await tablet.submit(raise(), alert)
    await isOn(wall, alert)
    wall.socket.emit('painted', { position: before ?? { epoch: '', seq: 0 }, sound: 'playing' })
    await heard(one, wall, unit)
    expect(await shownEvents(unit, alert)).toEqual([])
    tablet.close()
    wall.close()
  })

  it('A-71 is never shown on a public wall, nor a silent one on a covered wall, and no silent one is sounded', async () => {
    const unit = await aUnit()
    const tablet = await mias(unit)
    const hall = await openScreen(one.url, unit, 'wall-public', display(unit, 'hall', 'wall-public'))
    const [covered, station] = await Promise.all([wallOf(one, unit, 'covered'), wallOf(one, unit, 'station')])
    const silent = newId()
    const loud = newId()
    await tablet.submit({ ...raise(), kind: 'staff-duress', silent: true } as never, silent)
    await tablet.submit(raise('hall'), loud)
    await Promise.all([isOn(covered, loud), isOn(station, loud)])
    await hall.untilCurrent()
    paints(hall, { sound: 'playing' })
    paints(covered, { sound: 'playing', covered: true })
    paints(station, { sound: 'playing', covered: false })
    await tablet.until(() => shownOn(tablet, loud).length === 2 && shownOn(tablet, silent).length === 1)
    await heard(one, hall, unit)
    expect(
      shownOn(tablet, loud)
        .map(({ screen }) => screen)
        .sort()
    ).toEqual(['covered', 'station'])
    expect(shownOn(tablet, silent)).toMatchObject([{ screen: 'station', sounded: null }])
    for (const screen of [tablet, hall, covered, station]) screen.close()
  })

  it('A-71 is not shown by a wall that had no room for it, until it has', async () => {
    const unit = await aUnit()
    const [tablet, wall] = await Promise.all([mias(unit), wallOf(one, unit, 'crowded')])
    const [first, second] = [newId(), newId()]
    await tablet.submit(raise(), first)
    await tablet.submit(raise('hall'), second)
    await Promise.all([isOn(wall, first), isOn(wall, second)])
    paints(wall, { sound: 'playing', left: [second] })
    await tablet.until(() => shownOn(tablet, first).length === 1)
    await heard(one, wall, unit)
    expect(await shownEvents(unit, second)).toEqual([])
    paints(wall, { left: [] })
    await tablet.until(() => shownOn(tablet, second).length === 1)
    tablet.close()
    wall.close()
  })

  it('A-71 is not shown by a wall that leaves off more than it can name, until it can', async () => {
    const unit = await aUnit()
    const [tablet, wall] = await Promise.all([mias(unit), wallOf(one, unit, 'flooded')])
    const alert = newId()
    await tablet.submit(raise('hall'), alert)
    await isOn(wall, alert)
    const others: string[] = Array.from({ length: mostLeft }, newId)
    paints(wall, { sound: 'playing', left: others })
    await heard(one, wall, unit)
    expect(await shownEvents(unit, alert)).toEqual([])
    paints(wall, { left: others.slice(1) })
    await tablet.until(() => shownOn(tablet, alert).length === 1)
    tablet.close()
    wall.close()
  })

  it('A-72 is sounded where it is the most urgent that nobody has answered', async () => {
    const unit = await aUnit()
    const [tablet, wall] = await Promise.all([mias(unit), wallOf(one, unit, 'north')])
    const [high, low] = [newId(), newId()]
    await tablet.submit(raise(), high)
    await tablet.submit({ ...raise('hall'), kind: 'tension' } as never, low)
    await Promise.all([isOn(wall, high), isOn(wall, low)])
    paints(wall, { sound: 'playing' })
    const sounded = (id: string) => (): boolean => shownOn(tablet, id).some(shown => shown.sounded !== null)
    await tablet.until(sounded(high))
    await tablet.until(() => shownOn(tablet, low).length === 1)
    expect(sounded(low)()).toBe(false)
    const ben = await openScreen(two.url, unit, 'tablet', member(unit, 'ben'))
    await ben.submit(acknowledge(high))
    await wall.until(() => rowOn(wall, high).situation === 'acknowledged')
    paints(wall, { sound: 'playing' })
    await tablet.until(sounded(low))
    for (const screen of [tablet, wall, ben]) screen.close()
  })

  it('A-73 has to be shown again once it begins again, by a paint that has it', async () => {
    const unit = await aUnit()
    const [tablet, wall] = await Promise.all([mias(unit), wallOf(one, unit, 'north')])
    const alert = newId()
    await tablet.submit({ ...raise(), drill: true } as never, alert)
    await isOn(wall, alert)
    paints(wall)
    await tablet.until(() => shownOn(tablet, alert).length === 1)
    await tablet.submit({ type: 'alert.resolve', alert, action: 'all well' })
    await wall.until(() => rowOn(wall, alert).situation === 'resolved')
    const over = wall.position
    await tablet.submit({ type: 'alert.reopen', alert, reason: 'it began again' })
    await wall.until(() => rowOn(wall, alert).situation === 'raised')
    wall.socket.emit('painted', { position: over ?? { epoch: '', seq: 0 } })
    await heard(one, wall, unit)
    expect(await shownEvents(unit, alert)).toHaveLength(1)
    paints(wall)
    await tablet.until(() => shownOn(tablet, alert).length === 1)
    expect(await shownEvents(unit, alert)).toHaveLength(2)
    tablet.close()
    wall.close()
  })

  it('A-74 is said to be unshown when 5 s have gone by without a display, and the next rung is reached', async () => {
    const unit = await aUnit()
    const tablet = await mias(unit)
    const alert = newId() as string as AlertId
    await tablet.submit(raise(), alert as never)
    await tablet.until(() => rowOn(tablet, alert).unshown === true)
    const row = rowOn(tablet, alert)
    const notice = row.notices?.at(-1)
    expect(notice).toMatchObject({ step: 1, tells: 'charge', why: 'unshown', members: ['ben'] })
    const late = (notice?.at ?? 0) - (row.raisedAt ?? 0) - 5_000
    expect(late).toBeGreaterThanOrEqual(0)
    expect(late).toBeLessThan(1_500)
    expect(await shownEvents(unit, alert)).toEqual([])
    tablet.close()
  })

  it('L-19 costs a display that says what nobody knows its report', async () => {
    const unit = await aUnit()
    const [tablet, wall] = await Promise.all([mias(unit), wallOf(one, unit, 'odd')])
    const alert = newId()
    await tablet.submit(raise(), alert)
    await isOn(wall, alert)
    wall.socket.emit('painted', { position: wall.position, sound: 'loud' } as never)
    wall.socket.emit('painted', { position: wall.position, brightness: 1 } as never)
    await heard(one, wall, unit)
    expect(await shownEvents(unit, alert)).toEqual([])
    tablet.close()
    wall.close()
  })
})
