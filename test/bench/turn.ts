/** One turn of one target: started on a Redis of its own, put under every load, and stopped. */
import { startRedis, type TestRedis } from '../support/redis.ts'
import { lanes } from './lanes.ts'
import { busy, gentle, open, storm, type Gentle } from './load.ts'
import type { Progress } from './progress.ts'
import type { Figures } from './rows.ts'
import { endAll, owe } from './running.ts'
import { starts, type Name, type Target } from './targets.ts'

export interface Plan {
  /** numbers of boards, the last the most */
  sizes: number[]
  /** boards at another node than the sender */
  across: number
  /** bytes that peers answer a greeting with */
  snapshot: number
}

/** Changes of each load. */
export const changesFor = (boards: number): { gentle: number; busy: number } =>
  boards > 500 ? { gentle: 100, busy: 320 } : { gentle: 120, busy: 2_000 }

/** Targets that run as several nodes on one Redis. */
export const several = (name: Name): boolean => name === 'floor' || name === 'board'

export class Turn {
  readonly #name: Name
  readonly #plan: Plan
  readonly #say: Progress
  readonly #figures: Figures = { faults: 0 }
  /** no two changes of a turn have the same number */
  #next = 1

  constructor(name: Name, plan: Plan, say: Progress) {
    this.#name = name
    this.#plan = plan
    this.#say = say
  }

  async run(): Promise<Figures> {
    try {
      const redis = await startRedis()
      owe(redis, () => redis.remove())
      const target = await this.#start('starts', redis)
      await this.#say.phase('opens every lane', () => open(target, this.#take(lanes)[0]))
      await this.#storm(target)
      for (const boards of this.#plan.sizes) {
        await this.#gentle(target, boards)
        await this.#busy(target, boards)
      }
      if (several(this.#name)) await this.#across(target, await this.#start('starts a second node', redis))
      return this.#figures
    } finally {
      await endAll()
    }
  }

  #start(phase: string, redis: TestRedis): Promise<Target> {
    return this.#say.phase(phase, async () => {
      return owe(await starts[this.#name](redis, this.#plan.snapshot), target => target.stop())
    })
  }

  async #storm(target: Target): Promise<void> {
    const boards = Math.max(...this.#plan.sizes)
    const run = () => storm(target, boards, this.#take(100)[0])
    const { took, bytes, resident, resumed } = await this.#say.phase(
      `${boards} boards rejoin at once`,
      run,
      told => {
        return `${told.took.toFixed(0)} ms${told.resumed ? `, with resume ${told.resumed.took.toFixed(0)} ms` : ''}`
      }
    )
    const figures = { [`storm/${boards}`]: took, [`resident/${boards}`]: resident }
    // Of the floor it is the connection alone: it answers no greeting.
    Object.assign(this.#figures, figures, bytes > 0 && { welcome: bytes })
    if (!resumed) return
    Object.assign(this.#figures, { [`resumed/${boards}`]: resumed.took, 'welcome-back': resumed.bytes })
  }

  async #gentle(target: Target, boards: number): Promise<void> {
    const run = () => gentle(target, boards, this.#take(changesFor(boards).gentle))
    const { p50, p99, cpu, bytes, faults } = await this.#say.phase(
      `20 a second, ${boards} boards`,
      run,
      times
    )
    Object.assign(this.#figures, {
      [`p50/${boards}`]: p50,
      [`p99/${boards}`]: p99,
      [`cpu/${boards}`]: cpu,
      [`bytes/${boards}`]: bytes
    })
    this.#fault(faults)
  }

  async #busy(target: Target, boards: number): Promise<void> {
    const run = () => busy(target, boards, this.#take(changesFor(boards).busy))
    const told = await this.#say.phase(`32 in flight, ${boards} boards`, run, ({ perSecond }) => {
      return `${perSecond.toFixed(0)} changes a second`
    })
    this.#figures[`busy/${boards}`] = told.perSecond
    this.#fault(told.faults)
  }

  async #across(target: Target, other: Target): Promise<void> {
    const boards = this.#plan.across
    const run = () => gentle(target, boards, this.#take(changesFor(boards).gentle), other)
    const { p99, faults } = await this.#say.phase(`through another node, ${boards} boards`, run, times)
    this.#figures[`across/${boards}`] = p99
    this.#fault(faults)
  }

  #take(changes: number): [first: number, changes: number] {
    const first = this.#next
    this.#next += changes
    return [first, changes]
  }

  #fault(faults: number): void {
    this.#figures['faults'] = (this.#figures['faults'] ?? 0) + faults
  }
}

const times = ({ p50, p99 }: Gentle): string => `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`
