/**
 * `npm run bench`: the board beside a floor, raw sockets and the usual Socket.IO application, interleaved on one machine,
 * the load in this process and each server in its own. Writes `docs/performance.md`. `--rounds N` (default 3),
 * `--most N` boards (default 1000), `--print` to print only. Needs Linux: it reads /proc. Ends with 1, and writes
 * nothing, when a server does not do in time what it should.
 */
import { writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { startRedis } from '../support/redis.ts'
import { Crowd } from './crowd.ts'
import { Progress } from './progress.ts'
import { report } from './report.ts'
import type { Figures, Round } from './rows.ts'
import { endAll, owe } from './running.ts'
import { names, starts, type Name } from './targets.ts'
import { changesFor, several, Turn, type Plan } from './turn.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    most: { type: 'string', default: '1000' },
    print: { type: 'boolean', default: false }
  }
})
const [count, most] = [Number(values.rounds), Number(values.most)]
const sizes = most > 50 ? [50, most] : [most]
const across = Math.min(200, most)

/** Seconds that a turn takes on a quiet machine of two cores, from what it sends: known beforehand within a third. */
function secondsOf(name: Name): number {
  const loads = sizes.map(boards => {
    const { gentle, busy } = changesFor(boards)
    return gentle * 0.05 + busy * (0.001 + boards * 0.000_016)
  })
  const apart = several(name) ? changesFor(across).gentle * 0.05 + 1.5 : 0
  return 2 + most * 0.006 + apart + loads.reduce((sum, seconds) => sum + seconds, 0)
}

/** Bytes of the board's answer to a greeting: what the peers are to answer as well. */
async function snapshotOf(): Promise<number> {
  const redis = await startRedis()
  owe(redis, () => redis.remove())
  const target = owe(await starts.board(redis, 0), started => started.stop())
  const crowd = await Crowd.join(target, 1)
  await crowd.leave()
  await endAll()
  return crowd.sum(board => board.welcome)
}

async function measure(): Promise<Round[]> {
  const say = new Progress('before')
  const snapshot = await say.phase('how large a snapshot is', snapshotOf, bytes => `${bytes} bytes`)
  const plan: Plan = { sizes, across, snapshot }
  const rounds: Round[] = []
  for (let round = 1; round <= count; round++) {
    const figures: [Name, Figures][] = []
    for (const name of names) {
      figures.push([name, await new Turn(name, plan, say.at(`round ${round} of ${count}, ${name}`)).run()])
    }
    rounds.push(Object.fromEntries(figures) as Round)
  }
  return rounds
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void endAll().finally(() => process.exit(130)))
}
const seconds = count * names.reduce((sum, name) => sum + secondsOf(name), 0)
console.log(
  `Rounds: ${count}. Boards: ${sizes.join(' and ')}. It takes about ${Math.ceil(seconds / 60)} min on a quiet machine.`
)
try {
  const machine = `${cpus().length} x ${cpus()[0]?.model.trim() ?? 'processor'}, Node ${process.version}`
  const date = new Date().toISOString().slice(0, 10)
  const text = report(await measure(), { machine, date, sizes, across })
  console.log(`\n${text}`)
  if (!values.print) await writeFile('docs/performance.md', text)
} catch (fault) {
  console.error(`The bench failed. ${fault instanceof Error ? fault.message : String(fault)}`)
  await endAll()
  process.exit(1)
}
