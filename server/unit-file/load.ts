/** Makes a unit what its file says, by submitting ordinary commands like anyone else. */
import { randomUUID } from 'node:crypto'
import type { CommandId } from '../../shared/ids.ts'
import type { Outcome } from '../../shared/protocol/submit.ts'
import type { UnitCommand, UnitState } from '../../shared/unit.ts'
import type { Journal } from '../journal/journal.ts'
import type { Host } from '../unit/host.ts'
import type { Units } from '../unit/units.ts'
import { diff, type Change } from './diff.ts'
import type { UnitFile } from './schema.ts'

export interface Loading {
  changes: Change[]
  /** what the unit declined, with its reason; everything else was recorded */
  refused: { change: Change; refusal: string }[]
}

/** Asked once with everything that would change; nothing is written before it resolves to true. */
export type Confirm = (changes: Change[]) => Promise<boolean>

export interface Into {
  journal: Journal
  units: Units<UnitState, UnitCommand>
}

/** How often a command is sent again while it is unsure whether it was recorded. */
const tries = 5

/** Null where `confirm` said no. Rejects where a receipt did not come after several tries. */
export async function loadUnit(
  file: UnitFile,
  { journal, units }: Into,
  confirm: Confirm
): Promise<Loading | null> {
  return units.with(file.id, async host => {
    const changes = await diff(file, host.state)
    if (changes.length === 0 || !(await confirm(changes))) {
      return changes.length === 0 ? { changes, refused: [] } : null
    }
    await journal.register(file.id)
    return { changes, refused: await submitAll(host, changes) }
  })
}

/** All at once, in order: the host writes what waits in one append. */
async function submitAll(host: Host<UnitState, UnitCommand>, changes: Change[]): Promise<Loading['refused']> {
  const outcomes = await Promise.all(changes.map(({ command }) => submit(host, command)))
  return outcomes.flatMap((outcome, i) => {
    const change = changes[i]
    return change && outcome.outcome === 'refused' ? [{ change, refusal: outcome.refusal }] : []
  })
}

async function submit(host: Host<UnitState, UnitCommand>, command: UnitCommand): Promise<Outcome> {
  const id = randomUUID() as string as CommandId
  for (let left = tries; ; left--) {
    try {
      return await host.submit(command, id, { kind: 'loader' })
    } catch (fault) {
      if (left <= 1) throw fault
    }
  }
}
