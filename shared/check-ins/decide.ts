import { clockTolerance, minutes, takenAsSeen, type Asking, type Decision } from '../asking.ts'
import { intervalOf } from '../census/stay.ts'
import type { Floor } from '../floor.ts'
import { refuse } from '../refusal.ts'
import { countedOf, dueOf, type CheckInEvent, type CheckIns, type Round } from './check-in.ts'
import type { CheckInCommand } from './command.ts'
import { correct } from './decide-correct.ts'
import { leftAt, lookRefused, reasonRefused } from './decide-look.ts'
import { decideWatch } from './decide-watch.ts'
import { judged } from './judged.ts'
import type { Kept } from './kept.ts'

/** The screen offers undo for 10 s; a slow network does not take it away. */
export const undoWithin = minutes(1)

type Of<T extends CheckInCommand['type']> = Extract<CheckInCommand, { type: T }>

export function decideCheckIns(
  checkIns: CheckIns,
  floor: Floor,
  command: CheckInCommand,
  asking: Asking
): Decision<CheckInEvent> {
  const round = checkIns.rounds[command.stay]
  if (!round) return refuse('stay-unknown', { stay: command.stay })
  switch (command.type) {
    case 'check-in.complete':
      return complete(round, checkIns.kept[command.stay], floor, command, asking)
    case 'check-in.correct':
      return correct(round, checkIns.kept[command.stay], floor, command, asking)
    case 'check-in.not-found':
      return notFound(round, floor, command, asking)
    case 'check-in.undo':
      return undo(round, command, asking)
    case 'check-in.explain':
      return explain(round, floor, command)
    case 'check-in.miss':
      return miss(round, command, asking)
    default:
      return decideWatch(checkIns, floor, command, asking)
  }
}

/** Like a look, it is of when it was: one from before the person left still raises the alert, however late it comes. */
function notFound(
  { stay, paused, last }: Round,
  floor: Floor,
  command: Of<'check-in.not-found'>,
  { now }: Asking
): Decision<CheckInEvent> {
  const seenAt = takenAsSeen(command.seenAt, now)
  const since = leftAt(floor, stay)
  const before = command.seenAt !== undefined && seenAt <= since
  if (paused && !before) return refuse('off-unit', { stay, since })
  const place = command.place ?? last?.place ?? null
  return [{ type: 'check-in.not-found', stay, place, ...(seenAt < now && { seenAt }) }]
}

/**
 * A look counts from when it was, so an entry that comes late by a bad connection is taken as it is: also from before
 * the person left, and without asking for the reason that only a check made now can be asked for.
 */
function complete(
  round: Round,
  kept: Kept | undefined,
  floor: Floor,
  command: Of<'check-in.complete'>,
  { now }: Asking
): Decision<CheckInEvent> {
  const { stay, seenAt = now, reason = round.missed?.reason ?? null } = command
  const { type: _type, reason: _reason, ...seen } = command
  const at = Math.min(seenAt, now)
  const refused =
    lookRefused(stay, kept, floor, { ...seen, seenAt }, now) ?? reasonRefused(floor, command.reason)
  if (refused) return refused
  const asks = round.missed !== null && at >= now - clockTolerance
  if (asks && reason === null) return refuse('reason-needed', { stay, since: round.missed?.since ?? at })
  return [{ type: 'check-in.completed', ...seen, ...judged(round, kept, floor, at), reason }]
}

function explain(
  { stay, missed }: Round,
  floor: Floor,
  { reason }: Of<'check-in.explain'>
): Decision<CheckInEvent> {
  if (!missed) return refuse('nothing-missed', { stay })
  return reasonRefused(floor, reason) ?? [{ type: 'check-in.explained', stay, reason }]
}

function undo(
  { stay, last, before }: Round,
  { check }: Of<'check-in.undo'>,
  { by, now }: Asking
): Decision<CheckInEvent> {
  if (!last || !before || last.id !== check) return refuse('check-unknown', { stay })
  if (by.kind !== 'member' || by.member !== last.by) return refuse('not-yours', { stay })
  if (now > last.at + undoWithin) return refuse('too-late-to-undo', { stay, until: last.at + undoWithin })
  return [{ type: 'check-in.withdrawn', stay, check }]
}

function miss(round: Round, { due, count }: Of<'check-in.miss'>, { now }: Asking): Decision<CheckInEvent> {
  const interval = intervalOf[round.level]
  const standing = dueOf(round)
  if (interval === null || standing !== due || countedOf(round.missed, due) >= count) {
    return refuse('not-owed', { stay: round.stay })
  }
  if (now < due + count * minutes(interval)) return refuse('not-owed', { stay: round.stay })
  return [{ type: 'check-in.missed', stay: round.stay, due, count }]
}
