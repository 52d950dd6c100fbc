/**
 * Check-ins: what is owed to a person by a time. Here, the rounds: everybody is seen at least every n minutes by
 * their observation level, counted from when they were last seen.
 */
import { z } from 'zod'
import type { Level } from '../census/stay.ts'
import { intervalOf } from '../census/stay.ts'
import type { CommandId, MemberId, PlaceId, StayId } from '../ids.ts'

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
  /** the due time now being missed, and how many intervals past it are in `count`; a new level makes a new due time */
  due: number
  counted: number
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
  /** `seenAt`: when they were looked for, where that was before it was recorded */
  | { type: 'check-in.not-found'; stay: StayId; place: PlaceId | null; seenAt?: number | undefined }
  | { type: 'check-in.withdrawn'; stay: StayId; check: CommandId }
  | { type: 'check-in.missed'; stay: StayId; due: number; count: number }
  | { type: 'check-in.explained'; stay: StayId; reason: LateReason }

export const initialCheckIns: CheckIns = { rounds: {}, tallies: {} }

/** When the person has to be seen again (milliseconds since 1970); null when nothing falls due. */
export function dueOf({ level, from, paused }: Pick<Round, 'level' | 'from' | 'paused'>): number | null {
  const interval = intervalOf[level]
  return interval === null || paused ? null : from + interval * 60_000
}

/** How many whole intervals past this due time have been counted. */
export const countedOf = (missed: Missed | null, due: number): number =>
  missed?.due === due ? missed.counted : 0
