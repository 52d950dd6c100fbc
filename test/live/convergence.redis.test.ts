import { randomInt } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { audiences, type Audience } from '../../shared/audience.ts'
import type { UnitId } from '../../shared/ids.ts'
import { evolve, initial, view, type UnitCommand } from '../../shared/unit.ts'
import type { Identity } from '../../server/live/access.ts'
import { acknowledge, canaries, moveBed, raise, seen, setUp } from '../support/little-unit.ts'
import { newUnit, startTestNode, type TestNode } from '../support/node.ts'
import { seeded, type Random } from '../support/random.ts'
import { withRedis } from '../support/redis.ts'
import { display, member, openScreen, type TestScreen } from '../support/screen.ts'
import { allOf } from '../support/ticks.ts'

const redis = withRedis()

const identityFor = (unit: UnitId, audience: Audience, n: number): Identity => {
  if (audience === 'wall' || audience === 'wall-public') return display(unit, `d${n}`, audience)
  return member(unit, 'ben', { locked: audience === 'locked' })
}

/** The text of rows, whatever order their keys came in. */
const textOf = (rows: unknown): string =>
  JSON.stringify(rows, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value
  )

interface Scene {
  unit: UnitId
  nodes: TestNode[]
  screens: TestScreen[]
  tablet: TestScreen
  raised: string[]
  random: Random
  submits: Promise<unknown>[]
}

/** Version 4 in form, so that a screen may submit under it; the seed repeats it. */
const uuidOf = ({ int }: Random): string => {
  const hex = (digits: number): string =>
    int(16 ** digits)
      .toString(16)
      .padStart(digits, '0')
  return `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`
}

const commandOf = ({ random, raised }: Scene): { command: UnitCommand; id: string } => {
  const id = uuidOf(random)
  const command = random.pick<() => UnitCommand>([
    () => raise(random.pick(['hall', 'day-room', null])),
    () => acknowledge(random.pick(raised) ?? 'none'),
    () => seen(random.pick(['s1', 's2']), random.pick(['hall', 'day-room'])),
    () => seen(random.pick(['s1', 's2']), random.pick(['hall', 'day-room'])),
    () => moveBed(random.pick(['s1', 's2']), random.pick(['3', '4', '5', null]))
  ])()
  if (command.type === 'alert.raise') raised.push(id)
  return { command, id }
}

const steps: Record<string, { weight: number; go(scene: Scene): unknown }> = {
  submit: {
    weight: 30,
    go: scene => {
      const { command, id } = commandOf(scene)
      const { tablet } = scene
      scene.submits.push(tablet.insist(command, id))
    }
  },
  drop: { weight: 6, go: ({ screens, random }) => random.pick(screens).drop() },
  move: {
    weight: 6,
    go: ({ screens, nodes, random }) => random.pick(screens).moveTo(random.pick(nodes).url)
  },
  greet: { weight: 3, go: ({ screens, random }) => random.pick(screens).hello() },
  forget: { weight: 1, go: ({ screens, random }) => (random.pick(screens).position = undefined) },
  wait: { weight: 6, go: ({ submits }) => submits.length > 0 && Promise.race(submits) },
  settle: { weight: 2, go: ({ submits }) => Promise.all(submits) }
}

/** One node ends and another takes its place; screens that were there go where they find one. */
async function restart({ nodes, screens, tablet, random }: Scene): Promise<void> {
  const at = random.int(nodes.length)
  const old = nodes[at] as TestNode
  const fresh = await startTestNode(redis.url)
  nodes[at] = fresh
  await old.stop()
  for (const screen of [...screens, tablet]) if (screen.url === old.url) screen.moveTo(fresh.url)
}

async function killRedis({ nodes }: Scene): Promise<void> {
  const renewed = nodes.map(node => node.ledger.next('redis.ready'))
  await redis.kill()
  await redis.start()
  await Promise.all(renewed)
}

async function play(seed: number): Promise<void> {
  const unit = newUnit()
  const nodes = [await startTestNode(redis.url), await startTestNode(redis.url)]
  const [first] = nodes as [TestNode]
  await setUp(first.node.units, unit)
  const open = (audience: Audience, n: number): Promise<TestScreen> =>
    openScreen((nodes[n % 2] as TestNode).url, unit, audience, identityFor(unit, audience, n))
  const screens = await Promise.all([...audiences, ...audiences].map(open))
  const tablet = await openScreen(first.url, unit, 'tablet', member(unit, 'mia'))
  const scene: Scene = { unit, nodes, screens, tablet, raised: ['none'], random: seeded(seed), submits: [] }
  const bag = Object.values(steps).flatMap(step => Array.from({ length: step.weight }, () => step))
  for (let n = 1; n <= 240; n++) {
    await scene.random.pick(bag).go(scene)
    if (n % 80 === 0) await restart(scene)
    if (n === 120) await killRedis(scene)
  }
  await Promise.all(scene.submits)
  await converged(scene)
  for (const screen of [...screens, tablet]) screen.close()
  await Promise.all(nodes.map(node => node.stop()))
}

async function converged({ unit, nodes, screens, tablet }: Scene): Promise<void> {
  const { journal } = nodes[0] as TestNode
  let all = await allOf(journal, unit)
  for (let before = -1; all.length > before; all = await allOf(journal, unit)) {
    before = all.length // time goes on, and what it owes is recorded while screens catch up
    await Promise.all(nodes.map(({ node }) => node.units.with(unit, host => host.reach(before))))
    await Promise.all([...screens, tablet].map(screen => screen.untilCurrent()))
  }
  const state = all.reduce((before, event) => evolve(before, event), initial)
  for (const screen of [...screens, tablet]) {
    expect(textOf(screen.rows), `${screen.audience}`).toBe(textOf(view(state, screen.audience)))
  }
  // No screen was ever sent what it may not see, in whatever frame.
  for (const { audience, heard } of screens) {
    if (audience === 'tablet' || audience === 'charge') continue
    const frames = JSON.stringify(heard)
    for (const canary of canaries) expect(frames).not.toContain(canary)
  }
}

describe('screens of two nodes', () => {
  const seeds = [20_261, randomInt(1e9)]
  it.each(seeds)(
    'L-1, L-15 end with the rows of a fold, whatever happened on the way (seed %i)',
    play,
    60_000
  )
})
