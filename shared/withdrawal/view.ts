import { knowsNames, type Audience } from '../audience.ts'
import type { AlertId, CommandId, MemberId, StayId, WatchId } from '../ids.ts'
import { remember, rowsOf } from '../memo.ts'
import type { Danger } from './dangers.ts'
import type { Band, ProfileId } from './profiles/band-profile.ts'
import type { Answers, ScaleId } from './scales/scale.ts'
import { mayStop, type MayStop } from './stop-rule.ts'
import {
  intervalIn,
  lastOf,
  scoreDueOf,
  type Postponement,
  type PutOff,
  type Score,
  type Watch,
  type Withdrawal
} from './watch.ts'

/** A withdrawal watch; tablet and charge only. Overdue is for the screen to tell, by the clock. */
export interface WithdrawalRow {
  id: WatchId
  stay: StayId
  scale: ScaleId
  profile: ProfileId
  startedAt: number
  /** who began it; null where the unit file did */
  by: MemberId | null
  /** when the next score is due (milliseconds since 1970); null while the person is off the unit */
  due: number | null
  /** of the interval that runs now */
  minutes: number
  paused: boolean
  /** whole intervals that went by, and since when */
  missed: number
  missedSince: number | null
  putOff: PutOff | null
  last: ScoreRow | null
  /** the last twelve that stand, oldest first */
  trend: readonly TrendRow[]
  /** the stop rule is met: a nurse may think of stopping */
  mayStop: MayStop | null
}

export interface TrendRow {
  id: CommandId
  total: number
  band: Band
  seenAt: number
  danger: boolean
}

export interface ScoreRow {
  id: CommandId
  total: number
  band: Band
  answers: Answers
  pulse: number | null
  dangers: readonly Danger[]
  seenAt: number
  at: number
  by: MemberId | null
  note: string | null
  late: number
  putOff: Postponement | null
  /** what it corrects, what that had come to, and why */
  corrects: { score: CommandId; total: number | null; reason: string } | null
  /** the alert that it is a reason for: raised by it, or open then */
  alert: AlertId | null
}

/** Wall only: somebody is owed a check by then. Not which, for that would tell what the person is here for. */
export interface DueCheckRow {
  /** the stay it is owed to */
  id: StayId
  due: number
}

const trendLength = 12

const withdrawalRow = remember((watch: Watch, _audience: Audience): WithdrawalRow => {
  const last = lastOf(watch)
  return {
    id: watch.id,
    stay: watch.stay,
    scale: watch.scale,
    profile: watch.profile,
    startedAt: watch.startedAt,
    by: watch.by,
    due: scoreDueOf(watch),
    minutes: intervalIn(watch),
    paused: watch.paused,
    missed: watch.missed?.count ?? 0,
    missedSince: watch.missed?.since ?? null,
    putOff: watch.putOff,
    last: last && scoreRow(last, watch),
    trend: trendOf(watch),
    mayStop: mayStop(watch)
  }
})

function scoreRow(score: Score, { scores }: Watch): ScoreRow {
  const { id, total, band, answers, pulse, dangers, seenAt, at, by, note, late, putOff, alert } = score
  const { corrects } = score
  const old = scores.find(one => one.id === corrects?.score)
  return {
    ...{ id, total, band, answers, pulse, dangers, seenAt, at, by, note, late, putOff, alert },
    corrects: corrects && { score: corrects.score, total: old?.total ?? null, reason: corrects.reason }
  }
}

const trendOf = ({ scores }: Watch): TrendRow[] =>
  scores
    .filter(({ correctedBy }) => correctedBy === null)
    .slice(-trendLength)
    .map(({ id, total, band, seenAt, dangers }) => ({ id, total, band, seenAt, danger: dangers.length > 0 }))

const dueCheckRow = remember((watch: Watch, _audience: Audience): DueCheckRow | null => {
  const due = scoreDueOf(watch)
  return due === null ? null : { id: watch.stay, due }
})

const unwatched: Record<string, WithdrawalRow> = {}
const untold: Record<string, DueCheckRow> = {}

export const viewWithdrawals = remember(
  (watches: Withdrawal['watches'], audience: Audience): Record<string, WithdrawalRow> => {
    return knowsNames(audience) ? rowsOf(watches, watch => withdrawalRow(watch, audience)) : unwatched
  }
)

/** One a person, the soonest: also how many there are would tell something. */
export const viewDueChecks = remember(
  (watches: Withdrawal['watches'], audience: Audience): Record<string, DueCheckRow> => {
    if (audience !== 'wall') return untold
    const rows = Object.values(watches).flatMap(watch => dueCheckRow(watch, audience) ?? [])
    return Object.fromEntries(rows.toSorted((a, b) => b.due - a.due).map(row => [row.id, row]))
  }
)
