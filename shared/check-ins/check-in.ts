/**
 * Check-ins: what is owed to a person by a time. Here, the rounds: everybody is seen at least every n minutes by
 * their observation level, counted from when they were last seen.
 */
import { z } from 'zod'
import type { CensusEvent, Level } from '../census/stay.ts'
import { intervalOf } from '../census/stay.ts'
import type { CommandId, MemberId, PlaceId, StayId } from '../ids.ts'
import { without } from '../memo.ts'
import type { Recorded } from '../recorded.ts'
import type { GroupEvent } from '../groups/meeting.ts'

export const Activity = z.enum([
  'eyes-closed',
  'awake-in-bed',
  'sitting',
  'pacing',
  'eating',
  'hygiene',
  'with-peers',
  'with-staff',
  'in-group',
  'phone',
  'reading',
  'visitor'
])
export type Activity = z.infer<typeof Activity>

export const Presentation = z.enum([
  'calm',
  'anxious',
  'tearful',
  'withdrawn',
  'irritable',
  'agitated',
  'unseen-stimuli',
  'confused',
  'refused'
])
export type Presentation = z.infer<typeof Presentation>

export const LateReason = z.enum([
  'in-group',
  'at-alert',
  'on-one-to-one',
  'short-staffed',
  'off-unit',
  'other'
])
export type LateReason = z.infer<typeof LateReason>

export interface Check {
  id: CommandId
  by: MemberId | null
  seenAt: number
  at: number
  place: PlaceId | null
  activity: Activity
  presentation: Presentation
  level: Level
  /** minutes past due when the person was seen; 0 when in time */
  late: number
  reason: LateReason | null
}

export interface Round {
  stay: StayId
  level: Level
  /** when the person was last seen, by a check or by being admitted or returning (milliseconds since 1970) */
  from: number
  /** off the unit: nothing is owed */
  paused: boolean
  last: Check | null
  /** what `from`, `last` and `missed` were before the last check; undo goes back to it */
  before: { from: number; last: Check | null; missed: Missed | null } | null
  missed: Missed | null
}

/** Whole intervals that went by without a look, since when, and why, once somebody said. */
export interface Missed {
  count: number
  since: number
  reason: LateReason | null
}

/** Checks of one level that were made within one hour, for the strip of the charge screen. */
export interface Tally {
  level: Level
  /** start of the hour, milliseconds since 1970 */
  hour: number
  /** seconds into the hour, and minutes late (0: in time), in order of recording */
  ticks: readonly (readonly [second: number, late: number])[]
}

export interface CheckIns {
  rounds: Readonly<Record<StayId, Round>>
  tallies: Readonly<Record<string, Tally>>
}

export type CheckInEvent =
  | {
      type: 'check-in.completed'
      stay: StayId
      seenAt: number
      place: PlaceId | null
      activity: Activity
      presentation: Presentation
      level: Level
      late: number
      reason: LateReason | null
    }
  | { type: 'check-in.not-found'; stay: StayId; place: PlaceId | null }
  | { type: 'check-in.withdrawn'; stay: StayId; check: CommandId }
  | { type: 'check-in.missed'; stay: StayId; due: number; count: number }
  | { type: 'check-in.explained'; stay: StayId; reason: LateReason }

export const initialCheckIns: CheckIns = { rounds: {}, tallies: {} }

/** When the person has to be seen again (milliseconds since 1970); null when nothing falls due. */
export function dueOf({ level, from, paused }: Pick<Round, 'level' | 'from' | 'paused'>): number | null {
  const interval = intervalOf[level]
  return interval === null || paused ? null : from + interval * 60_000
}

type Heard = CheckInEvent | CensusEvent | GroupEvent | { type: '' }

export function evolveCheckIns(checkIns: CheckIns, recorded: Recorded<Heard>): CheckIns {
  const { event, at } = recorded
  switch (event.type) {
    case 'stay.admitted': {
      const { stay, level } = event
      return put(checkIns, { stay, level, from: at, paused: false, last: null, before: null, missed: null })
    }
    case 'stay.level-set':
      return change(checkIns, event.stay, () => ({ level: event.level, before: null }))
    case 'stay.left':
      return change(checkIns, event.stay, () => ({ paused: true, missed: null, before: null }))
    case 'stay.returned':
      return change(checkIns, event.stay, () => ({ paused: false, from: at, missed: null, before: null }))
    case 'stay.discharged':
      return { ...checkIns, rounds: without(checkIns.rounds, event.stay) as CheckIns['rounds'] }
    case 'check-in.completed':
      return tally(
        change(checkIns, event.stay, round => completed(round, event, recorded)),
        event,
        at
      )
    case 'check-in.withdrawn':
      return change(checkIns, event.stay, ({ last, before }) => {
        return before && last?.id === event.check ? { ...before, before: null } : {}
      })
    case 'check-in.missed':
      return change(checkIns, event.stay, ({ missed }) => {
        const { since = event.due, reason = null } = missed ?? {}
        return { missed: { count: event.count, since, reason } }
      })
    case 'check-in.explained':
      return change(checkIns, event.stay, ({ missed }) =>
        missed ? { missed: { ...missed, reason: event.reason } } : {}
      )
    default:
      return checkIns
  }
}

type Completed = Extract<CheckInEvent, { type: 'check-in.completed' }>

/** An entry made late does not undo a later look: `from` never moves back. */
function completed(round: Round, event: Completed, { at, by, command }: Recorded): Partial<Round> {
  const { seenAt, place, activity, presentation, level, late, reason } = event
  if (round.last && seenAt < round.last.seenAt) return {}
  const who = by.kind === 'member' ? by.member : null
  const last: Check = { id: command, by: who, seenAt, at, place, activity, presentation, level, late, reason }
  const before = { from: round.from, last: round.last, missed: round.missed }
  return { from: Math.max(round.from, seenAt), last, before, missed: null }
}

const keptHours = 24

function tally(checkIns: CheckIns, { level, seenAt, late }: Completed, at: number): CheckIns {
  const hour = Math.floor(seenAt / 3_600_000) * 3_600_000
  const id = `${level}~${hour}`
  const tallies = { ...checkIns.tallies }
  for (const old in tallies)
    if ((tallies[old] as Tally).hour < at - keptHours * 3_600_000) delete tallies[old]
  const ticks = tallies[id]?.ticks ?? []
  tallies[id] = { level, hour, ticks: [...ticks, [Math.floor((seenAt - hour) / 1000), late]] }
  return { ...checkIns, tallies }
}

function put(checkIns: CheckIns, round: Round): CheckIns {
  return { ...checkIns, rounds: { ...checkIns.rounds, [round.stay]: round } }
}

function change(checkIns: CheckIns, id: StayId, fields: (round: Round) => Partial<Round>): CheckIns {
  const round = checkIns.rounds[id]
  return round ? put(checkIns, { ...round, ...fields(round) }) : checkIns
}
