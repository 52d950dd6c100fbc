import type { Decision } from '../asking.ts'
import type { Floor } from '../floor.ts'
import type { MemberId } from '../ids.ts'
import { refuse, type Refused } from '../refusal.ts'
import { localDate, mayLead } from '../staff/credential.ts'
import type { GroupCommand } from './command.ts'
import { isOpen, type GroupEvent, type Groups, type Meeting } from './meeting.ts'

type Reassign = Extract<GroupCommand, { type: 'meeting.reassign' }>

/** Gives a meeting to another facilitator, or to nobody (`null`), in one step. */
export function decideReassign(
  groups: Groups,
  floor: Floor,
  meeting: Meeting,
  command: Reassign
): Decision<GroupEvent> {
  const { facilitator } = command
  const moved = movedMeanwhile(meeting, command)
  if (moved) return moved
  if (facilitator === meeting.facilitator) return refuse('already-leads', { meeting: meeting.id })
  const stop = facilitator === null ? null : hardStop(groups, floor, meeting, facilitator)
  return stop ?? [{ type: 'meeting.reassigned', meeting: meeting.id, facilitator, from: meeting.facilitator }]
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

/** What stands in the way of this member leading this meeting, if anything; the worst first. */
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
  const other = overlapping(groups, meeting, facilitator)
  return other
    ? refuse('double-booking', { member: facilitator, meeting: meeting.id, other: other.id })
    : null
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
