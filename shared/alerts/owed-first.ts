/** By when, and by whom at first, each thing that an alert leaves is to be done. Plain: a screen says it before. */
import { hours, minutes } from '../asking.ts'
import type { OwedKind } from './owed.ts'

/**
 * Milliseconds from resolving. The 24 h of the debrief are those of the board's domain rules; the others are defaults of
 * this board, which a unit sets for itself (`afterwards`, in minutes).
 */
const owedWithin: Record<OwedKind, number> = {
  debrief: hours(24),
  'level-review': hours(1),
  'plan-review': hours(24),
  'family-notice': hours(24),
  'community-word': hours(24)
}

/** Milliseconds from resolving; `own`: the minutes that the unit set for itself. */
export function within(kind: OwedKind, own: Readonly<Record<string, number>> | null | undefined): number {
  const set = own?.[kind]
  return set === undefined ? owedWithin[kind] : minutes(set)
}

interface OnDuty<One> {
  /** who is in charge */
  charge: One | null
  onShift: readonly One[]
  /** whether a licence of theirs is in force today */
  isLicensed: (one: One) => boolean
}

/** Who is in charge; for the plan, a licensed member on shift. Null: nobody yet. */
export function firstOwner<One>(kind: OwedKind, { charge, onShift, isLicensed }: OnDuty<One>): One | null {
  if (kind !== 'plan-review') return charge
  return [...(charge === null ? [] : [charge]), ...onShift].find(isLicensed) ?? null
}
