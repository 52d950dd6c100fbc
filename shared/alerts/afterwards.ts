/** What an alert of each kind leaves to be done, by when, and by whom at first. */
import type { Floor } from '../floor.ts'
import type { MemberId } from '../ids.ts'
import { localDate, mayLead } from '../staff/credential.ts'
import { inCharge, type Member } from '../staff/member.ts'
import type { Alert } from './alert.ts'
import { firstOwner, within } from './owed-first.ts'
import { owedKinds } from './owed-kinds.ts'
import type { OwedKind } from './owed.ts'

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
    due: now + within(one, floor.profile.description?.afterwards)
  }))
}

function ownerOf(kind: OwedKind, floor: Floor, now: number): MemberId | null {
  const onShift = Object.values(floor.staff.members).filter(({ shiftSince }) => shiftSince !== null)
  const isFit = (member: Member): boolean => isLicensed(member, floor, now)
  return firstOwner(kind, { charge: inCharge(floor.staff), onShift, isLicensed: isFit })?.id ?? null
}

/** Whether a licence of theirs is in force today, in the unit's time zone. */
export function isLicensed({ credentials }: Member, { profile }: Floor, now: number): boolean {
  return mayLead(credentials, 'licensed', localDate(now, profile.description?.timeZone ?? 'UTC'))
}
