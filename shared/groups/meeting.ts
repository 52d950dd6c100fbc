/**
 * Groups and their meetings. A group is a weekly template; a meeting is one occurrence with its own changes. Days are
 * planned ahead (today and tomorrow, in the unit's time zone); what lies behind is let go of.
 */
import { z } from 'zod'
import { Bilingual } from '../bilingual.ts'
import { GroupId, MemberId, PlaceId, StayId, type MeetingId } from '../ids.ts'
import { without } from '../memo.ts'
import type { Recorded } from '../recorded.ts'
import type { CensusEvent } from '../census/stay.ts'

export const GroupKind = z.enum([
  'community',
  'process',
  'psychoeducation',
  'skills',
  'relapse-prevention',
  'family',
  'recreation',
  'everyday',
  'peer-led'
])
export type GroupKind = z.infer<typeof GroupKind>

export const LeadsNeed = z.enum(['licensed', 'credentialed', 'peer', 'anyone'])

/** One weekly occurrence. `day`: 1 Monday to 7 Sunday; `at`: local wall-clock time. */
export const Slot = z.strictObject({
  day: z.int().min(1).max(7),
  at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  minutes: z.int().min(5).max(720),
  place: PlaceId,
  facilitator: MemberId.nullable(),
  coFacilitators: z.array(MemberId).max(6)
})
export type Slot = z.infer<typeof Slot>

export const GroupDescription = z.strictObject({
  name: Bilingual,
  /** for walls */
  short: Bilingual,
  kind: GroupKind,
  leads: LeadsNeed,
  capacity: z.int().min(1).max(200).nullable(),
  /** `everyone`: whoever is on the unit when the day is planned */
  roster: z.union([z.literal('everyone'), z.array(StayId).max(200)]),
  weekly: z.array(Slot).max(60)
})
export type GroupDescription = z.infer<typeof GroupDescription>

export interface Group extends GroupDescription {
  id: GroupId
}

export const Attendance = z.enum(['expected', 'present', 'late', 'left-early', 'excused', 'absent'])
export type Attendance = z.infer<typeof Attendance>

export type MeetingSituation =
  | { is: 'scheduled' }
  | { is: 'running'; since: number }
  | { is: 'ended'; since: number; at: number }
  | { is: 'cancelled'; at: number; by: MemberId | null; reason: string }

/** The last hand-over of a meeting: who gave it, when, and from whom. */
export interface Reassigned {
  by: MemberId | null
  at: number
  from: MemberId | null
}

export interface Meeting {
  id: MeetingId
  group: GroupId
  /** ISO local date it was planned for */
  date: string
  startsAt: number
  endsAt: number
  place: PlaceId
  facilitator: MemberId | null
  coFacilitators: readonly MemberId[]
  roster: Readonly<Record<StayId, { attendance: Attendance; at: number }>>
  situation: MeetingSituation
  reassigned: Reassigned | null
}

export interface Planned {
  meeting: MeetingId
  group: GroupId
  date: string
  startsAt: number
  endsAt: number
  place: PlaceId
  facilitator: MemberId | null
  coFacilitators: readonly MemberId[]
  roster: readonly StayId[]
}

export interface Groups {
  groups: Readonly<Record<GroupId, Group>>
  meetings: Readonly<Record<MeetingId, Meeting>>
  /** ISO local dates that have been planned and not yet let go of, in order */
  planned: readonly string[]
}

export type GroupEvent =
  | { type: 'group.defined'; group: GroupId; description: GroupDescription }
  | { type: 'group.retired'; group: GroupId }
  | { type: 'day.planned'; date: string; meetings: readonly Planned[]; keep: readonly string[] }
  | { type: 'meeting.scheduled'; planned: Planned }
  | { type: 'meeting.withdrawn'; meeting: MeetingId }
  | { type: 'meeting.started'; meeting: MeetingId; place: PlaceId }
  | { type: 'meeting.ended'; meeting: MeetingId }
  | { type: 'meeting.cancelled'; meeting: MeetingId; reason: string }
  | { type: 'meeting.joined'; meeting: MeetingId; stay: StayId }
  | { type: 'meeting.attended'; meeting: MeetingId; stay: StayId; attendance: Attendance; place: PlaceId }
  | { type: 'meeting.removed'; meeting: MeetingId; stay: StayId }
  | { type: 'meeting.reassigned'; meeting: MeetingId; facilitator: MemberId | null; from: MemberId | null }

export const initialGroups: Groups = { groups: {}, meetings: {}, planned: [] }

type Heard = GroupEvent | CensusEvent | { type: '' }

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
      return { ...groups, groups: without(groups.groups, event.group) as Groups['groups'] }
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
      return change(groups, event.meeting, ({ roster }) => ({ roster: without(roster, event.stay) }))
    case 'meeting.reassigned':
      return change(groups, event.meeting, () => {
        return { facilitator: event.facilitator, reassigned: { by: member, at, from: event.from } }
      })
    case 'stay.discharged':
      return discharge(groups, event.stay)
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
  return { id, ...rest, roster, situation: { is: 'scheduled' }, reassigned: null }
}

function attend(
  groups: Groups,
  meeting: MeetingId,
  stay: StayId,
  attendance: Attendance,
  at: number
): Groups {
  return change(groups, meeting, ({ roster }) => ({ roster: { ...roster, [stay]: { attendance, at } } }))
}

/** Who left the unit is expected nowhere; what has ended keeps its record. */
function discharge(groups: Groups, stay: StayId): Groups {
  let meetings = groups.meetings
  for (const meeting of Object.values(groups.meetings)) {
    const open = meeting.situation.is === 'scheduled' || meeting.situation.is === 'running'
    if (!open || !(stay in meeting.roster)) continue
    meetings = { ...meetings, [meeting.id]: { ...meeting, roster: without(meeting.roster, stay) } }
  }
  return meetings === groups.meetings ? groups : { ...groups, meetings }
}

function put(groups: Groups, meeting: Meeting): Groups {
  return { ...groups, meetings: { ...groups.meetings, [meeting.id]: meeting } }
}

function change(groups: Groups, id: MeetingId, fields: (meeting: Meeting) => Partial<Meeting>): Groups {
  const meeting = groups.meetings[id]
  return meeting ? put(groups, { ...meeting, ...fields(meeting) }) : groups
}
