/**
 * The units on this node. One is hosted while somebody holds it (a screen that watches, a command under way, time that
 * owes it something) and let go a while after.
 */
import type { CommandId, UnitId } from '../../shared/ids.ts'
import type { Outcome } from '../../shared/protocol/submit.ts'
import type { Author } from '../../shared/recorded.ts'
import { JournalFault } from '../journal/fault.ts'
import type { Around } from './around.ts'
import { Host } from './host.ts'

export interface Held<State, Command extends { type: string }> {
  host: Host<State, Command>
  /** to be called once */
  release(): void
}

interface Hosted<State, Command extends { type: string }> {
  opening: Promise<Host<State, Command>>
  host?: Host<State, Command>
  holds: number
  /** since when nobody holds it, on the node's own clock */
  idle: number
}

export class Units<State, Command extends { type: string }> {
  readonly around: Around<State, Command>
  readonly #hosted = new Map<UnitId, Hosted<State, Command>>()
  readonly #listeners = new Set<(host: Host<State, Command>) => void>()
  #closed = false

  constructor(around: Around<State, Command>) {
    this.around = around
  }

  get hosts(): Host<State, Command>[] {
    return [...this.#hosted.values()].flatMap(({ host }) => (host ? [host] : []))
  }

  /** Called after each fold of any unit. */
  onChanged(listener: (host: Host<State, Command>) => void): void {
    this.#listeners.add(listener)
  }

  /** Opens the unit if it is not here yet. Rejects when its journal cannot be read now. */
  async hold(unit: UnitId): Promise<Held<State, Command>> {
    if (this.#closed) throw new JournalFault('link', 'this node is closing')
    const hosted = this.#hosted.get(unit) ?? this.#open(unit)
    hosted.holds++
    try {
      const host = await hosted.opening
      return { host, release: () => this.#release(hosted) }
    } catch (error) {
      this.#release(hosted)
      throw error
    }
  }

  /** One command to one unit. Rejects when no receipt came in time: send the same id again. */
  async submit(unit: UnitId, command: Command, id: CommandId, by: Author): Promise<Outcome> {
    return this.with(unit, host => host.submit(command, id, by))
  }

  /** Does something with a unit, hosted at least until it is done. */
  async with<Result>(
    unit: UnitId,
    use: (host: Host<State, Command>) => Promise<Result> | Result
  ): Promise<Result> {
    const { host, release } = await this.hold(unit)
    try {
      return await use(host)
    } finally {
      release()
    }
  }

  /** Lets go of what nobody held for a while. */
  async tidy(): Promise<void> {
    const { elapsed, limits, log } = this.around
    for (const [unit, { host, holds, idle }] of this.#hosted) {
      if (!host || holds > 0 || host.waiting > 0 || elapsed() - idle < limits.linger) continue
      this.#hosted.delete(unit)
      await host.close()
      log('unit.let-go', { unit, seq: host.position.seq })
    }
  }

  /** Resolves when no command waits for its receipt; none waits longer than the limit. */
  async settled(): Promise<void> {
    while (this.hosts.some(host => host.waiting > 0)) await new Promise(resolve => setTimeout(resolve, 20))
  }

  async close(): Promise<void> {
    this.#closed = true
    const all = [...this.#hosted.values()]
    this.#hosted.clear()
    await Promise.allSettled(all.map(async ({ opening }) => (await opening).close()))
  }

  #open(unit: UnitId): Hosted<State, Command> {
    const changed = (host: Host<State, Command>): void => {
      for (const listener of this.#listeners) listener(host)
    }
    const opening = Host.open(unit, this.around, changed)
    const hosted: Hosted<State, Command> = { opening, holds: 0, idle: 0 }
    this.#hosted.set(unit, hosted)
    opening.then(
      host => {
        hosted.host = host
        this.around.log('unit.opened', { unit, seq: host.position.seq })
      },
      () => this.#hosted.delete(unit)
    )
    return hosted
  }

  #release(hosted: Hosted<State, Command>): void {
    hosted.holds--
    hosted.idle = this.around.elapsed()
  }
}
