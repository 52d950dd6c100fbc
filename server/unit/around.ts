/** What all hosts of a node share. */
import type { Author } from '../../shared/recorded.ts'
import type { Refused } from '../../shared/refusal.ts'
import type { Journal } from '../journal/journal.ts'
import type { Gauges } from './gauges.ts'
import type { JournalClock } from './journal-clock.ts'
import type { UnitLog } from './log.ts'
import type { Unit } from './unit.ts'

export interface Limits {
  /** commands of a unit that wait for their receipt; one more is left unsure at once */
  waiting: number
  /** commands in one append */
  batch: number
  /** milliseconds until a command without an answer is left unsure */
  patience: number
  /** states kept for screens that resume */
  recent: number
  /** events between two stored snapshots */
  every: number
  /** how many events older than the newest a stored snapshot is, so that who opens from it can resume screens */
  behind: number
  /** milliseconds that a unit stays on the node after the last who needed it */
  linger: number
}

export const usual: Limits = {
  waiting: 5_000,
  batch: 128,
  patience: 4_000,
  recent: 600,
  every: 500,
  behind: 200,
  linger: 30_000
}

export interface Around<State, Command extends { type: string }> {
  journal: Journal
  unit: Unit<State, Command>
  permit(state: State, author: Author, command: Command): Refused | null
  clock: JournalClock
  /** milliseconds on a clock that never goes back */
  elapsed(): number
  gauges: Gauges
  log: UnitLog
  limits: Limits
}
