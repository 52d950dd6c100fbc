import type { Census } from './census/stay.ts'
import type { Profile } from './profile/profile.ts'
import type { Staff } from './staff/member.ts'

/** What any slice may look down at when it decides: the unit itself, who is on it, who works on it. */
export interface Floor {
  profile: Profile
  census: Census
  staff: Staff
}
