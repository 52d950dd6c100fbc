/**
 * A day of rounds at once: 30 people at Q15, 2,880 checks, from 30 tablets on two nodes and one Redis, as fast as they
 * are taken. Every eighth check is sent twice, the second time to the other node; every eleventh is entered late with
 * its own time. The clocks are the real ones, and load and nodes share one process, so the times are an upper bound.
 * `DAY_ROUNDS` sets how often everybody is seen (default 12; `npm run faults:day`: 96), `FAULT_SEED` plays a run again.
 */
import { describe, expect, it } from 'vitest'
import { intervalOf } from '../../shared/census/stay.ts'
import type { CommandId, MemberId, UnitId } from '../../shared/ids.ts'
import type { Recorded } from '../../shared/recorded.ts'
import type { Rows } from '../../shared/rows.ts'
import { evolve, initial, view, type UnitCommand, type UnitEvent } from '../../shared/unit.ts'
import type { Outcome } from '../../shared/protocol/submit.ts'
import { seen, setUp } from '../support/little-unit.ts'
import { newUnit, startTestNode, type TestNode } from '../support/node.ts'
import { seeded, type Random } from '../support/random.ts'
import { withRedis } from '../support/redis.ts'
import { member, newId, openScreen, type TestScreen } from '../support/screen.ts'
import { allOf } from '../support/ticks.ts'

const redis = withRedis()
const rounds = Number(process.env['DAY_ROUNDS'] ?? 12)
const seed = Number(process.env['FAULT_SEED'] ?? Date.now() % 100_000)
const people = Array.from({ length: 30 }, (_, n) => `p${n + 1}`)
const staff = Array.from({ length: 30 }, (_, n) => `m${n + 1}` as MemberId)
const maximum = (intervalOf.q15 ?? 0) * 60_000

interface Ward {
  unit: UnitId
  nodes: TestNode[]
  tablets: TestScreen[]
  random: Random
  /** what was told of each id, as often as it was sent */
  told: Map<string, Outcome[]>
  /** milliseconds from the tap to the first receipt */
  took: number[]
}

const populate = (): UnitCommand[] =>
  [
    ...staff.map(id => ({
      type: 'member.join',
      member: id,
      description: { name: `Member ${id}`, roles: ['counselor'], credentials: [], language: 'en' }
    })),
    ...people.map((stay, n) => ({
      type: 'stay.admit',
      stay,
      person: {
        name: `Person ${n}`,
        preferred: null,
        alias: `Owl ${n}`,
        legalBasis: 'voluntary',
        phase: null,
        approach: null
      },
      bed: null,
      level: 'q15',
      place: 'hall'
    })),
    // Two of the little unit have to be somewhere else: the day is of thirty.
    ...['s1', 's2'].map(stay => ({ type: 'stay.discharge', stay }))
  ] as unknown as UnitCommand[]

async function openWard(): Promise<Ward> {
  const unit = newUnit()
  const nodes = [await startTestNode(redis.url), await startTestNode(redis.url)]
  const [first] = nodes as [TestNode]
  await setUp(first.node.units, unit)
  for (const command of populate()) {
    const outcome = await first.node.units.submit(unit, command, newId(), { kind: 'loader' })
    if (outcome.outcome === 'refused') throw new Error(`${command.type}: ${outcome.refusal}`)
  }
  const tablets = await Promise.all(
    staff.map((id, n) => openScreen((nodes[n % 2] as TestNode).url, unit, 'tablet', member(unit, id)))
  )
  return { unit, nodes, tablets, random: seeded(seed), told: new Map(), took: [] }
}

async function send(ward: Ward, tablet: TestScreen, command: UnitCommand, id: CommandId): Promise<void> {
  const outcome = await tablet.insist(command, id)
  ward.told.set(id, [...(ward.told.get(id) ?? []), outcome])
}

