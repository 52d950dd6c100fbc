/**
 * `npm run demo`: plays a day on the demo unit. Its people sign in like anyone and speak only the public wire, so it
 * shows nothing that a tablet could not do. Stops by itself after `--minutes`.
 */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { MemberId } from '../../shared/ids.ts'
import { Actor } from './actor.ts'
import { nextActs, type Act } from './day.ts'

const { values } = parseArgs({
  options: {
    speed: { type: 'string', default: '1' },
    url: { type: 'string', default: 'http://localhost:8080' },
    unit: { type: 'string', default: 'docs/examples/maple-house.json' },
    minutes: { type: 'string', default: '480' },
    seed: { type: 'string', default: String(Date.now() % 100_000) }
  }
})

const Cast = z.object({
  id: z.string(),
  members: z.array(z.object({ id: z.string(), roles: z.array(z.string()), pin: z.string().optional() }))
})

const amount = (name: 'speed' | 'minutes', most: number): number => {
  const n = Number(values[name])
  if (n > 0 && n <= most) return n
  stop(`--${name} was ${values[name]}; it has to be a number above 0, up to ${most}.`)
}

function stop(line: string): never {
  console.error(line)
  process.exit(1)
}

/** A small generator of its own (mulberry32), so that a run can be played again by its seed. */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

async function company(): Promise<Map<string, Actor>> {
  const cast = Cast.parse(JSON.parse(await readFile(values.unit, 'utf8')))
  const actors = new Map<string, Actor>()
  for (const { id, pin, roles } of cast.members) {
    const needed = !actors.has('charge') || !actors.has('nurse') || actors.size < 6
    if (pin === undefined || !needed) continue
    const actor = await Actor.signIn(new URL(values.url).origin, cast.id, id, pin)
    if (!actor.rows.members[id]?.onShift) {
      actor.leave()
      continue
    }
    actors.set(id, actor)
    for (const role of roles) if (!actors.has(role)) actors.set(role, actor)
  }
  return actors
}

async function play(actors: Map<string, Actor>): Promise<void> {
  const speed = amount('speed', 600)
  const random = seeded(Number(values.seed))
  const [watcher] = actors.values()
  if (!watcher) stop('Nobody of the demo is on shift: start the server with its demo unit first.')
  const since = watcher.now
  const until = Date.now() + amount('minutes', 10_000) * 60_000
  const cast = [...new Set(actors.values())].map(({ member }) => member as MemberId)
  console.log(`Playing at ${speed} x, seed ${values.seed}. Ctrl-C stops.`)
  while (Date.now() < until) {
    const acts = nextActs({ rows: watcher.rows, now: watcher.now, since, speed, random, cast })
    // One thing a moment, as on a ward; at most as many as there are hands.
    for (const act of acts.slice(0, 6)) await perform(act, actors)
    await new Promise(resolve => setTimeout(resolve, 1_000))
  }
}

async function perform({ by, command }: Act, actors: Map<string, Actor>): Promise<void> {
  const actor = actors.get(by) ?? actors.get('charge') ?? actors.get('nurse')
  if (!actor) return
  const outcome = await actor.submit(command)
  const clock = new Date(actor.now).toISOString().slice(11, 19)
  const end =
    outcome.outcome === 'recorded' ? `recorded as ${outcome.position.seq}` : `refused: ${outcome.refusal}`
  console.log(`${clock}  ${command.type.padEnd(18)} ${end}`)
}

try {
  const actors = await company()
  process.once('SIGINT', () => process.exit(0))
  await play(actors)
  for (const actor of new Set(actors.values())) actor.leave()
} catch (fault) {
  const says = fault instanceof Error ? fault.message : String(fault)
  if (says !== 'fetch failed') stop(`The demo stopped: ${says}`)
  stop(`No board answers at ${values.url}: begin one with npm start, or name its address with --url.`)
}
