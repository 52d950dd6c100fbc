import { minutes, type Asking, type Decision } from '../asking.ts'
import type { Census } from '../census/stay.ts'
import type { Profile } from '../profile/profile.ts'
import { refuse } from '../refusal.ts'
import type { Staff } from '../staff/member.ts'
import type { GroupCommand } from './command.ts'
import { decideDefine, decidePlan, decideRetire } from './decide-plan.ts'
import { decideReassign } from './decide-reassign.ts'
import type { GroupEvent, Groups, Meeting } from './meeting.ts'

/** What a decision about groups may look down at. */
export interface Floor {
  profile: Profile
  census: Census
  staff: Staff
}

/** How early a meeting may be started. */
export const startsEarly = minutes(30)

export function decideGroups(
  groups: Groups,
  floor: Floor,
  command: GroupCommand,
  asking: Asking
): Decision<GroupEvent> {
  switch (command.type) {
    case 'group.define':
      return decideDefine(groups, floor, command, asking)
    case 'group.retire':
      return decideRetire(groups, command)
    case 'meeting.plan':
      return decidePlan(groups, floor, command, asking)
  }
  const meeting = groups.meetings[command.meeting]
  if (!meeting) return refuse('meeting-unknown', { meeting: command.meeting })
  if (meeting.situation.is === 'ended' || meeting.situation.is === 'cancelled') {
    return refuse('meeting-over', { meeting: meeting.id, at: meeting.situation.at })
  }
  if (command.type === 'meeting.reassign') return decideReassign(groups, floor, meeting, command, asking)
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
  const running = meeting.situation.is === 'running'
  switch (command.type) {
    case 'meeting.start':
      if (running) return refuse('meeting-running', { meeting: meeting.id })
      if (asking.now < meeting.startsAt - startsEarly) {
        return refuse('too-early', { meeting: meeting.id, from: meeting.startsAt - startsEarly })
      }
      return [{ type: 'meeting.started', meeting: meeting.id, place: meeting.place }]
    case 'meeting.end':
      if (!running) return refuse('meeting-not-running', { meeting: meeting.id })
      return [{ type: 'meeting.ended', meeting: meeting.id }]
    case 'meeting.cancel':
      return [{ type: 'meeting.cancelled', meeting: meeting.id, reason: command.reason }]
    case 'meeting.join':
      return join(groups, floor, meeting, command)
    case 'meeting.leave':
      if (!(command.stay in meeting.roster)) return refuse('not-on-roster', { stay: command.stay })
      return [{ type: 'meeting.removed', meeting: meeting.id, stay: command.stay }]
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
  const here = attendance === 'present' || attendance === 'late'
  if (here) {
    if (meeting.situation.is !== 'running') return refuse('meeting-not-running', { meeting: meeting.id })
    if (floor.census.stays[stay]?.whereabouts.is === 'off-unit') return refuse('off-unit', { stay })
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
    const attendance = meeting.roster[stay as keyof Meeting['roster']]?.attendance
    if (attendance === 'present' || attendance === 'late') return meeting
  }
  return null
}
