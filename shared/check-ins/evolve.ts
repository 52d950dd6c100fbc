import { intervalOf, type CensusEvent, type Level } from '../census/stay.ts'
import type { StayId } from '../ids.ts'
import { without } from '../memo.ts'
import type { Author, Recorded } from '../recorded.ts'
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
import { turned, type Stretch } from './stretch.ts'
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
      return admitted(checkIns, event, recorded)
    case 'stay.level-set':
      return levelled(checkIns, event, at)
    case 'stay.left':
      return left(checkIns, event.stay, at)
    case 'stay.returned':
      return returned(checkIns, event.stay, at)
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
  { at, by }: Recorded
): CheckIns {
  const round: Round = { stay, level, from: at, paused: false, last: null, before: null, missed: null }
  const kept = { base: { from: at, last: null }, checks: [], stretches: begun(at, level, by) }
  return {
    ...checkIns,
    rounds: { ...checkIns.rounds, [stay]: round },
    kept: { ...checkIns.kept, [stay]: kept }
  }
}

/** Whom the unit file tells of were here before the board was. */
function begun(at: number, level: Level, by: Author): readonly Stretch[] {
  const comes = { since: at, level, seen: true }
  return by.kind === 'loader' ? [{ since: 0, level, seen: false }, comes] : [comes]
}

/** Until now somebody was watching without a break, if that was the level: the interval begins anew. */
function levelled(
  checkIns: CheckIns,
  { stay, level, from: before }: Extract<CensusEvent, { type: 'stay.level-set' }>,
  at: number
): CheckIns {
  const seen = intervalOf[before] === null
  const paused = checkIns.rounds[stay]?.paused === true
  const turns = paused ? checkIns : turn(checkIns, stay, { since: at, level, seen })
  return seen ? from(turns, stay, at, { level }) : change(turns, stay, () => ({ level, before: null }))
}

function left(checkIns: CheckIns, stay: StayId, at: number): CheckIns {
  const turns = turn(checkIns, stay, { since: at, level: null, seen: false })
  return change(turns, stay, () => ({ paused: true, missed: null, before: null }))
}

function returned(checkIns: CheckIns, stay: StayId, at: number): CheckIns {
  const level = checkIns.rounds[stay]?.level ?? null
  const turns = turn(checkIns, stay, { since: at, level, seen: true })
  return from(turns, stay, at, { paused: false, missed: null })
}

function turn(checkIns: CheckIns, stay: StayId, begins: Stretch): CheckIns {
  const kept = checkIns.kept[stay]
  if (!kept) return checkIns
  const stretches = turned(kept.stretches, begins)
  return { ...checkIns, kept: { ...checkIns.kept, [stay]: { ...kept, stretches } } }
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
