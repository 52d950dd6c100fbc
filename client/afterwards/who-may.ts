/** Who may do what a crisis leaves: a plan is reviewed, and an order given, by a licensed member. */
import type { OwedKind } from '../../shared/alerts/owed.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { Rows } from '../../shared/rows.ts'
import type { MemberRow } from '../../shared/staff/view.ts'
import { dateOf } from '../charge/day.ts'

type Known = Pick<Rows, 'members' | 'unit'>

const today = ({ unit }: Known, now: number): string => dateOf(now, unit['unit']?.timeZone ?? 'UTC')

const licensedOn =
  (date: string) =>
  (member: MemberRow): boolean =>
    member.licensedUntil !== null && member.licensedUntil >= date

export function isLicensed(rows: Known, member: MemberId, now: number): boolean {
  const row = rows.members[member]
  return row !== undefined && licensedOn(today(rows, now))(row)
}

/** The face-to-face evaluation: by a licensed member or a nurse. */
export function mayEvaluate(rows: Known, member: MemberId, now: number): boolean {
  return isLicensed(rows, member, now) || rows.members[member]?.roles?.includes('nurse') === true
}

export const maySettle = (rows: Known, kind: OwedKind, member: MemberId, now: number): boolean =>
  kind !== 'plan-review' || isLicensed(rows, member, now)

/** Who is on shift comes first; then by name. */
const byShift = (a: MemberRow, b: MemberRow): number =>
  Number(b.onShift) - Number(a.onShift) || a.name.localeCompare(b.name)

export function licensed(rows: Known, now: number): MemberRow[] {
  return Object.values(rows.members)
    .filter(licensedOn(today(rows, now)))
    .sort(byShift)
}

/** Nurses and licensed members who are on shift: an evaluation does not wait for the next one. */
export function evaluators(rows: Known, now: number): MemberRow[] {
  return Object.values(rows.members)
    .filter(({ id, onShift }) => onShift && mayEvaluate(rows, id, now))
    .sort(byShift)
}

/** To whom it can be given: everybody who may do it and does not have it already. */
export function takers(rows: Known, kind: OwedKind, owner: MemberId | null, now: number): MemberRow[] {
  return Object.values(rows.members)
    .filter(({ id }) => id !== owner && maySettle(rows, kind, id, now))
    .sort(byShift)
}
