import { clockTolerance, minutes, seenWithin, takenAsSeen, type Asking, type Decision } from '../asking.ts'
import { intervalOf } from '../census/stay.ts'
import type { Floor } from '../floor.ts'
import type { StayId } from '../ids.ts'
import type { LatePolicy } from '../profile/profile.ts'
import { refuse } from '../refusal.ts'
import { countedOf, dueOf, type CheckInEvent, type CheckIns, type Round } from './check-in.ts'
import type { CheckInCommand } from './command.ts'

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
      return complete(round, floor, command, asking)
    case 'check-in.not-found':
      return notFound(round, floor, command, asking)
    case 'check-in.undo':
      return undo(round, command, asking)
    case 'check-in.explain':
      if (!round.missed) return refuse('nothing-missed', { stay: round.stay })
      return [{ type: 'check-in.explained', stay: round.stay, reason: command.reason }]
    case 'check-in.miss':
      return miss(round, command, asking)
  }
}

/** When somebody who is off the unit left it (milliseconds since 1970). */
function leftAt({ census }: Floor, stay: StayId): number {
  const whereabouts = census.stays[stay]?.whereabouts
  return whereabouts?.is === 'off-unit' ? whereabouts.since : 0
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
  floor: Floor,
  command: Of<'check-in.complete'>,
  { now }: Asking
): Decision<CheckInEvent> {
  const { stay, place, activity, presentation, seenAt = now, reason = round.missed?.reason ?? null } = command
  const { description, places } = floor.profile
  const since = leftAt(floor, stay)
  if (round.paused && seenAt > since) return refuse('off-unit', { stay, since })
  if (place !== null && !places[place]) return refuse('place-unknown', { place })
  if (seenAt > now + clockTolerance) return refuse('seen-in-future', { stay, seenAt })
  if (seenAt < now - seenWithin) return refuse('seen-too-long-ago', { stay, seenAt })
  const at = Math.min(seenAt, now)
  const late = lateBy(round, at, description?.latePolicy ?? 'strict')
  const asks = round.missed !== null && at >= now - clockTolerance
  if (asks && reason === null) return refuse('reason-needed', { stay, since: round.missed?.since ?? at })
  const { level } = round
  return [
    { type: 'check-in.completed', stay, seenAt: at, place, activity, presentation, level, late, reason }
  ]
}

/** Whole minutes past the time by which the person had to be seen, begun minutes counted; 0 when in time. */
export function lateBy(round: Round, seenAt: number, policy: LatePolicy): number {
  const due = dueOf(round)
  const interval = intervalOf[round.level]
  if (due === null || interval === null) return 0
  const grace = policy === 'lenient' ? minutes(interval) / 2 : 0
  return seenAt > due + grace ? Math.ceil((seenAt - due) / 60_000) : 0
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
