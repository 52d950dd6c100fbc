/** What an admission and a crisis leave to be done where the unit says by when. Who knows both is the unit. */
import { minutes } from '../asking.ts'
import type { AlertId, CommandId, FollowUpId, StayId } from '../ids.ts'
import type { Description } from '../profile/profile.ts'
import type { FollowUpEvent } from './follow-up.ts'

/** Opened under the command that led to it; nobody's at first. Nothing where the unit's file sets no time for the kind. */
export function left(
  kind: 'intake' | 'post-crisis-talk',
  { stay, alert = null }: { stay: StayId; alert?: AlertId | null },
  { description, command, now }: { description: Description | null; command: CommandId; now: number }
): FollowUpEvent[] {
  const within = description?.followUps?.[kind]
  if (within === undefined) return []
  const followUp = `${command}~${kind}` as FollowUpId
  const due = now + minutes(within)
  return [{ type: 'follow-up.opened', followUp, kind, stay, owner: null, due, alert, about: null }]
}
