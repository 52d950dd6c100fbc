/** What time owes one unit, and when next. */
import type { Duty } from '../../shared/asking.ts'
import type { CommandId } from '../../shared/ids.ts'
import type { Around } from './around.ts'

/** A duty that was answered and is owed still is asked for again only after this long, in milliseconds. */
const muted = 10_000

export class Owed<State, Command extends { type: string }> {
  readonly #around: Around<State, Command>
  readonly #muted = new Map<CommandId, number>()
  #known: { state: State; due: number | null } | undefined

  constructor(around: Around<State, Command>) {
    this.#around = around
  }

  /** Milliseconds since 1970; null when time owes nothing. */
  next(state: State): number | null {
    if (this.#known?.state === state) return this.#known.due
    const times = this.#duties(state).map(({ id, at }) => Math.max(at, this.#muted.get(id) ?? at))
    const due = times.length > 0 ? Math.ceil(Math.min(...times)) : null
    this.#known = { state, due }
    return due
  }

  /** Those whose time has come. */
  now(state: State): Duty<Command>[] {
    const { now } = this.#around.clock
    return this.#duties(state).filter(({ id, at }) => Math.max(at, this.#muted.get(id) ?? at) <= now)
  }

  /** Those that were answered and are owed all the same would be asked for without end. */
  answered(ids: CommandId[], state: State): CommandId[] {
    const { now } = this.#around.clock
    for (const [id, until] of this.#muted) if (until <= now) this.#muted.delete(id)
    const owed = new Set(this.now(state).map(({ id }) => id))
    const stuck = ids.filter(id => owed.has(id))
    for (const id of stuck) this.#muted.set(id, now + muted)
    this.#known = undefined
    return stuck
  }

  #duties(state: State): Duty<Command>[] {
    return this.#around.unit.duties(state, this.#around.clock.now)
  }
}
