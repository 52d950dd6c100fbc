import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MemberId } from '../../shared/ids.ts'
import { protocolVersion } from '../../shared/protocol/version.ts'
import type { UnitCommand } from '../../shared/unit.ts'
import { moveBed, raise, renamePlaces, seen, setUp } from '../support/little-unit.ts'
import { newUnit, startTestNode, type TestNode } from '../support/node.ts'
import { withRedis } from '../support/redis.ts'
import { display, member, newId, openScreen } from '../support/screen.ts'
import { Wire } from '../support/wire.ts'

const redis = withRedis()
const unit = newUnit()
let node: TestNode
beforeAll(async () => {
  const liveLimits = {
    greet: 1_000,
    hellos: { burst: 1e6, perSecond: 1 },
    slow: { queued: 262_144, behind: 10_000 }
  }
  node = await startTestNode(redis.url, { liveLimits })
  await setUp(node.node.units, unit)
})
afterAll(() => node.stop())

const greeting = { protocol: protocolVersion, unit, audience: 'wall' }

describe('a screen', () => {
  it('L-2 that greets again is told what it lacks, and follows one chain', async () => {
    const tablet = await openScreen(node.url, unit, 'tablet', member(unit, 'mia'))
    const wall = await openScreen(node.url, unit, 'wall', display(unit, 'north'))
    for (const place of ['hall', 'day-room', 'hall']) {
      await tablet.submit(seen('s1', place))
      await wall.hello()
      await wall.until(() => (wall.rows.stays?.s1 as { place?: string }).place === place)
    }
    expect(wall.of('gap')).toEqual([])
    await wall.untilCurrent()
    tablet.close()
    wall.close()
  })

  it('L-3 is sent nothing of a change that it may not see, and is current all the same', async () => {
    const tablet = await openScreen(node.url, unit, 'tablet', member(unit, 'mia'))
    const outside = await openScreen(node.url, unit, 'wall-public', display(unit, 'entrance', 'wall-public'))
    const { position } = outside
    const hidden = newId()
    await tablet.submit(raise(), hidden)
    await tablet.until(() => tablet.rows.alerts?.[hidden] !== undefined)
    await outside.untilCurrent()
    expect(outside.of('delta')).toEqual([])
    expect(outside.position).toEqual(position)
    tablet.close()
    outside.close()
  })

  it('L-4 is told all changes of one turn at once', async () => {
    const wall = await openScreen(node.url, unit, 'wall', display(unit, 'north'))
    const places = ['hall', 'day-room']
    const submits = places.map(place => node.node.units.submit(unit, seen('s2', place), newId(), mia))
    const [, last] = await Promise.all(submits)
    const seq = last?.outcome === 'recorded' ? last.position.seq : 0
    await wall.until(() => (wall.position?.seq ?? 0) >= seq)
    expect(wall.of('delta')).toHaveLength(1)
    wall.close()
  })

  it('L-6 hears each second where its view stands, and a member hears what displays painted', async () => {
    const wall = await openScreen(node.url, unit, 'wall', display(unit, 'north'))
    const tablet = await openScreen(node.url, unit, 'tablet', member(unit, 'mia'))
    const locked = await openScreen(node.url, unit, 'locked', member(unit, 'mia'))
    const position = wall.position ?? { epoch: '', seq: 0 }
    wall.socket.emit('painted', { position })
    const saysNorth = (screen: typeof tablet) => (): boolean =>
      screen
        .of('beacon')
        .some(({ beacon }) =>
          beacon.screens?.some(({ name, seq }) => name === 'north' && seq === position.seq)
        )
    await tablet.until(saysNorth(tablet))
    await locked.until(saysNorth(locked))
    await wall.until(() => wall.of('beacon').length >= 2)
    const { beacon } = wall.of('beacon')[0] as { beacon: { now: number; age: number; screens?: unknown } }
    expect(beacon.screens).toBeUndefined()
    expect(Math.abs(beacon.now - (await node.journal.now()))).toBeLessThan(3_000)
    expect(beacon.age).toBeLessThan(2_500)
    wall.close()
    tablet.close()
    locked.close()
  })

  it('L-18 is not believed to have painted what it was not told', async () => {
    const tablet = await openScreen(node.url, unit, 'tablet', member(unit, 'mia'))
    const ahead = await openScreen(node.url, unit, 'wall', display(unit, 'ahead'))
    const elsewhere = await openScreen(node.url, unit, 'wall', display(unit, 'elsewhere'))
    const honest = await openScreen(node.url, unit, 'wall', display(unit, 'honest'))
    const position = honest.position ?? { epoch: '', seq: 0 }
    ahead.socket.emit('painted', { position: { ...position, seq: position.seq + 1 } })
    elsewhere.socket.emit('painted', { position: { ...position, epoch: 'another' } })
    await Promise.all([ahead.hello(), elsewhere.hello()]) // answered after what was said before
    honest.socket.emit('painted', { position })
    const named = (): string[] =>
      tablet.of('beacon').flatMap(({ beacon }) => beacon.screens?.map(({ name }) => name) ?? [])
    await tablet.until(() => named().includes('honest'))
    expect(named()).not.toContain('ahead')
    expect(named()).not.toContain('elsewhere')
    for (const screen of [tablet, ahead, elsewhere, honest]) screen.close()
  })

  it('L-8 must greet in time', async () => {
    const wire = await Wire.open(node.url, display(unit, 'mute'))
    await wire.until(() => wire.closed)
  })

  it('L-8 of another version is told to load the new one', async () => {
    const wire = await Wire.open(node.url, display(unit, 'old'))
    wire.emit(1, 'hello', { protocol: protocolVersion - 1, whatever: 'it said then' })
    await wire.until(() => wire.closed)
    expect(wire.frames).toContain('42["farewell",{"reason":"protocol-old","again":"reload"}]')
  })

  it('L-8 watches its own unit, as what it may', async () => {
    const wire = await Wire.open(node.url, display(unit, 'north'))
    wire.emit(1, 'hello', { ...greeting, unit: 'another-unit' })
    wire.emit(2, 'hello', { ...greeting, audience: 'tablet' })
    expect(await wire.answer(1)).toMatchObject({ ok: false, refusal: 'unit-unknown' })
    expect(await wire.answer(2)).toMatchObject({ ok: false, refusal: 'not-permitted' })
    wire.ws.close()
    const locked = await openScreen(node.url, unit, 'tablet', member(unit, 'mia', { locked: true }))
    expect(locked.of('welcome')[0]?.welcome).toMatchObject({ ok: false, refusal: 'not-signed-in' })
    locked.close()
  })

  it('L-8 that nobody knows is told so before it can ask anything', async () => {
    const stranger = await openScreen(node.url, unit, 'wall', null)
    expect(stranger.of('gone')[0]?.why).toBe('not-signed-in')
    stranger.close()
  })

  it('L-9 opened by a page of another site does not get in', async () => {
    const wire = new Wire(node.url, { origin: 'http://evil.example' })
    const [, response] = (await once(wire.ws, 'unexpected-response')) as [unknown, { statusCode: number }]
    expect(response.statusCode).toBe(400)
    const own = new Wire(node.url, { origin: node.url })
    await once(own.ws, 'open')
    own.ws.close()
  })

  it('L-16 submits as its member; locked as the device; and as a display not at all', async () => {
    const locked = await openScreen(node.url, unit, 'locked', member(unit, 'mia', { locked: true }))
    const raised = newId()
    expect(await locked.submit(raise(), raised)).toMatchObject({ outcome: 'recorded' })
    expect(await locked.submit(moveBed('s1', '3'))).toMatchObject({ refusal: 'not-permitted' })
    const wall = await openScreen(node.url, unit, 'wall', display(unit, 'north'))
    expect(await wall.submit(raise())).toMatchObject({ refusal: 'not-permitted' })
    const { by } = (await node.journal.read(unit, 0, 1_000)).find(({ command }) => command === raised) ?? {
      by: null
    }
    expect(by?.kind).toBe('screen')
    locked.close()
    wall.close()
  })

  it('L-17 cannot use up the id under which time submits what it owes, not even a locked one', async () => {
    const mine = newUnit()
    await setUp(node.node.units, mine)
    const locked = await openScreen(node.url, mine, 'locked', member(mine, 'mia', { locked: true }))
    const alert = newId()
    expect(await locked.submit(raise(), alert)).toMatchObject({ outcome: 'recorded' })
    const derived = [`escalate:${alert}:1`, `lapse:${alert}:0`, 'plan:2026-11-23', 'miss:s1:900000:1']
    for (const id of derived) {
      expect(await locked.submit(raise(), id), id).toMatchObject({ refusal: 'not-understood' })
    }
    // The unit may write meanwhile what it owes (shown nowhere, say), but never one of these on behalf of a screen.
    const taken = (await node.journal.read(mine, 0, 1_000)).filter(({ command }) => derived.includes(command))
    expect(taken.filter(({ by }) => by.kind !== 'clock')).toEqual([])
    const told = await node.node.units.with(mine, ({ state }) => state.alerts.alerts[alert as never]?.told)
    const escalate = { type: 'alert.escalate', alert, step: told } as unknown as UnitCommand
    const early = await node.node.units.submit(mine, escalate, derived[0] as never, { kind: 'clock' })
    expect(early).toMatchObject({ refusal: 'not-owed' })
    locked.close()
  })

  it('L-13 that is revoked or signed out is told why and gone within a second', async () => {
    const wall = await openScreen(node.url, unit, 'wall', display(unit, 'revoked'))
    const tablet = await openScreen(node.url, unit, 'tablet', member(unit, 'mia'))
    const other = await openScreen(node.url, unit, 'tablet', member(unit, 'ben'))
    const began = performance.now()
    node.access.revoke({ kind: 'display', display: `${unit}~revoked` })
    node.access.revoke({ kind: 'sign-in', signIn: 'sign-in-mia', reason: 'locked' })
    expect((await wall.untilHeard('farewell')).farewell).toEqual({ reason: 'revoked', again: 'never' })
    expect((await tablet.untilHeard('farewell')).farewell).toEqual({
      reason: 'locked',
      again: 'after-sign-in'
    })
    await Promise.all([wall.untilHeard('gone'), tablet.untilHeard('gone')])
    expect(performance.now() - began).toBeLessThan(1_000)
    expect(other.of('farewell')).toEqual([])
    for (const screen of [wall, tablet, other]) screen.close()
  })

  it('L-13 whose member left the staff may not watch on', async () => {
    const mine = newUnit()
    await setUp(node.node.units, mine)
    const tablet = await openScreen(node.url, mine, 'tablet', member(mine, 'mia'))
    const retire = { type: 'member.retire', member: 'mia' as MemberId } as const
    await node.node.units.submit(mine, retire, newId(), { kind: 'loader' })
    expect((await tablet.untilHeard('farewell')).farewell).toEqual({
      reason: 'signed-out',
      again: 'after-sign-in'
    })
    tablet.close()
  })
})

