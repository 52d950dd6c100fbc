/** How a follow-up ends: done, put off, let go; and how that is taken back. */
import { clockTolerance, seenWithin, type Asking, type Decision } from '../asking.ts'
import { isBlank } from '../census/tells-name.ts'
import type { Floor } from '../floor.ts'
import { refuse, type Refused } from '../refusal.ts'
import { localDate, mayLead } from '../staff/credential.ts'
import type { FollowUpCommand } from './command.ts'
import { isOpen, type FollowUp, type FollowUpEvent } from './follow-up.ts'
import { putOffWithin, takenBackWithin } from './kind.ts'

type Of<T extends FollowUpCommand['type']> = Extract<FollowUpCommand, { type: T }>
type End = Of<
  'follow-up.complete' | 'follow-up.defer' | 'follow-up.drop' | 'follow-up.reopen' | 'follow-up.remind'
>

export function decideEnd(
  followUp: FollowUp,
  floor: Floor,
  command: End,
  asking: Asking
): Decision<FollowUpEvent> {
  if (command.type === 'follow-up.reopen') return reopen(followUp, floor, asking)
  if (!isOpen(followUp)) return isOver(followUp)
  switch (command.type) {
    case 'follow-up.complete':
      return done(followUp, floor, command, asking)
    case 'follow-up.defer':
      return defer(followUp, command, asking)
    case 'follow-up.drop':
      if (isBlank(command.reason)) return refuse('why-needed')
      return [{ type: 'follow-up.dropped', followUp: followUp.id, reason: command.reason.trim() }]
    case 'follow-up.remind':
      return remind(followUp, command, asking)
  }
}

export function isOver({ id, situation }: FollowUp): Refused {
  const at = situation.is === 'open' ? 0 : situation.at
  const by = situation.is === 'open' ? null : situation.by
  return refuse('follow-up-over', { followUp: id, at, ...(by !== null && { by }) })
}

/** A plan is reviewed by somebody whose licence is in force; everything else by anyone on the floor. */
function done(
  followUp: FollowUp,
  floor: Floor,
  command: Of<'follow-up.complete'>,
  asking: Asking
): Decision<FollowUpEvent> {
  const { now } = asking
  const { outcome, seenAt = now, note = '' } = command
  const { id, kind } = followUp
  if (seenAt > now + clockTolerance) return refuse('seen-in-future', { seenAt })
  if (seenAt < now - seenWithin) return refuse('seen-too-long-ago', { seenAt })
  const unlicensed = kind === 'plan-review' && outcome.startsWith('held') ? needsLicence(floor, asking) : null
  const said = isBlank(note) ? null : note.trim()
  return (
    unlicensed ?? [
      { type: 'follow-up.done', followUp: id, outcome, seenAt: Math.min(seenAt, now), note: said }
    ]
  )
}

function needsLicence({ profile, staff }: Floor, { by, now }: Asking): Refused | null {
  const member = by.kind === 'member' ? staff.members[by.member] : undefined
  const date = localDate(now, profile.description?.timeZone ?? 'UTC')
  return member && mayLead(member.credentials, 'licensed', date) ? null : refuse('licence-needed')
}

function defer(
  { id, due }: FollowUp,
  { until, reason }: Of<'follow-up.defer'>,
  { now }: Asking
): Decision<FollowUpEvent> {
  if (isBlank(reason)) return refuse('why-needed')
  if (until <= now) return refuse('until-passed', { at: until })
  if (until === due) return refuse('no-change')
  if (until > now + putOffWithin) return refuse('until-too-far', { at: now + putOffWithin })
  return [{ type: 'follow-up.deferred', followUp: id, until, reason: reason.trim() }]
}

function reopen(
  { id, stay, situation }: FollowUp,
  { census }: Floor,
  { by, now }: Asking
): Decision<FollowUpEvent> {
  if (situation.is === 'open') return refuse('no-change')
  if (stay !== null && !census.stays[stay]) return refuse('stay-unknown', { stay })
  if (by.kind !== 'member' || by.member !== situation.by) return refuse('not-yours')
  const until = situation.at + takenBackWithin
  return now > until ? refuse('too-late-to-undo', { until }) : [{ type: 'follow-up.reopened', followUp: id }]
}

function remind(
  { id, due, told }: FollowUp,
  command: Of<'follow-up.remind'>,
  { now }: Asking
): Decision<FollowUpEvent> {
  if (command.due !== due || told === due || now < due) return refuse('not-owed')
  return [{ type: 'follow-up.overdue', followUp: id, due }]
}
