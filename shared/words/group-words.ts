/** Words for groups and their meetings: kinds, who may lead, attendance, situations. */
import type { Attendance, GroupKind } from '../groups/meeting.ts'
import type { MeetingRow } from '../groups/view.ts'
import type { Leads } from '../staff/credential.ts'
import {
  attendance_absent,
  attendance_excused,
  attendance_expected,
  attendance_late,
  attendance_left_early,
  attendance_present,
  group_kind_community,
  group_kind_everyday,
  group_kind_family,
  group_kind_peer_led,
  group_kind_process,
  group_kind_psychoeducation,
  group_kind_recreation,
  group_kind_relapse_prevention,
  group_kind_skills,
  leads_anyone,
  leads_credentialed,
  leads_licensed,
  leads_peer,
  meeting_cancelled,
  meeting_ended,
  meeting_running,
  meeting_scheduled
} from './compiled/messages.js'
import type { Word } from './word.ts'

export const groupKindWords = {
  community: group_kind_community,
  process: group_kind_process,
  psychoeducation: group_kind_psychoeducation,
  skills: group_kind_skills,
  'relapse-prevention': group_kind_relapse_prevention,
  family: group_kind_family,
  recreation: group_kind_recreation,
  everyday: group_kind_everyday,
  'peer-led': group_kind_peer_led
} as const satisfies Record<GroupKind, Word>

export const leadsWords = {
  licensed: leads_licensed,
  credentialed: leads_credentialed,
  peer: leads_peer,
  anyone: leads_anyone
} as const satisfies Record<Leads, Word>

export const attendanceWords = {
  expected: attendance_expected,
  present: attendance_present,
  late: attendance_late,
  'left-early': attendance_left_early,
  excused: attendance_excused,
  absent: attendance_absent
} as const satisfies Record<Attendance, Word>

export const meetingWords = {
  scheduled: meeting_scheduled,
  running: meeting_running,
  ended: meeting_ended,
  cancelled: meeting_cancelled
} as const satisfies Record<MeetingRow['situation'], Word>
