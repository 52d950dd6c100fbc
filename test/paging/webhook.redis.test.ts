import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { AlertId, CommandId, PlaceId, UnitId } from '../../shared/ids.ts'
import type { Description } from '../../shared/profile/profile.ts'
import * as board from '../../shared/unit.ts'
import { view, type UnitCommand, type UnitState } from '../../shared/unit.ts'
import { permit } from '../../server/access/permit.ts'
import { parseAddress } from '../../server/journal/address.ts'
import type { Journal } from '../../server/journal/journal.ts'
import { openJournal } from '../../server/journal/redis.ts'
import { Deliver } from '../../server/paging/deliver.ts'
import { usual } from '../../server/unit/around.ts'
import { JournalClock } from '../../server/unit/journal-clock.ts'
import { Units } from '../../server/unit/units.ts'
import { loader } from '../support/given.ts'
import { elapsed, Ledger, newUnit, startTestNode, type TestNode } from '../support/node.ts'
import { description } from '../support/people.ts'
import { withRedis } from '../support/redis.ts'
import { TestServer } from '../support/server.ts'
import { isSigned, Receiver, type Answer } from './receiver.ts'

// Time is the clock of Redis here: some of these wait for the second and the third attempt.
vi.setConfig({ testTimeout: 60_000 })

const redis = withRedis()
const secret = 'CpagerSecret-0123456789'
const place = 'day-room' as PlaceId

interface Recording {
  journal: Journal
  node: { units: Units<UnitState, UnitCommand> }
}

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

async function node(): Promise<TestNode> {
  const lines: { log: (code: string, fields?: object) => void } = { log: () => undefined }
  const deliver: Deliver = new Deliver({
    now: () => Date.now(),
    log: (code, fields) => lines.log(code, fields),
    push: () => Promise.resolve({ outcome: 'gone', status: null })
  })
  const started = await startTestNode(redis.url, { onPaid: deliver.onPaid })
  lines.log = (code, fields = {}) => started.ledger.log(code, fields)
  undo.push(() => started.stop())
  return started
}

/** Records, and owes nothing to time: what is due is left to others. */
async function withoutClock(): Promise<Recording> {
  const ledger = new Ledger()
  const journal = await openJournal({
    ...{ address: parseAddress(redis.url), random: randomUUID },
    ...{ elapsed, log: ledger.log }
  })
  const around = { journal, unit: board, permit, clock: new JournalClock(elapsed), elapsed }
  const units = new Units<UnitState, UnitCommand>({
    ...around,
    gauges: ledger,
    log: ledger.log,
    limits: usual
  })
  undo.push(async () => {
    await units.close()
    await journal.close()
  })
  return { journal, node: { units } }
}

async function receiver(...answers: Answer[]): Promise<Receiver> {
  const made = await new Receiver().start()
  made.answers = answers
  undo.push(() => made.stop())
  return made
}

async function described(on: Recording, url: string): Promise<UnitId> {
  const unit = newUnit()
  await on.journal.register(unit)
  const pagers = [{ id: 'security', url: `${url}/CpagerUrl`, secret }]
  const told = { ...description, pagers } as unknown as Description
  await submit(on, unit, { type: 'profile.describe', description: told })
  await submit(on, unit, {
    type: 'place.open',
    place,
    name: { en: 'Day room', fr: 'Salle' },
    kind: 'day-room'
  })
  return unit
}

const submit = (on: Recording, unit: UnitId, command: UnitCommand) =>
  on.node.units.submit(unit, command, randomUUID() as string as CommandId, loader)

const raise = (on: Recording, unit: UnitId, id: string) =>
  on.node.units.submit(unit, { type: 'alert.raise', kind: 'fire', place }, id as CommandId, {
    kind: 'screen',
    screen: 'tablet-7'
  })

/** Resolves when every letter of the unit is in that state. */
async function settled(on: TestNode, unit: UnitId, is: string): Promise<void> {
  const all = () => on.node.units.with(unit, ({ state }) => state.paging.letters)
  const changed = () => new Promise<void>(done => on.node.units.onChanged(() => done()))
  for (;;) {
    const next = changed()
    if ((await all()).every(letter => letter.state.is === is)) return
    await next
  }
}

const deliveries = ({ heard }: Receiver) => heard.map(({ headers }) => headers['milieu-delivery'])
const about = ({ heard }: Receiver) =>
  heard.map(({ body }) => (JSON.parse(body.toString()) as { about: string }).about)

