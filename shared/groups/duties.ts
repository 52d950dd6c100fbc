import type { Duty } from '../asking.ts'
import type { CommandId } from '../ids.ts'
import type { Profile } from '../profile/profile.ts'
import type { GroupCommand } from './command.ts'
import type { Groups } from './meeting.ts'
import { dayFrom, startOf } from './plan.ts'

/** Today and tomorrow are owed a plan; the day after tomorrow's falls due when tomorrow begins. */
export function groupDuties({ planned }: Groups, profile: Profile, now: number): Duty<GroupCommand>[] {
  const timeZone = profile.description?.timeZone
  if (!timeZone) return []
  return [0, 1, 2]
    .map(days => dayFrom(now, timeZone, days))
    .filter(date => !planned.includes(date))
    .map(date => ({
      id: `plan:${date}` as CommandId,
      at: startOf(Temporal.PlainDate.from(date).subtract({ days: 1 }).toString(), timeZone),
      command: { type: 'meeting.plan', date }
    }))
}
