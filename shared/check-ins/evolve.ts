import { intervalOf, type CensusEvent } from '../census/stay.ts'
import type { StayId } from '../ids.ts'
import { without } from '../memo.ts'
import type { Recorded } from '../recorded.ts'
import type { StaffEvent } from '../staff/member.ts'
import {
  countedOf,
  type Check,
  type CheckInEvent,
  type CheckIns,
  type Missed,
  type Round
} from './check-in.ts'
import { corrected } from './evolve-corrected.ts'
import { evolveWatches } from './evolve-watch.ts'
import { addLook, addMissed, initialHabits, removeLook } from './habit.ts'
import { begin, forget, keep } from './kept.ts'
import { change, checkOf } from './made.ts'
import { tally, untally } from './tally.ts'

type Heard = CheckInEvent | CensusEvent | StaffEvent | { type: '' }

export const initialCheckIns: CheckIns = {
  rounds: {},
  kept: {},
  tallies: {},
  watches: {},
  watchingSince: null,
  habits: initialHabits
}

/** `zone`: the unit's time zone, by whose clock hours and shifts are counted. */
export function evolveCheckIns(checkIns: CheckIns, recorded: Recorded<Heard>, zone: string): CheckIns {
  return evolveWatches(evolveRounds(checkIns, recorded, zone), recorded)
}

function evolveRounds(checkIns: CheckIns, recorded: Recorded<Heard>, zone: string): CheckIns {
  const { event, at } = recorded
  switch (event.type) {
    case 'stay.admitted':
      return admitted(checkIns, event, at)
    case 'stay.level-set':
      return levelled(checkIns, event, at)
    case 'stay.left':
      return change(checkIns, event.stay, () => ({ paused: true, missed: null, before: null }))
    case 'stay.returned':
      return from(checkIns, event.stay, at, { paused: false, missed: null })
    case 'stay.discharged':
      return {
        ...checkIns,
        rounds: without(checkIns.rounds, event.stay) as CheckIns['rounds'],
        kept: without(checkIns.kept, event.stay) as CheckIns['kept']
      }
    case 'check-in.completed':
      return completed(checkIns, event.stay, checkOf(event, recorded), zone)
    case 'check-in.withdrawn':
      return withdrawn(checkIns, event, zone)
    case 'check-in.corrected':
      return corrected(checkIns, event, recorded, zone)
    case 'check-in.missed':
      return missed(checkIns, event, at, zone)
    case 'check-in.explained':
      return change(checkIns, event.stay, ({ missed }) =>
        missed ? { missed: { ...missed, reason: event.reason } } : {}
      )
    default:
      return checkIns
  }
}

function admitted(
  checkIns: CheckIns,
  { stay, level }: Extract<CensusEvent, { type: 'stay.admitted' }>,
  at: number
): CheckIns {
  const round: Round = { stay, level, from: at, paused: false, last: null, before: null, missed: null }
  const kept = { base: { from: at, last: null }, checks: [] }
  return {
    ...checkIns,
    rounds: { ...checkIns.rounds, [stay]: round },
    kept: { ...checkIns.kept, [stay]: kept }
  }
}

/** Until now somebody was watching without a break, if that was the level: the interval begins anew. */
function levelled(
  checkIns: CheckIns,
  { stay, level, from: before }: Extract<CensusEvent, { type: 'stay.level-set' }>,
  at: number
): CheckIns {
  const watched = intervalOf[before] === null
  return watched
    ? from(checkIns, stay, at, { level })
    : change(checkIns, stay, () => ({ level, before: null }))
}

/** From now on counts this moment, as if the person had been seen. */
function from(checkIns: CheckIns, stay: StayId, at: number, fields: Partial<Round>): CheckIns {
  const kept = checkIns.kept[stay]
  if (!kept) return checkIns
  const after = change(checkIns, stay, () => ({ from: at, before: null, ...fields }))
  return { ...after, kept: { ...checkIns.kept, [stay]: begin(kept, at) } }
}

/** An entry made late does not undo a later look: `from` never moves back. */
function completed(checkIns: CheckIns, stay: StayId, check: Check, zone: string): CheckIns {
  const kept = checkIns.kept[stay]
  const round = checkIns.rounds[stay]
  if (!kept || !round) return checkIns
  const counts = check.seenAt >= round.from
  const made: Check = counts && round.missed ? { ...check, ended: round.missed } : check
  const before = { from: round.from, last: round.last, missed: round.missed }
  const after = counts
    ? change(checkIns, stay, () => ({ from: made.seenAt, last: made, before, missed: null }))
    : checkIns
  return {
    ...tally(after, made, made.at),
    kept: { ...checkIns.kept, [stay]: keep(kept, made, made.at) },
    habits: addLook(checkIns.habits, stay, made, zone)
  }
}

/** The check was a mistake: the round is owed as before, and what is counted of checks forgets it. */
function withdrawn(
  checkIns: CheckIns,
  { stay, check }: Extract<CheckInEvent, { type: 'check-in.withdrawn' }>,
  zone: string
): CheckIns {
  const round = checkIns.rounds[stay]
  const kept = checkIns.kept[stay]
  if (!round?.before || !kept || round.last?.id !== check) return checkIns
  const { before, last } = round
  return {
    ...change(checkIns, stay, () => ({ ...before, before: null })),
    kept: { ...checkIns.kept, [stay]: forget(kept, check) },
    tallies: untally(checkIns.tallies, last),
    habits: removeLook(checkIns.habits, stay, last, zone)
  }
}

type MissedEvent = Extract<CheckInEvent, { type: 'check-in.missed' }>

function missed(checkIns: CheckIns, event: MissedEvent, at: number, zone: string): CheckIns {
  const { stay, due, count } = event
  const round = checkIns.rounds[stay]
  if (!round) return checkIns
  const further = count - countedOf(round.missed, due)
  return {
    ...change(checkIns, stay, () => ({ missed: missedAgain(round.missed, event) })),
    habits: addMissed(checkIns.habits, stay, further, at, zone)
  }
}

function missedAgain(missed: Missed | null, { due, count }: MissedEvent): Missed {
  const { since = due, reason = null, count: before = 0 } = missed ?? {}
  return { count: before + count - countedOf(missed, due), since, reason, due, counted: count }
}