describe('a pager', () => {
  it('B-11 is called once, signed, with what happened and no person', async () => {
    const [one, on] = [await receiver(), await node()]
    const unit = await described(on, one.url)
    await raise(on, unit, `alert-${unit}`)
    const [call] = await one.has(1)
    expect(call && isSigned(call, secret)).toBe(true)
    expect(call && isSigned(call, 'another secret of ours')).toBe(false)
    const said = JSON.parse(String(call?.body)) as object
    expect(said).toMatchObject({
      version: 1,
      unit: { id: unit, name: 'Maple House' },
      about: 'raised',
      alert: `alert-${unit}`,
      kind: 'fire',
      place: { id: place, en: 'Day room', fr: 'Salle' },
      text: { en: 'High · Fire · Day room', fr: expect.stringContaining('Salle') as string }
    })
    expect(Object.keys(said).sort()).toEqual(
      (
        'about alert delivery drill kind owed place priority queuedAt raisedAt seq silent step tells text unit ' +
        'version why'
      ).split(' ')
    )
  })

  it('B-5, B-11 that fails, redirects and hangs is called again under the same id until it takes it', async () => {
    const [one, on] = [await receiver(302, 'silence', 204), await node()]
    const unit = await described(on, one.url)
    await raise(on, unit, `alert-${unit}`)
    await one.has(1)
    const resolved = new Promise<void>(done => {
      on.node.units.onChanged(({ state }) => {
        const raisedLetter = state.paging.letters.find(({ call }) => call.about === 'raised')
        if (raisedLetter?.state.is === 'sent' && raisedLetter.attempts > 1) done()
      })
    })
    await resolved
    const first = one.heard.filter(({ headers }) => headers['milieu-delivery'] === deliveries(one)[0])
    expect(first.length).toBeGreaterThan(1)
    expect(new Set(first.map(({ body }) => body.toString())).size).toBe(1)
    expect(one.heard.map(({ path }) => path)).not.toContain('/elsewhere')
    const told = on.ledger.lines.filter(({ code }) => code === 'page.failed')
    expect(told[0]?.fields).toMatchObject({ unit, count: 1, status: 302 })
    const state = await on.node.units.with(unit, host => host.state)
    expect(JSON.stringify([on.ledger.lines, view(state, 'charge')])).not.toMatch(/Cpager/)
  })

  it('B-5 that answers 410 is not called again', async () => {
    const [one, on] = [await receiver(410), await node()]
    const unit = await described(on, one.url)
    await raise(on, unit, `alert-${unit}`)
    await one.has(1)
    await settled(on, unit, 'dead')
    const rows = await on.node.units.with(unit, ({ state }) => Object.values(view(state, 'charge').pages))
    expect(rows).toMatchObject([{ state: 'dead', status: 410, attempts: 1, next: null }])
  })

  it('B-5 is called by one node for each attempt', async () => {
    const [one, a, b] = [await receiver(), await node(), await node()]
    const unit = await described(a, one.url)
    const holds = await Promise.all([a, b].map(on => on.node.units.hold(unit)))
    const ids = [...Array(12).keys()].map(n => `${unit}-alert-${n}` as AlertId)
    for (const [n, id] of ids.entries()) await raise(n % 2 ? a : b, unit, id)
    await one.has(1)
    await settled(a, unit, 'sent')
    expect(new Set(deliveries(one)).size).toBe(one.heard.length)
    expect(about(one)).toContain('raised')
    for (const { release } of holds) release()
  })

  it('B-6 is called again by another node where one was killed amid a call, under the same id', async () => {
    const one = await receiver('silence')
    const quiet = await withoutClock()
    const unit = await described(quiet, one.url)
    const server = await TestServer.start({ redis: redis.url, environment: { DEMO: 'off' } })
    undo.push(() => server.remove())
    await raise(quiet, unit, `alert-${unit}`)
    await one.has(1)
    await server.kill()
    const heir = await node()
    await one.has(2)
    await settled(heir, unit, 'sent')
    const [first, ...later] = deliveries(one)
    expect(later.filter(id => id === first)).toHaveLength(1)
    const letters = await heir.node.units.with(unit, ({ state }) => state.paging.letters)
    const [said] = letters.filter(({ call }) => call.about === 'raised')
    expect(said).toMatchObject({ attempts: 2, status: 204 })
  })
})
