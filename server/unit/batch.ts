/** Decides a batch of commands in turn, each on the state that those before it lead to. */
import type { Entry, Recorded } from '../../shared/recorded.ts'
import { isRefused, refuse, type Refused } from '../../shared/refusal.ts'
import type { Around } from './around.ts'
import type { Asked } from './asked.ts'
import { loggable } from './log.ts'

export interface Batch<State, Command> {
  accepted: { asked: Asked<Command>; entries: Entry[] }[]
  refused: { asked: Asked<Command>; refused: Refused }[]
  /** after all that was accepted, with stamps that are only as good as this node's idea of Redis' clock */
  state: State
}

export function decideBatch<State, Command extends { type: string }>(
  around: Around<State, Command>,
  from: { state: State; seq: number },
  batch: Asked<Command>[]
): Batch<State, Command> {
  const now = around.clock.now
  const decided: Batch<State, Command> = { accepted: [], refused: [], state: from.state }
  let seq = from.seq
  for (const asked of batch) {
    const decision = decideOne(around, decided.state, asked, now)
    if (isRefused(decision)) {
      decided.refused.push({ asked, refused: decision })
      continue
    }
    decided.accepted.push({ asked, entries: decision })
    for (const entry of decision) {
      decided.state = around.unit.evolve(decided.state, { ...entry, seq: ++seq, at: now })
    }
  }
  return decided
}

function decideOne<State, Command extends { type: string }>(
  { unit, permit, log }: Around<State, Command>,
  state: State,
  { id, command, by }: Asked<Command>,
  now: number
): Entry[] | Refused {
  try {
    const refused = permit(state, by, command)
    if (refused) return refused
    const decision = unit.decide(state, command, { command: id, by, now })
    if (isRefused(decision)) return decision
    if (decision.length === 0) return refuse('no-change')
    return decision.map(event => ({ v: unit.eventVersion, command: id, by, event }))
  } catch (error) {
    // One command that the unit trips over must not hold up the others.
    log('decide.threw', { id: loggable(id), why: error instanceof Error ? error.name : 'not an error' })
    return refuse('not-understood')
  }
}

/** The events as the journal has them, once it said where they begin and when they were recorded. */
export function recordedFrom(accepted: { entries: Entry[] }[], after: number, at: number): Recorded[] {
  let seq = after
  return accepted.flatMap(({ entries }) => entries.map(entry => ({ ...entry, seq: ++seq, at })))
}
