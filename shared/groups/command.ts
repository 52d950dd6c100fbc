import { z } from 'zod'
import { GroupId, MeetingId, MemberId, StayId } from '../ids.ts'
import { reasonsAgainst } from './against.ts'
import { Attendance, GroupDescription } from './meeting.ts'

export const groupCommands = {
  'group.define': z.strictObject({
    type: z.literal('group.define'),
    group: GroupId,
    description: GroupDescription
  }),
  'group.retire': z.strictObject({ type: z.literal('group.retire'), group: GroupId }),
  /** the clock's: lays out the meetings of one local day */
  'meeting.plan': z.strictObject({ type: z.literal('meeting.plan'), date: z.iso.date() }),
  'meeting.start': z.strictObject({ type: z.literal('meeting.start'), meeting: MeetingId }),
  'meeting.end': z.strictObject({ type: z.literal('meeting.end'), meeting: MeetingId }),
  'meeting.cancel': z.strictObject({
    type: z.literal('meeting.cancel'),
    meeting: MeetingId,
    reason: z.string().min(1).max(200)
  }),
  /** puts a person on the roster */
  'meeting.join': z.strictObject({ type: z.literal('meeting.join'), meeting: MeetingId, stay: StayId }),
  /** takes a person off the roster */
  'meeting.leave': z.strictObject({ type: z.literal('meeting.leave'), meeting: MeetingId, stay: StayId }),
  'meeting.attend': z.strictObject({
    type: z.literal('meeting.attend'),
    meeting: MeetingId,
    stay: StayId,
    attendance: Attendance
  }),
  'meeting.reassign': z.strictObject({
    type: z.literal('meeting.reassign'),
    meeting: MeetingId,
    facilitator: MemberId.nullable(),
    /** who led it on the screen that asks; if somebody else does by now, the asker is told instead */
    expects: MemberId.nullable().optional(),
    /** what was seen to speak against it, and why it is done all the same; kept with the hand-over */
    despite: z
      .strictObject({
        of: z.array(z.enum(reasonsAgainst)).min(1).max(reasonsAgainst.length),
        reason: z.string().trim().min(1).max(200)
      })
      .optional()
  })
}

export type GroupCommand = z.infer<(typeof groupCommands)[keyof typeof groupCommands]>
