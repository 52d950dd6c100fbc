/** Which scores raise an alert, and how urgent it is. The unit raises it in the same submit. */
import type { CommandId, StayId, WatchId } from '../ids.ts'
import { isMedical, type Danger } from './dangers.ts'
import type { ProfileId } from './profiles/band-profile.ts'
import { profiles } from './profiles/profiles.ts'
import { lastOf, type Withdrawal, type WithdrawalEvent } from './watch.ts'

export interface Alarm {
  watch: WatchId
  stay: StayId
  kind: 'medical' | 'severe-withdrawal'
  priority: 'high' | 'medium'
  seenAt: number
}

/** What a total with these signs asks for; null where nothing is alarming. */
export function alarmFor(
  profile: ProfileId,
  total: number,
  dangers: readonly Danger[]
): Pick<Alarm, 'kind' | 'priority'> | null {
  const reached = profiles[profile].alerts.find(({ from }) => total >= from)
  const priority = dangers.length > 0 ? 'high' : reached?.priority
  if (!priority) return null
  return { kind: isMedical(dangers) ? 'medical' : 'severe-withdrawal', priority }
}

/** Null where nothing is alarming, or where a later score has said since how it is. */
export function alarmOf({ watches }: Withdrawal, decided: readonly WithdrawalEvent[]): Alarm | null {
  const [event] = decided
  if (event?.type !== 'withdrawal.scored' && event?.type !== 'withdrawal.corrected') return null
  const watch = watches[event.watch]
  const last = watch ? lastOf(watch) : null
  const replaced: CommandId | null = event.type === 'withdrawal.corrected' ? event.score : null
  if (!watch || (last && last.id !== replaced && last.seenAt > event.seenAt)) return null
  const asked = alarmFor(watch.profile, event.total, event.dangers)
  return asked && { watch: watch.id, stay: watch.stay, ...asked, seenAt: event.seenAt }
}
