/** How a node comes to know a unit: from the newest snapshot it understands, and the events after it, page by page. */
import type { UnitId } from '../../shared/ids.ts'
import type { Position } from '../../shared/position.ts'
import { JournalFault } from '../journal/fault.ts'
import type { Around } from './around.ts'
import type { Recent } from './recent.ts'
import type { Unit } from './unit.ts'

const page = 500

/** Fills `recent` on the way. Rejects when the journal cannot be read to its end. */
export async function openUnit<State, Command extends { type: string }>(
  id: UnitId,
  { journal, unit, clock }: Around<State, Command>,
  recent: Recent<State>
): Promise<{ position: Position; state: State; stored: number }> {
  const { position, now, snapshot } = await journal.open(id)
  clock.hear(now)
  const kept = snapshot && thawed(unit, snapshot.text)
  let state = kept ? kept.state : unit.initial
  const stored = kept && snapshot ? snapshot.seq : 0
  let seq = stored
  recent.clear()
  recent.put(seq, state)
  while (seq < position.seq) {
    const from = { epoch: position.epoch, seq }
    const recorded = await journal.readOn(id, from, Math.min(page, position.seq - seq))
    if (recorded === 'renewed') throw new JournalFault('link', `${id} began a new life while it was read`)
    if (recorded[0]?.seq !== seq + 1) throw new JournalFault('damaged', `${id} has nothing after ${seq}`)
    for (const event of recorded) {
      state = unit.evolve(state, event)
      recent.put((seq = event.seq), state)
    }
  }
  return { position, state, stored }
}

/** Also changes with what this program can read: a snapshot by one that knew less has passed over events. */
const versionOf = ({
  stateVersion,
  eventVersion
}: Pick<Unit<unknown, never>, 'stateVersion' | 'eventVersion'>) => `${stateVersion}.${eventVersion}`

export function frozen<State, Command extends { type: string }>(
  unit: Unit<State, Command>,
  state: State
): string {
  return JSON.stringify({ v: versionOf(unit), state })
}

function thawed<State, Command extends { type: string }>(
  unit: Unit<State, Command>,
  text: string
): { state: State } | null {
  try {
    const kept = JSON.parse(text) as { v?: unknown; state: State }
    return kept.v === versionOf(unit) ? { state: kept.state } : null
  } catch {
    return null
  }
}
