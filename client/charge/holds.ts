/** What each member holds now, and what comes next for them. Computed from what was recorded, nothing is guessed. */
import type { AlertRow } from '../../shared/alerts/view.ts'
import type { StayRow } from '../../shared/census/view.ts'
import type { MeetingRow } from '../../shared/groups/view.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { Rows } from '../../shared/rows.ts'
import type { MemberRow } from '../../shared/staff/view.ts'
import { openAlerts } from '../alerts/open-alerts.ts'
import { leads, type Missing } from '../groups/leaders.ts'
import { holdsIt } from '../watching/watches.ts'

export type Hold =
  | { is: 'alert'; alert: AlertRow; there: boolean }
  /** with somebody who is never to be left alone */
  | { is: 'watch'; stay: StayRow }
  | { is: 'meeting'; meeting: MeetingRow }
  | { is: 'unit' }
  | { is: 'free' }

export interface Holding {
  member: MemberRow
  now: Hold
  /** the meeting that this member leads next, today */
  next: MeetingRow | null
}

/** Members who are at an open alert, or on their way to one. */
const away = (rows: Rows): ReadonlySet<MemberId> =>
  new Set(openAlerts(rows.alerts).flatMap(({ responders }) => Object.keys(responders ?? {}) as MemberId[]))

export function missing(rows: Rows): Missing {
  const off = Object.values(rows.members).flatMap(({ id, onShift }) => (onShift ? [] : [id]))
  return { away: away(rows), off: new Set(off) }
}

export function holdingOf(rows: Rows, member: MemberRow, now: number): Holding {
  const own = Object.values(rows.meetings).filter(meeting => leads(meeting, member.id))
  const coming = own.filter(({ situation, endsAt }) => situation === 'scheduled' && endsAt > now)
  coming.sort((a, b) => a.startsAt - b.startsAt)
  const next = coming[0] ?? null
  const soon = next && next.startsAt < now + 16 * 3_600_000 ? next : null
  return { member, now: holds(rows, member.id, own), next: soon }
}

function holds(rows: Rows, member: MemberId, own: MeetingRow[]): Hold {
  for (const alert of openAlerts(rows.alerts)) {
    const responder = alert.responders?.[member]
    if (responder) return { is: 'alert', alert, there: responder.is === 'there' }
  }
  const watch = Object.values(rows.watches).find(one => holdsIt(one, member))
  const stay = watch && rows.stays[watch.id]
  if (stay) return { is: 'watch', stay }
  const meeting = own.find(({ situation }) => situation === 'running')
  if (meeting) return { is: 'meeting', meeting }
  return rows.unit['unit']?.inCharge === member ? { is: 'unit' } : { is: 'free' }
}

/** Who is on shift: who answers for the unit first, then who is busy or free alike, by name. */
export function onShift(rows: Rows, now: number, language: string): Holding[] {
  const charge = rows.unit['unit']?.inCharge
  return Object.values(rows.members)
    .filter(member => member.onShift)
    .map(member => holdingOf(rows, member, now))
    .sort(
      (a, b) =>
        Number(b.member.id === charge) - Number(a.member.id === charge) ||
        a.member.name.localeCompare(b.member.name, language)
    )
}

export const offShift = (rows: Rows, language: string): MemberRow[] =>
  Object.values(rows.members)
    .filter(member => !member.onShift)
    .sort((a, b) => a.name.localeCompare(b.name, language))

/** Whether nobody on shift could answer for the unit any more without this member. */
export const isLastInCharge = (rows: Rows, member: MemberId): boolean =>
  rows.unit['unit']?.inCharge === member &&
  !Object.values(rows.members).some(
    ({ id, onShift, roles }) => id !== member && onShift && roles?.includes('charge')
  )

/** Two members whose names read alike are told apart by what they may lead. */
export function shortName(name: string): string {
  const words = name.trim().split(/\s+/)
  const last = words.at(-1) ?? ''
  const first = [...(words[0] ?? '')][0] ?? ''
  return words.length < 2 ? name : `${first}. ${last}`
}
