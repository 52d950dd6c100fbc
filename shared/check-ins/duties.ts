import { minutes, type Duty } from '../asking.ts'
import { intervalOf } from '../census/stay.ts'
import type { CommandId } from '../ids.ts'
import { countedOf, dueOf, type CheckIns, type Round } from './check-in.ts'
import type { CheckInCommand } from './command.ts'
import { nextTold, type Watch } from './watch.ts'

/**
 * A check is late from its due time on, by the clock alone; once a further whole interval has gone by, it is missed. A
 * watch that too few hold is told of, and then raises an alert.
 */
export function checkInDuties(
  { rounds, watches, watchingSince }: CheckIns,
  now: number
): Duty<CheckInCommand>[] {
  return [
    ...Object.values(rounds).flatMap(round => missed(round, now)),
    ...Object.values(watches).flatMap(watch => uncovered(watch, watchingSince))
  ]
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

function uncovered(watch: Watch, watchingSince: number | null): Duty<CheckInCommand>[] {
  const { stay, gap } = watch
  const next = nextTold(watch, watchingSince)
  if (!gap || !next) return []
  const { step, at } = next
  const id = `uncovered:${stay}:${gap.since}:${step}` as CommandId
  return [{ id, at, command: { type: 'watch.miss', stay, since: gap.since, step } }]
}
