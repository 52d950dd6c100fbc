import { minutes, type Duty } from '../asking.ts'
import type { CommandId } from '../ids.ts'
import type { WithdrawalCommand } from './command.ts'
import { countedPast, intervalIn, lastOf, scoreDueOf, type Watch, type Withdrawal } from './watch.ts'

/**
 * A score is overdue from its due time on, by the clock alone; once a further whole interval has gone by, it is missed.
 * The id names the score it counts from: a correction may make a due time that was there before, and that is another.
 */
export function withdrawalDuties({ watches }: Withdrawal, now: number): Duty<WithdrawalCommand>[] {
  return Object.values(watches).flatMap(watch => missed(watch, now))
}

function missed(watch: Watch, now: number): Duty<WithdrawalCommand>[] {
  const due = scoreDueOf(watch)
  if (due === null) return []
  const interval = minutes(intervalIn(watch))
  const gone = Math.max(1, Math.floor((now - due) / interval))
  const count = Math.max(gone, countedPast(watch.missed, due) + 1)
  return [
    {
      id: `miss-score:${lastOf(watch)?.id ?? watch.id}:${due}:${count}` as CommandId,
      at: due + count * interval,
      command: { type: 'withdrawal.miss', watch: watch.id, due, count }
    }
  ]
}
