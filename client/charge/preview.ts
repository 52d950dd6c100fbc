/**
 * What giving a meeting to a member would break, by the same rules as the unit itself: what stops it, what deserves a
 * thought, and what is fine. The unit still decides; this only says it beforehand.
 */
import { isNear } from '../../shared/groups/against.ts'
import type { MeetingRow } from '../../shared/groups/view.ts'
import type { MemberId, StayId } from '../../shared/ids.ts'
import type { Rows } from '../../shared/rows.ts'
import { mayLead, type Leads } from '../../shared/staff/credential.ts'
import type { MemberRow } from '../../shared/staff/view.ts'
import { openAlerts } from '../alerts/open-alerts.ts'
import { leads } from '../groups/leaders.ts'
import { dateOf } from './day.ts'
import { isOver } from './plan.ts'

type Credential = NonNullable<MemberRow['credentials']>[number]

export type Stop =
  | { is: 'over' }
  | { is: 'leads-already' }
  /** `expired`: the one that would have been enough */
  | { is: 'credential'; needs: Leads; expired: Credential | null }
  | { is: 'off-shift' }

/** What is done only with a reason, which is kept. */
export type Objection =
  { is: 'watches'; stay: StayId } | { is: 'responds' } | { is: 'double-booking'; other: MeetingRow }

export type Warning =
  /** less than fifteen minutes between two meetings; `minutes` may be 0 */
  | { is: 'close'; other: MeetingRow; minutes: number; elsewhere: boolean }
  | { is: 'in-charge' }
  | { is: 'expires-soon'; credential: Credential }

export interface Preview {
  meeting: MeetingRow
  member: MemberRow
  stops: Stop[]
  against: Objection[]
  warnings: Warning[]
  /** the credential by which this member may lead it; null when none is asked for */
  by: Credential | null
}

const closeUnder = 15 * 60_000
const soon = 14 * 24 * 3_600_000

export function previewOf(rows: Rows, meeting: MeetingRow, member: MemberRow, now: number): Preview {
  const zone = rows.unit['unit']?.timeZone ?? 'UTC'
  const date = dateOf(meeting.startsAt, zone)
  const needs = rows.groups[meeting.group]?.leads ?? 'anyone'
  const credentials = member.credentials ?? []
  const by = needs === 'anyone' || needs === 'peer' ? null : enough(credentials, needs, date)
  const preview = { meeting, member, by, stops: stopsOf(rows, meeting, member, needs, date) }
  const against = againstOf(rows, meeting, member.id, now)
  return { ...preview, against, warnings: warningsOf(rows, meeting, member, by) }
}

const enough = (credentials: readonly Credential[], needs: Leads, date: string): Credential | null =>
  credentials
    .filter(one => mayLead([asHeld(one)], needs, date))
    .sort((a, b) => (a.expires < b.expires ? 1 : -1))[0] ?? null

/** A row leaves the number of a credential out; no rule reads it. */
const asHeld = (credential: Credential) => ({ ...credential, number: '' })

/** What would stop the one who leads it, were it given to them now: their credential may have run out since. */
export function stopsLeader(rows: Rows, meeting: MeetingRow): Stop[] {
  const member = meeting.facilitator === null ? undefined : rows.members[meeting.facilitator]
  if (!member || isOver(meeting)) return []
  const date = dateOf(meeting.startsAt, rows.unit['unit']?.timeZone ?? 'UTC')
  const needs = rows.groups[meeting.group]?.leads ?? 'anyone'
  return stopsOf(rows, meeting, member, needs, date).filter(({ is }) => is !== 'leads-already')
}

function stopsOf(rows: Rows, meeting: MeetingRow, member: MemberRow, needs: Leads, date: string): Stop[] {
  const stops: Stop[] = []
  if (isOver(meeting)) stops.push({ is: 'over' })
  if (meeting.facilitator === member.id) stops.push({ is: 'leads-already' })
  const credentials = member.credentials ?? []
  if (!mayLead(credentials.map(asHeld), needs, date)) {
    const once = credentials.filter(one => mayLead([asHeld(one)], needs, one.expires))
    stops.push({
      is: 'credential',
      needs,
      expired: once.toSorted((a, b) => (a.expires < b.expires ? 1 : -1))[0] ?? null
    })
  }
  if (!member.onShift) stops.push({ is: 'off-shift' })
  return stops
}

/** A drill keeps nobody from a meeting: neither does it where the unit decides. */
const responds = (rows: Rows, member: MemberId): boolean =>
  openAlerts(rows.alerts).some(({ drill, responders }) => !drill && responders?.[member] !== undefined)

function againstOf(rows: Rows, meeting: MeetingRow, member: MemberId, now: number): Objection[] {
  const against: Objection[] = []
  if (isNear(meeting, now)) {
    const watch = Object.values(rows.watches).find(({ holders }) =>
      holders.some(held => held.member === member)
    )
    if (watch) against.push({ is: 'watches', stay: watch.id })
    if (responds(rows, member)) against.push({ is: 'responds' })
  }
  const other = othersOf(rows, meeting, member).find(
    ({ startsAt, endsAt }) => startsAt < meeting.endsAt && meeting.startsAt < endsAt
  )
  if (other) against.push({ is: 'double-booking', other })
  return against
}

function warningsOf(rows: Rows, meeting: MeetingRow, member: MemberRow, by: Credential | null): Warning[] {
  const warnings: Warning[] = []
  for (const other of othersOf(rows, meeting, member.id)) {
    const gap = Math.max(meeting.startsAt - other.endsAt, other.startsAt - meeting.endsAt)
    if (gap < 0 || gap >= closeUnder) continue
    const elsewhere = other.place !== meeting.place
    warnings.push({ is: 'close', other, minutes: Math.round(gap / 60_000), elsewhere })
  }
  if (rows.unit['unit']?.inCharge === member.id) warnings.push({ is: 'in-charge' })
  if (by && Date.parse(by.expires) - meeting.startsAt < soon)
    warnings.push({ is: 'expires-soon', credential: by })
  return warnings
}

/** It may be given without another word. */
export const isFree = ({ stops, against }: Preview): boolean => stops.length + against.length === 0

const othersOf = ({ meetings }: Rows, meeting: MeetingRow, member: MemberId): MeetingRow[] =>
  Object.values(meetings)
    .filter(other => other.id !== meeting.id && !isOver(other) && leads(other, member))
    .sort((a, b) => a.startsAt - b.startsAt)

/** Who could lead it: nothing stops them or speaks against it. Fewest warnings first, then who has least to do, then by name. */
export function candidates(rows: Rows, meeting: MeetingRow, now: number): Preview[] {
  const load = (member: MemberRow) => othersOf(rows, meeting, member.id).length
  return Object.values(rows.members)
    .filter(member => member.onShift)
    .map(member => previewOf(rows, meeting, member, now))
    .filter(isFree)
    .sort(
      (a, b) =>
        a.warnings.length - b.warnings.length ||
        load(a.member) - load(b.member) ||
        a.member.name.localeCompare(b.member.name)
    )
}
