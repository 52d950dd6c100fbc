import { z } from 'zod'
import { GroupId, MeetingId, MemberId, PlaceId, StayId } from '../ids.ts'
import { instant, text, type Shapes } from '../shapes.ts'
import { reasonsAgainst } from './against.ts'
import { Attendance, GroupDescription, type GroupEvent } from './meeting.ts'

const leader = MemberId.nullable()
const meeting = z.object({ meeting: MeetingId })
const person = z.object({ meeting: MeetingId, stay: StayId })

const planned = z.object({
  meeting: MeetingId,
  group: GroupId,
  date: z.iso.date(),
  startsAt: instant,
  endsAt: instant,
  place: PlaceId,
  facilitator: leader,
  coFacilitators: z.array(MemberId),
  roster: z.array(StayId)
})

export const groupShapes = {
  'group.defined': z.object({ group: GroupId, description: GroupDescription }),
  'group.retired': z.object({ group: GroupId }),
  'day.planned': z.object({ date: z.iso.date(), meetings: z.array(planned), keep: z.array(text) }),
  'meeting.scheduled': z.object({ planned }),
  'meeting.withdrawn': meeting,
  'meeting.started': z.object({ meeting: MeetingId, place: PlaceId }),
  'meeting.ended': meeting,
  'meeting.cancelled': z.object({ meeting: MeetingId, reason: text }),
  'meeting.joined': person,
  'meeting.attended': z.object({ ...person.shape, attendance: Attendance, place: PlaceId }),
  'meeting.removed': person,
  'meeting.reassigned': z.object({
    meeting: MeetingId,
    facilitator: leader,
    from: leader,
    despite: z.object({ of: z.array(z.enum(reasonsAgainst)), reason: text }).exactOptional()
  })
} satisfies Shapes<GroupEvent>
