/**
 * A unit as the spine sees it: pure functions over a state it never looks into. `shared/unit.ts` is the one there is;
 * `server/main.ts` hands it over.
 */
import type { Asking, Decision, Duty } from '../../shared/asking.ts'
import type { Audience } from '../../shared/audience.ts'
import type { RowSet } from '../../shared/protocol/rows.ts'
import type { Recorded } from '../../shared/recorded.ts'

export interface Unit<State, Command extends { type: string }> {
  initial: State
  decide(state: State, command: Command, asking: Asking): Decision<{ type: string }>
  /** never throws, whatever was recorded */
  evolve(state: State, recorded: Recorded): State
  duties(state: State, now: number): Duty<Command>[]
  /** a slice that did not change is the same object as before */
  view(state: State, audience: Audience): RowSet
  /** the fields of a submit, without its id, as a command; null when they are none */
  parseCommand(fields: unknown): Command | null
  /** version that new events carry */
  eventVersion: number
  /** changes when a stored state would no longer be understood */
  stateVersion: number
}
