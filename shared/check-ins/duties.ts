import { minutes, type Duty } from '../asking.ts'
import { intervalOf } from '../census/stay.ts'
import type { CommandId } from '../ids.ts'
import { countedOf, dueOf, type CheckIns, type Round } from './check-in.ts'
import type { CheckInCommand } from './command.ts'

/** A check is late from its due time on, by the clock alone; once a further whole interval has gone by, it is missed. */
export function checkInDuties({ rounds }: CheckIns, now: number): Duty<CheckInCommand>[] {
  return Object.values(rounds).flatMap(round => missed(round, now))
}

function missed(round: Round, now: number): Duty<CheckInCommand>[] {
  const due = dueOf(round)
  const interval = intervalOf[round.level]
  if (due === null || interval === null) return []
  const gone = Math.max(1, Math.floor((now - due) / minutes(interval)))
  const count = Math.max(gone, countedOf(round.missed, due) + 1)
  return [
    {
      id: `miss:${round.stay}:${due}:${count}` as CommandId,
      at: due + count * minutes(interval),
      command: { type: 'check-in.miss', stay: round.stay, due, count }
    }
  ]
}
