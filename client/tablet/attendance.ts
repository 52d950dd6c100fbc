import type { Attendance } from '../../shared/groups/meeting.ts'
import type { MeetingRow } from '../../shared/groups/view.ts'

const running: readonly Attendance[] = ['expected', 'present', 'late', 'absent', 'excused', 'left-early']
const before: readonly Attendance[] = ['expected', 'excused', 'absent']

/** What a tap on a face asks for next: the likeliest first. Who is in the room is only known once it runs. */
export function attendanceAfter(attendance: Attendance, situation: MeetingRow['situation']): Attendance {
  const cycle = situation === 'running' ? running : before
  return cycle[(cycle.indexOf(attendance) + 1) % cycle.length] as Attendance
}
