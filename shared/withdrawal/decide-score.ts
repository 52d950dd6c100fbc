/** A score: all answers or none, each one that there is; the total, its band and the next due follow and are recorded. */
import { clockTolerance, seenWithin, type Asking, type Decision } from '../asking.ts'
import type { Floor } from '../floor.ts'
import { isRefused, refuse, type Refused } from '../refusal.ts'
import type { WithdrawalCommand } from './command.ts'
import { bandOf, minutesOf, profiles } from './profiles/profiles.ts'
import { illegalIn, isFromPulse, missingIn, totalOf, withPulse } from './scales/scales.ts'
import { lastOf, scoreDueOf, type Counted, type Watch, type WithdrawalEvent } from './watch.ts'

type Of<T extends WithdrawalCommand['type']> = Extract<WithdrawalCommand, { type: T }>

export function score(
  watch: Watch,
  floor: Floor,
  command: Of<'withdrawal.score'>,
  { now }: Asking
): Decision<WithdrawalEvent> {
  const { stay } = watch
  const { seenAt = now } = command
  const whereabouts = floor.census.stays[stay]?.whereabouts
  const left = whereabouts?.is === 'off-unit' ? whereabouts.since : null
  if (left !== null && seenAt > left) return refuse('off-unit', { stay, since: left })
  if (seenAt > now + clockTolerance) return refuse('seen-in-future', { stay, seenAt })
  if (seenAt < now - seenWithin) return refuse('seen-too-long-ago', { stay, seenAt })
  const at = Math.min(seenAt, now)
  const counted = count(watch, floor, command, at)
  if (isRefused(counted)) return counted
  const { version } = profiles[watch.profile]
  const putOff = isLast(watch, at) ? (watch.putOff?.reason ?? null) : null
  return [
    { type: 'withdrawal.scored', watch: watch.id, version, ...counted, late: lateBy(watch, at), putOff }
  ]
}

/** Of the same moment as what it corrects: when the person was seen was not what was wrong. */
export function correct(
  watch: Watch,
  floor: Floor,
  command: Of<'withdrawal.correct'>
): Decision<WithdrawalEvent> {
  const old = watch.scores.find(({ id }) => id === command.score)
  if (!old) return refuse('score-unknown', { stay: watch.stay })
  if (old.correctedBy !== null) {
    const by = watch.scores.find(({ id }) => id === old.correctedBy)
    return refuse('already-corrected', { by: by?.by ?? '', at: by?.at ?? old.at })
  }
  if (command.reason.trim() === '') return refuse('why-needed')
  const counted = count(watch, floor, command, old.seenAt)
  if (isRefused(counted)) return counted
  const { reason } = command
  const { version } = profiles[watch.profile]
  return [{ type: 'withdrawal.corrected', watch: watch.id, version, score: old.id, reason, ...counted }]
}

type Entered = Pick<Of<'withdrawal.score'>, 'answers' | 'pulse' | 'dangers' | 'note'>

function count({ scale, profile }: Watch, floor: Floor, entered: Entered, seenAt: number): Counted | Refused {
  const { answers: given, pulse = null, dangers: signs = [], note = null } = entered
  const locked = pulse !== null && Object.keys(given).some(question => isFromPulse(scale, question))
  if (locked) return refuse('pulse-locked')
  const answers = withPulse(scale, given, pulse)
  const illegal = illegalIn(scale, answers)
  if (illegal !== null) return refuse('answer-illegal', { question: illegal })
  const missing = missingIn(scale, answers)
  const total = totalOf(scale, answers)
  if (total === null) return refuse('answers-missing', { missing: missing.join(' '), count: missing.length })
  const dangers = [...new Set(signs)]
  const band = bandOf(profile, total, dangers)
  const own = floor.profile.description?.withdrawal?.minutes?.[profile]
  const minutes = minutesOf(profile, band, dangers, own)
  return { answers, pulse, dangers, total, band, minutes, seenAt, note }
}

/** Whether one of that moment is the last one. */
const isLast = (watch: Watch, seenAt: number): boolean => seenAt >= (lastOf(watch)?.seenAt ?? 0)

/** Whole minutes past due, begun ones counted; one entered after a later one was made was late for nothing. */
function lateBy(watch: Watch, seenAt: number): number {
  const due = scoreDueOf(watch)
  return due === null || !isLast(watch, seenAt) ? 0 : Math.max(0, Math.ceil((seenAt - due) / 60_000))
}
