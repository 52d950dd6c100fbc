/**
 * `npm run bench`: the board beside a floor, raw sockets and the usual Socket.IO application, interleaved on one machine,
 * the load in this process and each server in its own. Writes `docs/performance.md`. `--rounds N` (default 3),
 * `--most N` boards (default 1000), `--print` to print only.
 */
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { startRedis, type TestRedis } from '../support/redis.ts'
import { BenchBoard } from './board.ts'
import { median, spreadOf } from './measure.ts'
import { report, type Round } from './report.ts'
import { board, floor, raw, stock, textOf, type Target } from './targets.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    most: { type: 'string', default: '1000' },
    print: { type: 'boolean', default: false }
  }
})
const most = Number(values.most)
const sizes = [50, most]

/** Resident memory of a process, kilobytes. */
function residentOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
}

/** Processor time of a process so far, milliseconds (ticks of 10 ms). */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** Waits until every board holds change `n`; says how long after `began` the last of them did. */
class Arrivals {
  #left = 0
  #n = 0
  #began = 0
  #done: (took: number) => void = () => undefined

  expect(n: number, boards: number): Promise<number> {
    this.#n = n
    this.#left = boards
    this.#began = performance.now()
    return new Promise(resolve => (this.#done = resolve))
  }

  took(n: number): void {
    if (n === this.#n && --this.#left === 0) this.#done(performance.now() - this.#began)
  }
}

async function join(target: Target, count: number, onChange: (n: number) => void): Promise<BenchBoard[]> {
  return Promise.all(
    Array.from({ length: count }, () => BenchBoard.join(target.port, target.boards, onChange))
  )
}

/** 20 changes a second, each measured from its sending until the last board holds it. */
async function gentle(
  target: Target,
  boards: number,
  changes: number,
  start: number
): Promise<Round['gentle'][number]> {
  const arrivals = new Arrivals()
  const all = await join(target, boards, n => arrivals.took(n))
  const sender = await BenchBoard.join(target.port, target.sender.dialect)
  const times: number[] = []
  const cpu = cpuOf(target.pid)
  for (let n = start; n < start + changes; n++) {
    const next = performance.now() + 50
    const arrived = arrivals.expect(n, boards)
    void sender.send(n, textOf(n), target.sender.sending)
    times.push(await arrived)
    await new Promise(resolve => setTimeout(resolve, Math.max(0, next - performance.now())))
  }
  const spent = cpuOf(target.pid) - cpu
  const bytes = all.reduce((sum, one) => sum + one.bytes, 0) / boards / changes
  const faults = all.reduce((sum, one) => sum + one.gaps + one.repeats, 0)
  await Promise.all([...all, sender].map(one => one.leave()))
  return { ...spreadOf(times), cpuPerChangeAndBoard: (spent / changes / boards) * 1000, bytes, faults }
}

/** Changes with 32 on their way at all times; over when every board holds the last. */
async function busy(
  target: Target,
  boards: number,
  changes: number,
  start: number
): Promise<Round['busy'][number]> {
  let reached = 0
  const last = start + changes - 1
  let done: () => void = () => undefined
  const finished = new Promise<void>(resolve => (done = resolve))
  const all = await join(target, boards, n => {
    if (n === last && ++reached === boards) done()
  })
  // Many senders: one screen may only send so many a second, and the sum is what is measured.
  const senders = await Promise.all(
    Array.from({ length: 96 }, () => BenchBoard.join(target.port, target.sender.dialect))
  )
  const began = performance.now()
  let next = start
  const lane = async (k: number): Promise<void> => {
    for (let turn = k; next <= last; turn += 32) {
      const n = next++
      await senders[turn % senders.length]?.send(n, textOf(n), target.sender.sending)
    }
  }
  await Promise.all(Array.from({ length: 32 }, (_, k) => lane(k)))
  // Two lanes may be recorded the other way round; boards are asked for the last number, whenever it came.
  await Promise.race([finished, new Promise(resolve => setTimeout(resolve, 5_000))])
  const took = performance.now() - began
  await Promise.all([...all, ...senders].map(one => one.leave()))
  return { perSecond: (changes / took) * 1000, complete: reached === boards }
}

/** Everybody joins at once; over when the last has its snapshot. */
async function storm(target: Target, boards: number): Promise<Round['storm']> {
  const before = residentOf(target.pid)
  const began = performance.now()
  const all = await join(target, boards, () => undefined)
  const took = performance.now() - began
  const perBoard = (residentOf(target.pid) - before) / boards
  await Promise.all(all.map(one => one.leave()))
  return { took, residentPerBoard: perBoard }
}

async function measure(start: (redis: TestRedis) => Promise<Target>): Promise<Round> {
  const redis = await startRedis()
  const target = await start(redis)
  try {
    const round: Round = {
      name: target.name,
      gentle: {},
      busy: {},
      storm: await storm(target, most)
    }
    let n = 1
    for (const size of sizes) {
      round.gentle[size] = await gentle(target, size, size > 500 ? 60 : 120, n)
      n += 1_000
      round.busy[size] = await busy(target, size, size > 500 ? 600 : 2_000, n)
      n += 10_000
    }
    return round
  } finally {
    await target.stop()
    await redis.remove()
  }
}

const rounds: Round[] = []
for (let round = 1; round <= Number(values.rounds); round++) {
  for (const start of [floor, raw, stock, board]) {
    console.log(`round ${round}: ${start.name}`)
    rounds.push(await measure(start))
  }
}
const machine = `${cpus().length} x ${cpus()[0]?.model.trim() ?? 'processor'}, Node ${process.version}`
const text = report(rounds, sizes, machine, new Date().toISOString().slice(0, 10), median)
console.log(text)
if (!values.print) await writeFile('docs/performance.md', text)
