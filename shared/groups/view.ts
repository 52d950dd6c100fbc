import { knowsNames, seesPeople, seesStaff, type Audience } from '../audience.ts'
import type { Bilingual } from '../bilingual.ts'
import type { GroupId, MeetingId, MemberId, PlaceId, StayId } from '../ids.ts'
import { remember, rowsOf } from '../memo.ts'
import type { Leads } from '../staff/credential.ts'
import { isHere } from './is-here.ts'
import type { Attendance, Group, GroupKind, Groups, Meeting, MeetingSituation } from './meeting.ts'

/** Every audience: group names are public within the unit. Capacity and who may lead only where groups are managed. */
export interface GroupRow {
  id: GroupId
  name: Bilingual
  short: Bilingual
  kind: GroupKind
  leads: Leads | null
  capacity: number | null
}

export interface MeetingRow {
  id: MeetingId
  group: GroupId
  startsAt: number
  endsAt: number
  place: PlaceId
  situation: MeetingSituation['is']
  /** when it began, ended or was cancelled; null while scheduled */
  since: number | null
  /** how many were expected in all, and how many are in it now */
  expected: number
  present: number
  /** null where staff are not shown, and where nobody leads */
  facilitator: MemberId | null
  coFacilitators: readonly MemberId[]
  /** who is expected and who came, by stay; null where people are not shown */
  roster: Readonly<Record<StayId, Attendance>> | null
  /** tablet and charge: why it was cancelled, and the last hand-over */
  reason: string | null
  reassigned: Meeting['reassigned']
}

const groupRow = remember((group: Group, audience: Audience): GroupRow => {
  const { id, name, short, kind, leads, capacity } = group
  const known = knowsNames(audience)
  return { id, name, short, kind, leads: known ? leads : null, capacity: known ? capacity : null }
})

const meetingRow = remember((meeting: Meeting, audience: Audience): MeetingRow => {
  const { id, group, startsAt, endsAt, place, situation } = meeting
  const entries = Object.values(meeting.roster)
  const staffed = seesStaff(audience)
  const known = knowsNames(audience)
  return {
    id,
    group,
    startsAt,
    endsAt,
    place,
    situation: situation.is,
    since: situation.is === 'scheduled' ? null : situation.is === 'running' ? situation.since : situation.at,
    expected: entries.filter(entry => entry.attendance !== 'excused').length,
    present: entries.filter(entry => isHere(entry.attendance)).length,
    facilitator: staffed ? meeting.facilitator : null,
    coFacilitators: staffed ? meeting.coFacilitators : [],
    roster: seesPeople(audience) ? rowsOf(meeting.roster, entry => entry.attendance) : null,
    reason: known && situation.is === 'cancelled' ? situation.reason : null,
    reassigned: known ? meeting.reassigned : null
  }
})

export const viewGroups = remember(
  (groups: Groups['groups'], audience: Audience): Record<string, GroupRow> => {
    return rowsOf(groups, group => groupRow(group, audience))
  }
)

export const viewMeetings = remember(
  (meetings: Groups['meetings'], audience: Audience): Record<string, MeetingRow> => {
    return rowsOf(meetings, meeting => meetingRow(meeting, audience))
  }
)
