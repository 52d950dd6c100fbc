/** What an alert of each kind leaves to be done, by when, and by whom at first. */
import { hours, minutes } from '../asking.ts'
import type { Floor } from '../floor.ts'
import type { MemberId } from '../ids.ts'
import { localDate, mayLead } from '../staff/credential.ts'
import { inCharge, type Member } from '../staff/member.ts'
import type { Alert } from './alert.ts'
import { owedKinds } from './owed-kinds.ts'
import type { OwedKind } from './owed.ts'

/**
 * Milliseconds from resolving. The 24 h of the debrief are those of the board's domain rules; the others are defaults of
 * this board, which a unit sets for itself (`afterwards`, in minutes).
 */
export const owedWithin: Record<OwedKind, number> = {
  debrief: hours(24),
  'level-review': hours(1),
  'plan-review': hours(24),
  'family-notice': hours(24),
  'community-word': hours(24)
}

/** A drill owes nothing. What is about a person is owed only where one is named, the family's notice only where allowed. */
export function owedAfter(
  alert: Alert,
  floor: Floor,
  now: number
): { kind: OwedKind; owner: MemberId | null; due: number }[] {
  const person = alert.stay === null ? null : (floor.census.stays[alert.stay]?.person ?? null)
  const informs = person && { noInformation: person.noInformation === true }
  return owedKinds(alert, informs).map(one => ({
    kind: one,
    owner: ownerOf(one, floor, now),
    due: now + within(one, floor)
  }))
}

function within(kind: OwedKind, { profile }: Floor): number {
  const own = profile.description?.afterwards?.[kind]
  return own === undefined ? owedWithin[kind] : minutes(own)
}

/** Who is in charge; for the plan, a licensed member on shift. Null: nobody yet. */
function ownerOf(kind: OwedKind, floor: Floor, now: number): MemberId | null {
  const charge = inCharge(floor.staff)
  if (kind !== 'plan-review') return charge?.id ?? null
  const onShift = Object.values(floor.staff.members).filter(({ shiftSince }) => shiftSince !== null)
  const licensed = [...(charge ? [charge] : []), ...onShift].find(member => isLicensed(member, floor, now))
  return licensed?.id ?? null
}

/** Whether a licence of theirs is in force today, in the unit's time zone. */
export function isLicensed({ credentials }: Member, { profile }: Floor, now: number): boolean {
  return mayLead(credentials, 'licensed', localDate(now, profile.description?.timeZone ?? 'UTC'))
}
