import type { Asking, Decision } from '../asking.ts'
import type { Floor } from '../floor.ts'
import { refuse } from '../refusal.ts'
import { same } from '../same.ts'
import type { Check, CheckInEvent, Round, Seen } from './check-in.ts'
import type { CheckInCommand } from './command.ts'
import { lookRefused } from './decide-look.ts'
import { correctWithin, find, type Kept } from './kept.ts'
import { lateBy } from './late-by.ts'

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
  const found = find(kept, corrects)
  if (!found) return refuse('check-unknown', { stay })
  const { check } = found
  if (by.kind !== 'member' || !mayCorrect(floor, by.member, check)) return refuse('not-yours', { stay })
  const until = check.seenAt + correctWithin
  if (now > until) return refuse('too-late-to-correct', { stay, until })
  if (why === 'wrong-person') return [{ type: 'check-in.corrected', stay, corrects, why, ...seenOf(check) }]
  return changed(round, floor, check, command, found.before, now)
}

function changed(
  round: Round,
  floor: Floor,
  check: Check,
  command: Correct,
  before: number,
  now: number
): Decision<CheckInEvent> {
  const { stay, check: corrects, reason: why } = command
  const was = seenOf(check)
  const said = { ...was, ...fieldsOf(command) }
  if (same(said, was)) return refuse('no-change')
  const refused = lookRefused(round, floor, said, now)
  if (refused) return refused
  const seenAt = Math.min(said.seenAt, now)
  const late = seenAt === check.seenAt ? check.late : lateAt(floor, check, before, seenAt)
  return [{ type: 'check-in.corrected', stay, corrects, why, ...said, seenAt, late }]
}

/** By the level in force then, from when the person had been seen before. */
function lateAt({ profile }: Floor, { level }: Check, from: number, seenAt: number): number {
  return lateBy({ level, from, paused: false }, seenAt, profile.description?.latePolicy ?? 'strict')
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