/** One person's day: seen again and again, by whichever tablet is at hand. */
async function dayOf(ward: Ward, stay: string): Promise<void> {
  const { tablets, random } = ward
  for (let n = 0; n < rounds; n++) {
    const at = random.int(tablets.length)
    const [tablet, other] = [tablets[at], tablets[(at + 1) % tablets.length]] as [TestScreen, TestScreen]
    const late = random.int(11) === 0 ? { seenAt: Date.now() - 60_000 - random.int(600_000) } : {}
    const command = { ...seen(stay, random.pick(['hall', 'day-room'])), ...late } as UnitCommand
    const id = newId()
    const began = performance.now()
    const again = random.int(8) === 0 ? [send(ward, other, command, id)] : []
    await send(ward, tablet, command, id)
    ward.took.push(performance.now() - began)
    await Promise.all(again)
  }
}

/** Every event, once every node and screen stands at the last of them. */
async function settled({ unit, nodes, tablets }: Ward): Promise<Recorded<UnitEvent>[]> {
  const { journal } = nodes[0] as TestNode
  for (let before = -1; ;) {
    const all = await allOf(journal, unit)
    if (all.length === before) return all as Recorded<UnitEvent>[]
    before = all.length // time goes on, and what it owes is recorded meanwhile
    await Promise.all(nodes.map(({ node }) => node.units.with(unit, host => host.reach(before))))
    await Promise.all(tablets.map(tablet => tablet.untilCurrent()))
  }
}

/** The text of rows, whatever order their keys came in. */
const textOf = (rows: unknown): string =>
  JSON.stringify(rows, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value
  )

const share = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0

function say({ took, told }: Ward, seconds: number): void {
  const sorted = took.toSorted((a, b) => a - b)
  const twice = [...told.values()].filter(each => each.length > 1).length
  process.stdout.write(
    `seed ${seed}: ${took.length} checks in ${seconds.toFixed(1)} s, ${(took.length / seconds).toFixed(0)} a second, ` +
      `${twice} sent twice; receipt p50 ${share(sorted, 0.5).toFixed(1)} ms, p99 ${share(sorted, 0.99).toFixed(1)} ms\n`
  )
}

const completed = (all: readonly Recorded<UnitEvent>[]) =>
  all.flatMap(({ command, event }) =>
    event.type === 'check-in.completed' ? [{ command, stay: event.stay, seenAt: event.seenAt }] : []
  )

describe(`a day of rounds of thirty people on two nodes (seed ${seed})`, () => {
  it(`R-48: ${people.length * rounds} checks are each recorded once, and everybody has one next due, alike everywhere`, async () => {
    const ward = await openWard()
    const began = performance.now()
    await Promise.all(people.map(stay => dayOf(ward, stay)))
    say(ward, (performance.now() - began) / 1000)
    const all = await settled(ward)

    const checks = completed(all)
    expect(checks).toHaveLength(people.length * rounds)
    expect(new Set(checks.map(({ command }) => command))).toEqual(new Set(ward.told.keys()))
    const outcomes = [...ward.told.values()]
    expect(outcomes.flat().every(({ outcome }) => outcome === 'recorded')).toBe(true)
    for (const each of outcomes)
      expect(each.filter(one => one.outcome === 'recorded' && !one.repeated)).toHaveLength(1)

    const state = all.reduce((before, event) => evolve(before, event), initial)
    const rows: Rows = view(state, 'tablet')
    expect(Object.keys(rows.checkIns).toSorted()).toEqual(people.toSorted())
    for (const { id, due } of Object.values(rows.checkIns)) {
      const last = Math.max(...checks.filter(({ stay }) => stay === id).map(({ seenAt }) => seenAt))
      expect(due).not.toBeNull()
      expect(due).toBeLessThanOrEqual(last + maximum)
      expect(due).toBeGreaterThan(last)
    }
    const fold = textOf(rows)
    for (const tablet of ward.tablets) expect(textOf(tablet.rows)).toBe(fold)

    for (const tablet of ward.tablets) tablet.close()
    await Promise.all(ward.nodes.map(node => node.stop()))
  })
})
