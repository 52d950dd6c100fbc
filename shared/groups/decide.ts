import { minutes, type Asking, type Decision } from '../asking.ts'
import type { Floor } from '../floor.ts'
import type { MeetingId, MemberId, PlaceId } from '../ids.ts'
import { refuse } from '../refusal.ts'
import type { GroupCommand } from './command.ts'
import { decideDefine, decidePlan, decideRetire } from './decide-plan.ts'
import { decideReassign, speaksAgainst, type Engaged } from './decide-reassign.ts'
import { isHere } from './is-here.ts'
import { isOpen, type GroupEvent, type Groups, type Meeting } from './meeting.ts'

/** How early a meeting may be started. */
export const startsEarly = minutes(30)

export function decideGroups(
  groups: Groups,
  floor: Floor,
  command: GroupCommand,
  asking: Asking,
  engaged: Engaged
): Decision<GroupEvent> {
  if (command.type === 'group.define') return decideDefine(groups, floor, command, asking)
  if (command.type === 'group.retire') return decideRetire(groups, command)
  if (command.type === 'meeting.plan') return decidePlan(groups, floor, command, asking)
  const meeting = groups.meetings[command.meeting]
  if (!meeting) return refuse('meeting-unknown', { meeting: command.meeting })
  if (meeting.situation.is === 'ended' || meeting.situation.is === 'cancelled') {
    return refuse('meeting-over', { meeting: meeting.id, at: meeting.situation.at })
  }
  if (command.type === 'meeting.reassign') {
    const against = (member: MemberId) => speaksAgainst(groups, meeting, member, asking.now, engaged)
    return decideReassign(groups, floor, meeting, command, against)
  }
  return decideMeeting(groups, floor, meeting, command, asking)
}

type Plain = Exclude<
  GroupCommand,
  { type: 'group.define' | 'group.retire' | 'meeting.plan' | 'meeting.reassign' }
>

function decideMeeting(
  groups: Groups,
  floor: Floor,
  meeting: Meeting,
  command: Plain,
  asking: Asking
): Decision<GroupEvent> {
  switch (command.type) {
    case 'meeting.start':
      if (meeting.situation.is === 'running')
        return refuse('meeting-running', { meeting: meeting.id, since: meeting.situation.since })
      if (asking.now < meeting.startsAt - startsEarly) {
        return refuse('too-early', { meeting: meeting.id, from: meeting.startsAt - startsEarly })
      }
      return [{ type: 'meeting.started', meeting: meeting.id, place: meeting.place }]
    case 'meeting.end':
      if (meeting.situation.is !== 'running') return refuse('meeting-not-running', { meeting: meeting.id })
      return [{ type: 'meeting.ended', meeting: meeting.id }]
    case 'meeting.cancel':
      return [{ type: 'meeting.cancelled', meeting: meeting.id, reason: command.reason }]
    case 'meeting.join':
      return join(groups, floor, meeting, command)
    case 'meeting.leave':
      return leave(meeting, command)
    case 'meeting.attend':
      return attend(groups, floor, meeting, command)
  }
}

function join(
  groups: Groups,
  floor: Floor,
  meeting: Meeting,
  { stay }: Extract<Plain, { type: 'meeting.join' }>
): Decision<GroupEvent> {
  if (!floor.census.stays[stay]) return refuse('stay-unknown', { stay })
  if (stay in meeting.roster) return refuse('already-there', { stay, meeting: meeting.id })
  const capacity = groups.groups[meeting.group]?.capacity ?? null
  if (capacity !== null && Object.keys(meeting.roster).length >= capacity) {
    return refuse('meeting-full', { meeting: meeting.id, capacity })
  }
  return [{ type: 'meeting.joined', meeting: meeting.id, stay }]
}

/** Who was in the room keeps a trace of it. */
function leave(meeting: Meeting, { stay }: Extract<Plain, { type: 'meeting.leave' }>): Decision<GroupEvent> {
  const entry = meeting.roster[stay]
  if (!entry) return refuse('not-on-roster', { stay, meeting: meeting.id })
  if (!isHere(entry.attendance)) return [{ type: 'meeting.removed', meeting: meeting.id, stay }]
  return [
    { type: 'meeting.attended', meeting: meeting.id, stay, attendance: 'left-early', place: meeting.place }
  ]
}

/** Nobody is in two running meetings: attendance says where a person *is*. */
function attend(
  groups: Groups,
  floor: Floor,
  meeting: Meeting,
  { stay, attendance }: Extract<Plain, { type: 'meeting.attend' }>
): Decision<GroupEvent> {
  const entry = meeting.roster[stay]
  if (!entry) return refuse('not-on-roster', { stay, meeting: meeting.id })
  if (entry.attendance === attendance) return refuse('no-change')
  if (isHere(attendance)) {
    if (meeting.situation.is !== 'running') return refuse('meeting-not-running', { meeting: meeting.id })
    const whereabouts = floor.census.stays[stay]?.whereabouts
    if (whereabouts?.is === 'off-unit') return refuse('off-unit', { stay, since: whereabouts.since })
    const elsewhere = meetingOf(groups, stay)
    if (elsewhere && elsewhere.id !== meeting.id)
      return refuse('in-another-meeting', { stay, meeting: elsewhere.id })
  }
  return [{ type: 'meeting.attended', meeting: meeting.id, stay, attendance, place: meeting.place }]
}

/** The running meeting a person sits in, if any. */
export function meetingOf(groups: Groups, stay: string): Meeting | null {
  for (const meeting of Object.values(groups.meetings)) {
    if (meeting.situation.is !== 'running') continue
    if (isHere(meeting.roster[stay as keyof Meeting['roster']]?.attendance)) return meeting
  }
  return null
}

/** The running meeting that a member leads, if any. */
export function ledBy(groups: Groups, member: MemberId): MeetingId | null {
  const led = Object.values(groups.meetings).find(
    meeting => meeting.situation.is === 'running' && meeting.facilitator === member
  )
  return led?.id ?? null
}

/** Whether a template or an open meeting is held in a place. */
export function meetsIn(groups: Groups, place: PlaceId): boolean {
  return (
    Object.values(groups.groups).some(group => group.weekly.some(slot => slot.place === place)) ||
    Object.values(groups.meetings).some(meeting => isOpen(meeting) && meeting.place === place)
  )
}
