/**
 * P1 and P2 under kill -9: nodes and Redis are killed while members raise and answer alerts. Afterwards what everybody
 * was told is compared with what the journal holds. `FAULT_KILLS` sets how many kills (default 12), `FAULT_SEED` plays a
 * run again.
 */
import { randomUUID } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AlertId, UnitId } from '../../shared/ids.ts'
import type { Recorded } from '../../shared/recorded.ts'
import { parseAddress } from '../../server/journal/address.ts'
import { startRedis, type TestRedis } from '../support/redis.ts'
import { TestServer, signIn } from '../support/server.ts'
import { everyEvent } from './read-journal.ts'
import { Insistent, type Told } from './insistent.ts'
import { compare, nothing } from './ledger.ts'

const unit = 'maple-house'
const kills = Number(process.env['FAULT_KILLS'] ?? 12)
const seed = Number(process.env['FAULT_SEED'] ?? Date.now() % 100_000)

/** Linear congruence: enough to play the same kills in the same order again. */
function drawing(from: number): (below: number) => number {
  let state = from >>> 0
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * below)
  }
}

interface Ward {
  redis: TestRedis
  nodes: TestServer[]
  members: Insistent[]
}

async function openWard(sources = '.'): Promise<Ward> {
  const redis = await startRedis()
  const first = await TestServer.start({ redis: redis.url, sources })
  const second = await TestServer.start({ redis: redis.url, sources })
  const nodes = [first, second]
  const origins = nodes.map(node => node.origin)
  const people = [
    ['dana', '3141'],
    ['helen', '4669'],
    ['mei', '1618'],
    ['sam', '8314']
  ] as const
  const members: Insistent[] = []
  for (const [member, pin] of people) {
    const cookie = await signIn(first.origin, unit, member, pin)
    members.push(new Insistent(members.length % 2 ? origins : origins.toReversed(), unit, cookie))
  }
  return { redis, nodes, members }
}

async function closeWard({ redis, nodes, members }: Ward): Promise<void> {
  for (const member of members) member.leave()
  for (const node of nodes) await node.remove()
  await redis.remove()
}

/** Each member raises, answers and takes back alerts, one after the other, until told to stop. */
async function work(member: Insistent, going: () => boolean): Promise<void> {
  while (going()) {
    // Without a place: two of one place would be merged, which is two events for one command.
    const raise = { type: 'alert.raise', kind: 'tension', place: null } as const
    const raised = await member.submit(raise)
    const alert = raised.id as AlertId
    await member.submit({ type: 'alert.arrive', alert })
    await member.submit({ type: 'alert.resolve', alert, action: 'talked' })
    // A second end to the same alert has to be refused, whoever is asked and however often.
    await member.submit({ type: 'alert.resolve', alert, action: 'again' })
  }
}

async function killing(
  ward: Ward,
  draw: (below: number) => number,
  enough: (done: number) => boolean
): Promise<number> {
  let done = 0
  const answers = () =>
    ward.members.flatMap(member => member.told).filter(told => told.outcome !== null).length
  while (!enough(done)) {
    // A kill comes when work has gone on for a while, not when a clock says so.
    const until = answers() + 10 + draw(60)
    await waitFor(() => answers() >= until)
    const which = draw(3)
    const victim = which === 2 ? ward.redis : ward.nodes[which]
    if (!victim) continue
    await victim.kill()
    await victim.start()
    done += 1
  }
  return done
}

function waitFor(when: () => boolean): Promise<void> {
  return new Promise(resolve => {
    const look = setInterval(() => {
      if (!when()) return
      clearInterval(look)
      resolve()
    }, 5)
  })
}

async function underFire(ward: Ward, count: number): Promise<{ told: Told[]; journal: Recorded[] }> {
  let going = true
  const working = ward.members.map(member => work(member, () => going))
  await killing(ward, drawing(seed), done => done >= count)
  going = false
  await Promise.all(working)
  const told = ward.members.flatMap(member => member.told)
  const journal = await everyEvent(parseAddress(ward.redis.url), unit as UnitId)
  return { told, journal }
}

describe(`killed with -9 under load (seed ${seed})`, () => {
  let ward: Ward

  beforeAll(async () => {
    ward = await openWard()
  })
  afterAll(() => closeWard(ward))

  it(`P1 P2: after ${kills} kills of nodes and Redis, nothing told recorded is lost and nothing is doubled`, async () => {
    const { told, journal } = await underFire(ward, kills)
    const recorded = told.filter(({ outcome }) => outcome?.outcome === 'recorded')
    const repeated = recorded.filter(({ outcome }) => outcome?.outcome === 'recorded' && outcome.repeated)
    process.stdout.write(
      `seed ${seed}: ${kills} kills, ${told.length} commands, ${recorded.length} recorded, ${repeated.length} of them ` +
        `on a later try, ${told.filter(({ tries }) => tries > 1).length} sent more than once, ${journal.length} events\n`
    )
    expect(compare(told, journal)).toEqual(nothing)
    expect(told.some(({ tries }) => tries > 1)).toBe(true)
  })
})

describe('the checker itself', () => {
  const copy = 'test-results/without-receipts'

  beforeAll(() => {
    rmSync(copy, { recursive: true, force: true })
    mkdirSync(copy, { recursive: true })
    for (const part of ['server', 'shared', 'docs/examples', 'package.json']) {
      cpSync(part, `${copy}/${part}`, { recursive: true })
    }
  })
  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  it('P2: with the receipt check switched off in a copy, doubled commands are found', async () => {
    const script = `${copy}/server/journal/append.lua`
    const lua = readFileSync(script, 'utf8')
    const blind = lua.replace("if #known > 0 then return { 'repeated', known } end", '')
    expect(blind).not.toBe(lua)
    writeFileSync(script, blind)
    const ward = await openWard(copy)
    try {
      const [first, second] = ward.nodes
      const [member] = ward.members
      if (!first || !second || !member) throw new Error('no ward')
      await doubledOn(ward, member)
    } finally {
      await closeWard(ward)
    }
  })
})

/** The same id reaches both nodes at once, as after a lost reply: without receipts it is recorded twice. */
async function doubledOn(ward: Ward, member: Insistent): Promise<void> {
  const origins = ward.nodes.map(node => node.origin)
  const cookie = await signIn(origins[0] ?? '', unit, 'priya', '1729')
  const twins = origins.map(origin => new Insistent([origin], unit, cookie))
  await member.submit({ type: 'alert.raise', kind: 'tension', place: null })
  const id = randomUUID()
  const told = await Promise.all(
    twins.map(twin => twin.submitAs(id, { type: 'alert.raise', kind: 'property', place: null }))
  )
  for (const twin of twins) twin.leave()
  const journal = await everyEvent(parseAddress(ward.redis.url), unit as UnitId)
  const findings = compare(told.slice(0, 1), journal)
  expect(findings.doubled).toEqual([id])
}
