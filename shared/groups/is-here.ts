import type { Attendance } from './meeting.ts'

/** Present or late: the person is in the room. Plain: screens ask the same. */
export const isHere = (attendance: Attendance | undefined): boolean =>
  attendance === 'present' || attendance === 'late'
