/** What a look has to say, made now or corrected later: when and where it was, in codes that the unit has. */
import { clockTolerance, seenWithin } from '../asking.ts'
import type { Floor } from '../floor.ts'
import type { StayId } from '../ids.ts'
import type { Code, Codes } from '../profile/codes.ts'
import { isNight } from '../profile/local-time.ts'
import { standingOf } from '../profile/standing.ts'
import { refuse, type Refused } from '../refusal.ts'
import { Activity, asleep, LateReason, Presentation, type Seen } from './check-in.ts'
import type { Kept } from './kept.ts'
import { stretchAt } from './stretch.ts'

type Looked = Pick<Seen, 'seenAt' | 'place' | 'activity' | 'presentation' | 'breathing' | 'method'>

export function lookRefused(
  stay: StayId,
  kept: Kept | undefined,
  floor: Floor,
  looked: Looked,
  now: number
): Refused | null {
  const { place, activity, presentation } = looked
  if (place !== null && !floor.profile.places[place]) return refuse('place-unknown', { place })
  return (
    momentRefused(stay, kept, looked.seenAt, now) ??
    codeRefused(floor, 'activities', activity, Activity.options) ??
    codeRefused(floor, 'presentations', presentation, Presentation.options) ??
    sleepRefused(floor, looked, stay)
  )
}

export const reasonRefused = (floor: Floor, reason: Code | undefined): Refused | null =>
  reason === undefined ? null : codeRefused(floor, 'lateReasons', reason, LateReason.options)

/** When somebody who is off the unit left it (milliseconds since 1970). */
export function leftAt({ census }: Floor, stay: StayId): number {
  const whereabouts = census.stays[stay]?.whereabouts
  return whereabouts?.is === 'off-unit' ? whereabouts.since : 0
}

function momentRefused(stay: StayId, kept: Kept | undefined, seenAt: number, now: number): Refused | null {
  const stretch = stretchAt(kept?.stretches ?? [], seenAt)
  if (stretch?.level === null) return refuse('off-unit', { stay, since: stretch.since })
  if (seenAt > now + clockTolerance) return refuse('seen-in-future', { stay, seenAt })
  return !stretch || seenAt < now - seenWithin ? refuse('seen-too-long-ago', { stay, seenAt }) : null
}

function codeRefused(
  { profile }: Floor,
  of: keyof Codes,
  code: Code,
  usual: readonly string[]
): Refused | null {
  const standing = standingOf(code, profile.description?.codes?.[of], usual)
  if (standing === 'in-use') return null
  return refuse(standing === 'retired' ? 'code-retired' : 'code-unknown', { code })
}

/** At night, by the unit's clock when the person was seen, eyes that are closed may be more than sleep. */
function sleepRefused({ profile }: Floor, looked: Looked, stay: StayId): Refused | null {
  const { seenAt, activity, breathing, method } = looked
  const { timeZone = 'UTC', night } = profile.description ?? {}
  if (activity !== asleep || !isNight(seenAt, timeZone, night)) return null
  if (breathing !== true) return refuse('breathing-needed', { stay })
  return method === undefined ? refuse('method-needed', { stay }) : null
}