const mia = { kind: 'member', member: 'mia' as MemberId } as const

describe('what comes in', () => {
  const uuid = 'c0ffee00-0000-4000-8000-00000000cafe'
  const malformed = [
    {},
    { id: 'x' },
    { id: uuid, type: 'no.such' },
    { id: uuid, type: 'stay.move', stay: 's1', bed: '3', extra: 1 },
    { id: uuid, type: 'stay.move', stay: { $ne: null }, bed: '3' },
    { id: 'long-enough', type: 'stay.move', stay: 's1', bed: '3' },
    { id: '__proto__', type: '__proto__' },
    null,
    7,
    'text',
    [[[]]]
  ]

  it.each(malformed.map((asked, n) => [JSON.stringify(asked), asked, n] as const))(
    'L-7 is not understood: %s',
    async (_, asked, n) => {
      const wire = await Wire.open(node.url, member(unit, 'mia'))
      wire.emit(n, 'submit', asked)
      expect(await wire.answer(n)).toMatchObject({ outcome: 'refused', refusal: 'not-understood' })
      wire.emit(n + 100, 'hello', asked)
      expect(await wire.answer(n + 100)).toMatchObject({ ok: false, refusal: 'not-understood' })
      wire.ws.close()
    }
  )

  it('L-7 deeply nested, without an answer asked for, or no packet at all, ends nothing but itself', async () => {
    const deep = '['.repeat(7_000) + ']'.repeat(7_000)
    const packets = [
      `421["submit",${deep}]`,
      `42["hello",${JSON.stringify(greeting)}]`,
      '42["submit"]',
      '42["painted",1]'
    ]
    const broken = [
      '42{',
      '4',
      '9',
      '4999',
      '42["disconnect"]',
      '451-["hello",{"_placeholder":true,"num":0}]',
      '42[]',
      ''
    ]
    for (const packet of [...packets, ...broken]) {
      const wire = await Wire.open(node.url, display(unit, 'odd'))
      wire.ws.send(packet)
      wire.emit(9, 'hello', greeting)
      await wire.until(() => wire.closed || wire.frames.some(frame => frame.startsWith('439[')))
      wire.ws.close()
    }
    const wall = await openScreen(node.url, unit, 'wall', display(unit, 'north'))
    expect(wall.of('welcome')[0]?.welcome.ok).toBe(true)
    wall.close()
  })

  it('L-7 of more than 16 KB ends the connection', async () => {
    const wire = await Wire.open(node.url, member(unit, 'mia'))
    wire.emit(1, 'submit', { id: newId(), type: 'x', text: 'x'.repeat(17_000) })
    await wire.until(() => wire.closed)
  })

  it('L-11 faster than a screen may is not answered, and answered again later', async () => {
    const wire = await Wire.open(node.url, member(unit, 'mia'))
    const before = node.ledger.lines.length
    for (let n = 0; n < 400; n++) wire.emit(n, 'submit', {})
    await wire.answer(0)
    wire.emit(1_000, 'hello', { ...greeting, audience: 'tablet' })
    await wire.answer(1_000)
    const answered = wire.frames.filter(frame => /^43\d+\[\{"outcome"/.test(frame)).length
    expect(answered).toBeGreaterThanOrEqual(200)
    expect(answered).toBeLessThan(400)
    const lines = node.ledger.lines.slice(before).filter(({ code }) => code === 'screen.hurried')
    expect(lines).toHaveLength(1)
    wire.ws.close()
  })
})

describe('a screen that never reads', () => {
  it('L-10 is cut off, told why, and holds up no other', async () => {
    const slow = await Wire.open(node.url, member(unit, 'mia'))
    const wall = await openScreen(node.url, unit, 'wall', display(unit, 'north'))
    slow.emit(0, 'hello', { ...greeting, audience: 'tablet' })
    await slow.answer(0)
    slow.ws.pause()
    let parted = false
    const cut = node.ledger.next('screen.parted').then(() => (parted = true))
    const took: number[] = []
    for (let n = 0; !parted; n++) {
      const began = performance.now()
      await renamePlaces(node.node.units, unit, `Room ${n},`)
      await wall.until(() => JSON.stringify(wall.rows.places?.['many-99'] ?? {}).includes(`Room ${n},`))
      took.push(performance.now() - began)
    }
    await cut
    expect(Math.max(...took)).toBeLessThan(1_000)
    expect(node.ledger.partings).toContain('too-slow')
    slow.ws.resume()
    await slow.until(() => slow.closed)
    wall.close()
  }, 60_000)
})
