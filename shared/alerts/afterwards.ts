/** What an alert of each kind leaves to be done, by when, and by whom at first. */
import { hours, minutes } from '../asking.ts'
import type { Floor } from '../floor.ts'
import type { MemberId } from '../ids.ts'
import { localDate, mayLead } from '../staff/credential.ts'
import { inCharge, type Member } from '../staff/member.ts'
import type { Alert } from './alert.ts'
import type { AlertKind } from './kind.ts'
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

/** Help that came before a crisis leaves no more than a look at the level; things leave a word to the community. */
const owes: Partial<Record<AlertKind, readonly OwedKind[]>> = {
  tension: ['level-review'],
  contraband: ['debrief', 'level-review', 'community-word'],
  property: ['debrief', 'community-word'],
  fire: ['debrief', 'community-word']
}

const all: readonly OwedKind[] = ['debrief', 'level-review', 'plan-review', 'family-notice', 'community-word']

const aboutThePerson: readonly OwedKind[] = ['level-review', 'plan-review', 'family-notice']

/** A drill owes nothing. What is about a person is owed only where one is named, the family's notice only where allowed. */
export function owedAfter(
  { kind, stay, drill }: Alert,
  floor: Floor,
  now: number
): { kind: OwedKind; owner: MemberId | null; due: number }[] {
  if (drill) return []
  const person = stay === null ? undefined : floor.census.stays[stay]?.person
  const kinds = (owes[kind] ?? all).filter(
    one =>
      !aboutThePerson.includes(one) || (one === 'family-notice' ? person && !person.noInformation : person)
  )
  return kinds.map(one => ({ kind: one, owner: ownerOf(one, floor, now), due: now + within(one, floor) }))
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
