import type { CensusEvent } from '../census/stay.ts'
import type { MeetingId, StayId } from '../ids.ts'
import { without } from '../memo.ts'
import type { Recorded } from '../recorded.ts'
import type { StaffEvent } from '../staff/member.ts'
import { admit, discharge, leave, relieve, retire } from './listen.ts'
import type { Attendance, GroupEvent, Groups, Meeting, Planned } from './meeting.ts'

type Heard = GroupEvent | CensusEvent | StaffEvent | { type: '' }

export function evolveGroups(groups: Groups, recorded: Recorded<Heard>): Groups {
  const { event, at, by } = recorded
  const member = by.kind === 'member' ? by.member : null
  switch (event.type) {
    case 'group.defined':
      return {
        ...groups,
        groups: { ...groups.groups, [event.group]: { id: event.group, ...event.description } }
      }
    case 'group.retired':
      return retire(groups, event.group)
    case 'day.planned':
      return planDay(groups, event, at)
    case 'meeting.scheduled':
      return put(groups, meetingOf(event.planned, at))
    case 'meeting.withdrawn':
      return { ...groups, meetings: without(groups.meetings, event.meeting) as Groups['meetings'] }
    case 'meeting.started':
      return change(groups, event.meeting, () => ({ situation: { is: 'running', since: at } }))
    case 'meeting.ended':
      return change(groups, event.meeting, ({ situation }) => {
        return { situation: { is: 'ended', since: situation.is === 'running' ? situation.since : at, at } }
      })
    case 'meeting.cancelled':
      return change(groups, event.meeting, () => {
        return { situation: { is: 'cancelled', at, by: member, reason: event.reason } }
      })
    case 'meeting.joined':
      return attend(groups, event.meeting, event.stay, 'expected', at)
    case 'meeting.attended':
      return attend(groups, event.meeting, event.stay, event.attendance, at)
    case 'meeting.removed':
      return touch(groups, event.meeting, ({ roster }) => ({ roster: without(roster, event.stay) }))
    case 'meeting.reassigned':
      return touch(groups, event.meeting, ({ coFacilitators }) => ({
        facilitator: event.facilitator,
        coFacilitators: coFacilitators.filter(id => id !== event.facilitator),
        reassigned: { by: member, at, from: event.from, ...(event.despite && { despite: event.despite }) }
      }))
    case 'stay.admitted':
      return admit(groups, event.stay, at)
    case 'stay.left':
      return leave(groups, event.stay, at)
    case 'stay.discharged':
      return discharge(groups, event.stay)
    case 'member.retired':
      return relieve(groups, event.member)
    default:
      return groups
  }
}

function planDay(groups: Groups, day: Extract<GroupEvent, { type: 'day.planned' }>, at: number): Groups {
  const kept: Record<string, Meeting> = {}
  for (const meeting of Object.values(groups.meetings)) {
    if (day.keep.includes(meeting.date) || meeting.situation.is === 'running') kept[meeting.id] = meeting
  }
  for (const planned of day.meetings) kept[planned.meeting] ??= meetingOf(planned, at)
  const planned = [...new Set([...groups.planned, day.date])].filter(date => day.keep.includes(date)).sort()
  return { ...groups, meetings: kept, planned }
}

function meetingOf(planned: Planned, at: number): Meeting {
  const { meeting: id, roster: stays, ...rest } = planned
  const roster = Object.fromEntries(stays.map(stay => [stay, { attendance: 'expected' as const, at }]))
  return { id, ...rest, roster, situation: { is: 'scheduled' }, reassigned: null, touched: false }
}

function attend(
  groups: Groups,
  meeting: MeetingId,
  stay: StayId,
  attendance: Attendance,
  at: number
): Groups {
  return touch(groups, meeting, ({ roster }) => ({ roster: { ...roster, [stay]: { attendance, at } } }))
}

function put(groups: Groups, meeting: Meeting): Groups {
  return { ...groups, meetings: { ...groups.meetings, [meeting.id]: meeting } }
}

/** As `change`, by hand. */
function touch(groups: Groups, id: MeetingId, fields: (meeting: Meeting) => Partial<Meeting>): Groups {
  return change(groups, id, meeting => ({ ...fields(meeting), touched: true }))
}

function change(groups: Groups, id: MeetingId, fields: (meeting: Meeting) => Partial<Meeting>): Groups {
  const meeting = groups.meetings[id]
  return meeting ? put(groups, { ...meeting, ...fields(meeting) }) : groups
}
