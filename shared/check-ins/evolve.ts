import { intervalOf, type CensusEvent } from '../census/stay.ts'
import type { CommandId, StayId } from '../ids.ts'
import { without } from '../memo.ts'
import type { Recorded } from '../recorded.ts'
import {
  countedOf,
  type Check,
  type CheckInEvent,
  type CheckIns,
  type Missed,
  type Round
} from './check-in.ts'
import { tally, untally } from './tally.ts'

type Heard = CheckInEvent | CensusEvent | { type: '' }

export function evolveCheckIns(checkIns: CheckIns, recorded: Recorded<Heard>): CheckIns {
  const { event, at } = recorded
  switch (event.type) {
    case 'stay.admitted': {
      const { stay, level } = event
      return put(checkIns, { stay, level, from: at, paused: false, last: null, before: null, missed: null })
    }
    case 'stay.level-set':
      return change(checkIns, event.stay, round => levelled(round, event, at))
    case 'stay.left':
      return change(checkIns, event.stay, () => ({ paused: true, missed: null, before: null }))
    case 'stay.returned':
      return change(checkIns, event.stay, () => ({ paused: false, from: at, missed: null, before: null }))
    case 'stay.discharged':
      return { ...checkIns, rounds: without(checkIns.rounds, event.stay) as CheckIns['rounds'] }
    case 'check-in.completed':
      return tally(
        change(checkIns, event.stay, round => completed(round, event, recorded)),
        event,
        at
      )
    case 'check-in.withdrawn':
      return withdraw(checkIns, event.stay, event.check)
    case 'check-in.missed':
      return change(checkIns, event.stay, ({ missed }) => ({ missed: missedAgain(missed, event) }))
    case 'check-in.explained':
      return change(checkIns, event.stay, ({ missed }) =>
        missed ? { missed: { ...missed, reason: event.reason } } : {}
      )
    default:
      return checkIns
  }
}

type Completed = Extract<CheckInEvent, { type: 'check-in.completed' }>

/** Until now somebody was watching without a break, if that was the level: the interval begins anew. */
function levelled(
  round: Round,
  { level, from }: Extract<CensusEvent, { type: 'stay.level-set' }>,
  at: number
): Partial<Round> {
  return { level, before: null, from: intervalOf[from] === null ? at : round.from }
}

function missedAgain(
  missed: Missed | null,
  { due, count }: Extract<CheckInEvent, { type: 'check-in.missed' }>
): Missed {
  const { since = due, reason = null, count: before = 0 } = missed ?? {}
  return { count: before + count - countedOf(missed, due), since, reason, due, counted: count }
}

/** An entry made late does not undo a later look: `from` never moves back. */
function completed(round: Round, event: Completed, { at, by, command }: Recorded): Partial<Round> {
  const { seenAt, place, activity, presentation, level, late, reason } = event
  if (seenAt < round.from) return {}
  const who = by.kind === 'member' ? by.member : null
  const last: Check = { id: command, by: who, seenAt, at, place, activity, presentation, level, late, reason }
  const before = { from: round.from, last: round.last, missed: round.missed }
  return { from: seenAt, last, before, missed: null }
}

/** The check was a mistake: the round is owed as before, and the strip forgets it. */
function withdraw(checkIns: CheckIns, stay: StayId, check: CommandId): CheckIns {
  const round = checkIns.rounds[stay]
  if (!round?.before || round.last?.id !== check) return checkIns
  const { rounds } = put(checkIns, { ...round, ...round.before, before: null })
  return { rounds, tallies: untally(checkIns.tallies, round.last) }
}

function put(checkIns: CheckIns, round: Round): CheckIns {
  return { ...checkIns, rounds: { ...checkIns.rounds, [round.stay]: round } }
}

function change(checkIns: CheckIns, id: StayId, fields: (round: Round) => Partial<Round>): CheckIns {
  const round = checkIns.rounds[id]
  return round ? put(checkIns, { ...round, ...fields(round) }) : checkIns
}
