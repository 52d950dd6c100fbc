/**
 * The withdrawal watch: somebody is scored by a scale, again and again, until a nurse stops it. How soon the next score
 * is due follows from the last one. Scores and bands are kept as they were counted then.
 */
import type { AlertId, CommandId, MemberId, StayId, WatchId } from '../ids.ts'
import type { Danger } from './dangers.ts'
import type { Band, ProfileId } from './profiles/band-profile.ts'
import type { Answers, ScaleId } from './scales/scale.ts'

/** Why a score that is owed is not made now. */
export const postponements = ['asleep', 'refused', 'off-unit', 'in-group', 'at-alert', 'other'] as const
export type Postponement = (typeof postponements)[number]

/** Why a watch was stopped. */
export const stopReasons = ['settled', 'ordered', 'transferred', 'mistake', 'other'] as const
export type StopReason = (typeof stopReasons)[number]

/** What was counted: a score of its own, or one that corrects another. */
export interface Counted {
  answers: Answers
  /** beats a minute */
  pulse: number | null
  dangers: readonly Danger[]
  total: number
  band: Band
  /** minutes within which the next one is due */
  minutes: number
  seenAt: number
  note: string | null
}

export interface Score extends Counted {
  /** the submit that made it */
  id: CommandId
  by: MemberId | null
  /** recorded then; `seenAt` is when the person was seen */
  at: number
  /** whole minutes past due when the person was seen, begun ones counted; 0 when in time */
  late: number
  /** why it had been put off, if it was */
  putOff: Postponement | null
  /** which score it corrects, and why */
  corrects: { score: CommandId; reason: string } | null
  correctedBy: CommandId | null
  /** the alert that it raised, or that was open then: this score is a reason for it */
  alert: AlertId | null
}

/** Whole intervals that went by without a score. `due`, `counted`: the due time now being missed, and how many past it. */
export interface MissedScores {
  count: number
  since: number
  due: number
  counted: number
}

export interface PutOff {
  reason: Postponement
  /** when somebody means to try again */
  until: number | null
  by: MemberId | null
  at: number
}

export interface Watch {
  id: WatchId
  stay: StayId
  scale: ScaleId
  profile: ProfileId
  startedAt: number
  by: MemberId | null
  /** minutes of an interval while there is no score yet */
  first: number
  /** off the unit: nothing is owed */
  paused: boolean
  /** when the person last came back: nothing was due while they were away */
  notBefore: number
  /** by when the person was seen, oldest first; corrected ones stay */
  scores: readonly Score[]
  missed: MissedScores | null
  putOff: PutOff | null
}

export interface Withdrawal {
  watches: Readonly<Record<WatchId, Watch>>
}

export type WithdrawalEvent =
  | {
      type: 'withdrawal.watched'
      watch: WatchId
      stay: StayId
      scale: ScaleId
      profile: ProfileId
      version: number
      first: number
    }
  | ({
      type: 'withdrawal.scored'
      watch: WatchId
      version: number
      late: number
      putOff: Postponement | null
    } & Counted)
  /** the score that it corrects stays in the history */
  | ({
      type: 'withdrawal.corrected'
      watch: WatchId
      version: number
      score: CommandId
      reason: string
    } & Counted)
  /** this score is a reason for the alert, which it raised or which was open */
  | { type: 'withdrawal.alerted'; watch: WatchId; score: CommandId; alert: AlertId }
  | { type: 'withdrawal.deferred'; watch: WatchId; reason: Postponement; until: number | null }
  | { type: 'withdrawal.missed'; watch: WatchId; due: number; count: number }
  | { type: 'withdrawal.stopped'; watch: WatchId; reason: StopReason; note: string | null }

export const initialWithdrawal: Withdrawal = { watches: {} }

/** The last one that stands, by when the person was seen. */
export const lastOf = ({ scores }: Pick<Watch, 'scores'>): Score | null =>
  scores.findLast(({ correctedBy }) => correctedBy === null) ?? null

/** Minutes of the interval that runs now. */
export const intervalIn = (watch: Watch): number => lastOf(watch)?.minutes ?? watch.first

/** When the next score is due (milliseconds since 1970), the first at once; null while the person is away. */
export function scoreDueOf(watch: Watch): number | null {
  if (watch.paused) return null
  const last = lastOf(watch)
  const due = last ? last.seenAt + last.minutes * 60_000 : watch.startedAt
  return Math.max(due, watch.notBefore)
}

/** How many whole intervals past this due time have been counted. */
export const countedPast = (missed: MissedScores | null, due: number): number =>
  missed?.due === due ? missed.counted : 0
