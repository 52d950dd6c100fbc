/**
 * Check-ins: what is owed to a person by a time. Here, the rounds: everybody is seen at least every n minutes by
 * their observation level, counted from when they were last seen.
 */
import { z } from 'zod'
import type { Level } from '../census/stay.ts'
import { intervalOf } from '../census/stay.ts'
import type { CommandId, MeetingId, MemberId, PlaceId, StayId } from '../ids.ts'
import type { Code } from '../profile/codes.ts'
import type { Habits } from './habit.ts'
import type { Kept } from './kept.ts'
import type { Watch, WatchEvent } from './watch.ts'

/** What every unit begins with; a unit may call them otherwise, retire them and add codes of its own. */
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

/** Who seems to sleep: at night their breathing has to be seen. */
export const asleep: Activity = 'eyes-closed'

/** How the person was looked at: at their side, or from the door. */
export const Method = z.enum(['full', 'doorway'])
export type Method = z.infer<typeof Method>

/** What the screen suggested and the tap only confirmed. */
export const Carried = z.enum(['place', 'activity', 'presentation'])
export type Carried = z.infer<typeof Carried>

/** Why a check is corrected. Of the wrong person: it counts as never made, and the person as not seen. */
export const Correction = z.enum(['wrong-person', 'wrong-place', 'wrong-look', 'wrong-time', 'other'])
export type Correction = z.infer<typeof Correction>

/** What was seen of a person, as it is recorded; what a first version did not ask for may be absent. */
export interface Seen {
  seenAt: number
  place: PlaceId | null
  activity: Code
  presentation: Code
  /** the level in force then; a later one changes nothing here */
  level: Level
  /** minutes past due when the person was seen; 0 when in time */
  late: number
  reason: Code | null
  breathing?: boolean | undefined
  method?: Method | undefined
  carried?: readonly Carried[] | undefined
  /** several people of one place, checked one after the other and said to be so: the same for all of them */
  pass?: string | undefined
  /** the meeting in which who leads it attested that the person was there */
  meeting?: MeetingId | undefined
}

export interface Check extends Seen {
  id: CommandId
  by: MemberId | null
  at: number
  /** the check that this one corrects, and why */
  corrects?: CommandId
  why?: Correction
  /** what was being missed until this look */
  ended?: Missed
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
  reason: Code | null
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
  /** the checks of the last twelve hours, which can still be corrected */
  kept: Readonly<Record<StayId, Kept>>
  tallies: Readonly<Record<string, Tally>>
  /** who is watched without a break, and by whom */
  watches: Readonly<Record<StayId, Watch>>
  /** when the unit first kept a watch on the board (milliseconds since 1970); null: it never did */
  watchingSince: number | null
  habits: Habits
}

type CheckEvent =
  | ({ type: 'check-in.completed'; stay: StayId } & Seen)
  /** `seenAt`: when they were looked for, where that was before it was recorded */
  | { type: 'check-in.not-found'; stay: StayId; place: PlaceId | null; seenAt?: number | undefined }
  | { type: 'check-in.withdrawn'; stay: StayId; check: CommandId }
  /** stands in for the check that it corrects; the old one stays in the journal */
  | ({ type: 'check-in.corrected'; stay: StayId; corrects: CommandId; why: Correction } & Seen)
  | { type: 'check-in.missed'; stay: StayId; due: number; count: number }
  | { type: 'check-in.explained'; stay: StayId; reason: Code }

export type CheckInEvent = CheckEvent | WatchEvent

/** When the person has to be seen again (milliseconds since 1970); null when nothing falls due. */
export function dueOf({ level, from, paused }: Pick<Round, 'level' | 'from' | 'paused'>): number | null {
  const interval = intervalOf[level]
  return interval === null || paused ? null : from + interval * 60_000
}

/** How many whole intervals past this due time have been counted. */
export const countedOf = (missed: Missed | null, due: number): number =>
  missed?.due === due ? missed.counted : 0
