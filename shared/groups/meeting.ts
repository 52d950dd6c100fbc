/**
 * Groups and their meetings. A group is a weekly template; a meeting is one occurrence with its own changes. Days are
 * planned ahead (today and tomorrow, in the unit's time zone); what lies behind is let go of.
 */
import { z } from 'zod'
import { Bilingual } from '../bilingual.ts'
import type { GroupId } from '../ids.ts'
import { MemberId, PlaceId, StayId, type MeetingId } from '../ids.ts'
import type { Against } from './against.ts'

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

/** A meeting is named after its group and its beginning, so no two slots may share it. */
function distinct(weekly: readonly Slot[]): boolean {
  return new Set(weekly.map(({ day, at }) => `${day} ${at}`)).size === weekly.length
}

export const GroupDescription = z.strictObject({
  name: Bilingual,
  /** for walls */
  short: Bilingual,
  kind: GroupKind,
  leads: LeadsNeed,
  capacity: z.int().min(1).max(200).nullable(),
  /** `everyone`: whoever is on the unit when the day is planned */
  roster: z.union([z.literal('everyone'), z.array(StayId).max(200)]),
  weekly: z.array(Slot).max(60).refine(distinct, 'two slots begin at the same time')
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
  /** what spoke against it, and why it was done all the same */
  despite?: Despite
}

export interface Despite {
  of: readonly Against[]
  reason: string
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
  /** somebody has changed it by hand, so a changed template leaves it alone */
  touched: boolean
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
  | {
      type: 'meeting.reassigned'
      meeting: MeetingId
      facilitator: MemberId | null
      from: MemberId | null
      despite?: Despite
    }

export const initialGroups: Groups = { groups: {}, meetings: {}, planned: [] }

export const isOpen = ({ situation }: Meeting): boolean =>
  situation.is === 'scheduled' || situation.is === 'running'
