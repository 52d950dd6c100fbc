import type { Decision } from '../asking.ts'
import { isBlank } from '../census/tells-name.ts'
import type { Floor } from '../floor.ts'
import type { MemberId } from '../ids.ts'
import { refuse, type Refused } from '../refusal.ts'
import { localDate, mayLead } from '../staff/credential.ts'
import { isNear, type Against } from './against.ts'
import type { GroupCommand } from './command.ts'
import { isOpen, type GroupEvent, type Groups, type Meeting } from './meeting.ts'

type Reassign = Extract<GroupCommand, { type: 'meeting.reassign' }>

/** What speaks against it, and how it is said to who asks. */
export interface Objection {
  is: Against
  says: Refused
}

/** What a member does now that keeps them from groups, by whoever knows. */
export type Engaged = (member: MemberId) => Objection[]

/** Gives a meeting to another facilitator, or to nobody (`null`), in one step. */
export function decideReassign(
  groups: Groups,
  floor: Floor,
  meeting: Meeting,
  command: Reassign,
  against: (member: MemberId) => Objection[]
): Decision<GroupEvent> {
  const { facilitator, despite } = command
  const moved = movedMeanwhile(meeting, command)
  if (moved) return moved
  if (facilitator === meeting.facilitator) return refuse('already-leads', { meeting: meeting.id })
  const stop = facilitator === null ? null : hardStop(groups, floor, meeting, facilitator)
  if (stop) return stop
  if (despite && isBlank(despite.reason)) return refuse('why-needed')
  const objections = facilitator === null ? [] : against(facilitator)
  const unseen = objections.find(({ is }) => !despite?.of.includes(is))
  if (unseen) return unseen.says
  const kept = despite && objections.length > 0
  const given = { meeting: meeting.id, facilitator, from: meeting.facilitator }
  const of = objections.map(({ is }) => is)
  return [{ type: 'meeting.reassigned', ...given, ...(kept && { despite: { of, reason: despite.reason } }) }]
}

/** All that can be overridden with a reason; the worst first. */
export function speaksAgainst(
  groups: Groups,
  meeting: Meeting,
  member: MemberId,
  now: number,
  engaged: Engaged
): Objection[] {
  const near = isNear({ situation: meeting.situation.is, startsAt: meeting.startsAt }, now)
  const other = overlapping(groups, meeting, member)
  const says = other && refuse('double-booking', { member, meeting: meeting.id, other: other.id })
  return [...(near ? engaged(member) : []), ...(says ? [{ is: 'double-booking' as const, says }] : [])]
}

/** Two at once: one wins, and the other learns who it was, when, and who leads now. */
function movedMeanwhile(meeting: Meeting, { expects }: Reassign): Refused | null {
  if (expects === undefined || expects === meeting.facilitator) return null
  const { by, at } = meeting.reassigned ?? { by: null, at: 0 }
  return refuse('reassigned-by-another', {
    meeting: meeting.id,
    facilitator: meeting.facilitator ?? '',
    by: by ?? '',
    at
  })
}

/** What no reason overrides: who is not of the unit, has no credential in force for it, or is not on shift. */
export function hardStop(
  groups: Groups,
  floor: Floor,
  meeting: Meeting,
  facilitator: MemberId
): Refused | null {
  const member = floor.staff.members[facilitator]
  if (!member) return refuse('member-unknown', { member: facilitator })
  const leads = groups.groups[meeting.group]?.leads ?? 'anyone'
  const date = localDate(meeting.startsAt, floor.profile.description?.timeZone ?? 'UTC')
  if (!mayLead(member.credentials, leads, date)) {
    return refuse('credential-not-in-force', { member: facilitator, meeting: meeting.id, leads, date })
  }
  if (member.shiftSince === null) return refuse('off-shift', { member: facilitator, meeting: meeting.id })
  return null
}

/** Another meeting that this member leads or co-leads at the same time. */
export function overlapping(groups: Groups, meeting: Meeting, member: MemberId): Meeting | null {
  for (const other of Object.values(groups.meetings)) {
    if (other.id === meeting.id || !isOpen(other)) continue
    if (other.facilitator !== member && !other.coFacilitators.includes(member)) continue
    if (other.startsAt < meeting.endsAt && meeting.startsAt < other.endsAt) return other
  }
  return null
}
