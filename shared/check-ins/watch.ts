/**
 * Watching somebody without a break is a duty that is held by name and handed over: taken, relieved, let go of with a
 * reason. While fewer hold it than the level needs there is a gap, and a gap of seconds is told.
 */
import { z } from 'zod'
import type { Level } from '../census/stay.ts'
import type { CommandId, MemberId, StayId } from '../ids.ts'
import { gapSteps } from './gap-steps.ts'

/** How many have to be with the person; 0 where they are seen at intervals. */
export const watchersFor: Record<Level, number> = {
  q60: 0,
  q30: 0,
  q15: 0,
  'line-of-sight': 1,
  'one-to-one': 1,
  'two-to-one': 2
}

/** Why somebody lets go of a watch that nobody took from them. */
export const ReleaseReason = z.enum(['level-ending', 'leaving-unit', 'at-alert', 'unwell', 'other'])
export type ReleaseReason = z.infer<typeof ReleaseReason>

export interface Holder {
  member: MemberId
  since: number
}

/** Fewer hold it than it needs. `told`: 1 said to be a gap, 2 an alert was raised. */
export interface Gap {
  since: number
  told: 0 | 1 | 2
  /** it was asked for and nobody has taken it yet, other than when somebody let go of it */
  ordered: boolean
  /** the alert is named after this command */
  alert: CommandId | null
}

export interface Watch {
  stay: StayId
  level: Level
  /** since when somebody has to be with the person, at whatever level */
  since: number
  holders: readonly Holder[]
  gap: Gap | null
}

export type WatchEvent =
  | { type: 'watch.taken'; stay: StayId; member: MemberId }
  | { type: 'watch.relieved'; stay: StayId; member: MemberId; relieves: MemberId }
  | { type: 'watch.released'; stay: StayId; member: MemberId; reason: ReleaseReason }
  | { type: 'watch.uncovered'; stay: StayId; since: number; step: 1 | 2 }

/** When the next is told of a gap; null where all is told, or where the unit has never kept a watch on the board. */
export function nextTold({ gap }: Watch, watchingSince: number | null): { at: number; step: 1 | 2 } | null {
  if (!gap || watchingSince === null || gap.told === 2) return null
  const after = gapSteps[gap.ordered ? 'ordered' : 'left'][gap.told]
  return { at: Math.max(gap.since, watchingSince) + after, step: gap.told === 0 ? 1 : 2 }
}

/** Minutes after which whoever holds a watch is due to be relieved, where the unit says nothing else. */
export const usualRelief = 60
