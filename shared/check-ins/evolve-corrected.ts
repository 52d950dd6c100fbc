import type { Recorded } from '../recorded.ts'
import type { Check, CheckInEvent, CheckIns, Missed, Round } from './check-in.ts'
import { addLook, removeLook } from './habit.ts'
import { find, forget, keep, standing, type Kept } from './kept.ts'
import { change, checkOf } from './made.ts'
import { tally, untally } from './tally.ts'

type Corrected = Extract<CheckInEvent, { type: 'check-in.corrected' }>

/** Everything stands as if the corrected one had been recorded in the first place; of the wrong person, none had. */
export function corrected(checkIns: CheckIns, event: Corrected, recorded: Recorded, zone: string): CheckIns {
  const { stay, corrects } = event
  const [kept, round] = [checkIns.kept[stay], checkIns.rounds[stay]]
  const found = find(kept, corrects)
  if (!kept || !round || !found) return checkIns
  const check = event.why === 'wrong-person' ? null : insteadOf(found, event, recorded)
  const others = forget(kept, corrects)
  const after = check ? keep(others, check, recorded.at) : others
  const without = { ...checkIns, tallies: untally(checkIns.tallies, found) }
  const habits = removeLook(checkIns.habits, stay, found, zone)
  return {
    ...change(check ? tally(without, check, recorded.at) : without, stay, () =>
      standingOf(round, after, found)
    ),
    kept: { ...checkIns.kept, [stay]: after },
    habits: check ? addLook(habits, stay, check, zone) : habits
  }
}

/** Who saw the person stays who saw them, whoever corrects it. */
function insteadOf(old: Check, event: Corrected, recorded: Recorded): Check {
  const { by, ended } = old
  const check = { ...checkOf(event, recorded), by, corrects: old.id, why: event.why }
  return ended ? { ...check, ended } : check
}

/** Undo is not offered across a correction: one can be corrected again. */
function standingOf(round: Round, kept: Kept, old: Check): Partial<Round> {
  const { from, last } = standing(kept)
  const gone = round.last?.id === old.id && last?.corrects !== old.id
  return { from, last, before: null, missed: missedBy(round, from, gone ? old : null) }
}

/** What was being missed before a look is missed again without it, and made good by one that is later now. */
function missedBy({ from: before, missed }: Round, from: number, gone: Check | null): Missed | null {
  if (from > before) return null
  return gone ? (gone.ended ?? null) : missed
}
