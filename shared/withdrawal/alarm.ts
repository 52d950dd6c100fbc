/** Which scores raise an alert, and how urgent it is. The unit raises it in the same submit. */
import type { CommandId, StayId, WatchId } from '../ids.ts'
import { isMedical } from './dangers.ts'
import { profiles } from './profiles/profiles.ts'
import { lastOf, type Withdrawal, type WithdrawalEvent } from './watch.ts'

export interface Alarm {
  watch: WatchId
  stay: StayId
  kind: 'medical' | 'severe-withdrawal'
  priority: 'high' | 'medium'
  seenAt: number
}

/** Null where nothing is alarming, or where a later score has said since how it is. */
export function alarmOf({ watches }: Withdrawal, decided: readonly WithdrawalEvent[]): Alarm | null {
  const [event] = decided
  if (event?.type !== 'withdrawal.scored' && event?.type !== 'withdrawal.corrected') return null
  const watch = watches[event.watch]
  const last = watch ? lastOf(watch) : null
  const replaced: CommandId | null = event.type === 'withdrawal.corrected' ? event.score : null
  if (!watch || (last && last.id !== replaced && last.seenAt > event.seenAt)) return null
  const { dangers, total, seenAt } = event
  const reached = profiles[watch.profile].alerts.find(({ from }) => total >= from)
  const priority = dangers.length > 0 ? 'high' : reached?.priority
  if (!priority) return null
  const kind = isMedical(dangers) ? 'medical' : 'severe-withdrawal'
  return { watch: watch.id, stay: watch.stay, kind, priority, seenAt }
}
