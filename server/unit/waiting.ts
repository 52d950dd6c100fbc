/** The commands of a unit that have no answer yet: those that queue, and those in the append that is under way. */
import type { CommandId, UnitId } from '../../shared/ids.ts'
import type { Outcome } from '../../shared/protocol/submit.ts'
import type { Around } from './around.ts'
import type { Asked } from './asked.ts'
import { loggable } from './log.ts'

/** Between two looks for commands whose time is up, in milliseconds. */
const sweep = 250

type Shared = Pick<Around<unknown, never>, 'elapsed' | 'gauges' | 'log' | 'limits'>

export class Waiting<Command> {
  readonly #unit: UnitId
  readonly #around: Shared
  readonly #byId = new Map<CommandId, Asked<Command>>()
  #queue: Asked<Command>[] = []
  #sweeper: NodeJS.Timeout | undefined

  constructor(unit: UnitId, around: Shared) {
    this.#unit = unit
    this.#around = around
  }

  get size(): number {
    return this.#byId.size
  }

  get(id: CommandId): Asked<Command> | undefined {
    return this.#byId.get(id)
  }

  add(asked: Asked<Command>): void {
    this.#byId.set(asked.id, asked)
    this.#queue.push(asked)
    this.#sweeper ??= setInterval(() => this.#sweep(), sweep)
  }

  /** The next ones for an append; they wait on until they are over. */
  take(most: number): Asked<Command>[] {
    return this.#queue.splice(0, most)
  }

  /** Forgets those that were answered. */
  tidy(some: Iterable<Asked<Command>>): void {
    for (const asked of some) {
      if (!asked.over || this.#byId.get(asked.id) !== asked) continue
      this.#byId.delete(asked.id)
      this.#count(asked.outcome)
    }
    if (this.#byId.size > 0) return
    clearInterval(this.#sweeper)
    this.#sweeper = undefined
  }

  /** Commands whose time is up are left unsure, wherever they are; the append they may be in goes on. */
  #sweep(): void {
    const now = this.#around.elapsed()
    const late = [...this.#byId.values()].filter(({ until }) => until <= now)
    for (const asked of late) asked.unsure('no receipt in time')
    this.#tell(late)
    this.#queue = this.#queue.filter(asked => !asked.over)
    this.tidy([...this.#byId.values()])
  }

  /** One line however many they are, with the first of them. */
  #tell([first, ...others]: readonly Asked<Command>[]): void {
    if (!first) return
    const line = { unit: this.#unit, id: loggable(first.id), count: others.length + 1 }
    this.#around.log('append.unsure', line)
  }

  #count(outcome: Promise<Outcome>): void {
    const { gauges } = this.#around
    outcome.then(
      ended => gauges.answered(ended.outcome === 'recorded' && ended.repeated ? 'repeated' : ended.outcome),
      () => gauges.answered('unsure')
    )
  }
}
