import type { Asking, Decision } from '../asking.ts'
import type { Floor } from '../floor.ts'
import { refuse } from '../refusal.ts'
import { same } from '../same.ts'
import type { Check, CheckInEvent, Round, Seen } from './check-in.ts'
import type { CheckInCommand } from './command.ts'
import { lookRefused } from './decide-look.ts'
import { judged } from './judged.ts'
import { correctWithin, find, forget, type Kept } from './kept.ts'

type Correct = Extract<CheckInCommand, { type: 'check-in.correct' }>

/** A new entry in place of an old one, which stays in the journal. What it does not say stays as it was. */
export function correct(
  round: Round,
  kept: Kept | undefined,
  floor: Floor,
  command: Correct,
  { by, now }: Asking
): Decision<CheckInEvent> {
  const { stay, check: corrects, reason: why } = command
  const check = find(kept, corrects)
  if (!kept || !check) return refuse('check-unknown', { stay })
  if (by.kind !== 'member' || !mayCorrect(floor, by.member, check)) return refuse('not-yours', { stay })
  const until = check.seenAt + correctWithin
  if (now > until) return refuse('too-late-to-correct', { stay, until })
  if (why === 'wrong-person') return [{ type: 'check-in.corrected', stay, corrects, why, ...seenOf(check) }]
  return changed(round, kept, floor, check, command, now)
}

function changed(
  round: Round,
  kept: Kept,
  floor: Floor,
  check: Check,
  command: Correct,
  now: number
): Decision<CheckInEvent> {
  const { stay, check: corrects, reason: why } = command
  const was = seenOf(check)
  const said = { ...was, ...fieldsOf(command) }
  if (same(said, was)) return refuse('no-change')
  const refused = lookRefused(stay, kept, floor, said, now)
  if (refused) return refused
  const seenAt = Math.min(said.seenAt, now)
  const moved = seenAt === check.seenAt ? {} : judged(round, forget(kept, corrects), floor, seenAt)
  return [{ type: 'check-in.corrected', stay, corrects, why, ...stillTrue(said, was), ...moved }]
}

/** At another time or place it belongs to no meeting and no pass, and what was corrected was not only confirmed. */
function stillTrue(said: Seen, was: Seen): Seen {
  const { meeting, pass, carried, ...seen } = said
  const there = said.place === was.place && said.seenAt === was.seenAt
  const confirmed = carried?.filter(field => said[field] === was[field])
  return {
    ...seen,
    ...(confirmed && { carried: confirmed }),
    ...(there && pass !== undefined && { pass }),
    ...(there && meeting !== undefined && { meeting })
  }
}

/** Whoever made it, or charge staff and directors. */
function mayCorrect({ staff }: Floor, member: NonNullable<Check['by']>, { by }: Check): boolean {
  const roles = staff.members[member]?.roles ?? []
  return by === member || roles.includes('charge') || roles.includes('director')
}

function seenOf(check: Check): Seen {
  const { id: _id, by: _by, at: _at, corrects: _corrects, why: _why, ended: _ended, ...seen } = check
  return seen
}

function fieldsOf(command: Correct): Partial<Seen> {
  const { type: _type, stay: _stay, check: _check, reason: _reason, ...fields } = command
  const said = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(said) as Partial<Seen>
}
