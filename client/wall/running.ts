/** Meetings that are going on: who leads, who came, who is missing. */
import { isHere } from '../../shared/groups/is-here.ts'
import type { Attendance } from '../../shared/groups/meeting.ts'
import type { MeetingRow } from '../../shared/groups/view.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { Rows } from '../../shared/rows.ts'
import { openAlerts } from '../alerts/open-alerts.ts'

export type Leading =
  | { is: 'led'; names: string[] }
  /** `left`: who would lead, but has gone to an alert; null also for who is off shift */
  | { is: 'nobody'; left: string | null }
  /** this display may not know */
  | { is: 'untold' }

export interface Running {
  row: MeetingRow
  /** percent of the planned time that has gone by */
  gone: number
  leading: Leading
  /** aliases; empty where people are not shown */
  here: string[]
  missing: string[]
  /** whether attendance has begun; before that, nobody is missing */
  taken: boolean
  /** 0 is kept longest when there is no room for all */
  rank: number
}

type Seen = Pick<Rows, 'meetings' | 'members' | 'stays' | 'alerts'>

/** In order of start. `told`: whether people and members may be named to who stands here. */
export function running(rows: Seen, asOf: number, told: boolean): Running[] {
  const gone = new Set([...responding(rows), ...offShift(rows)])
  const all = runningOf(rows.meetings).map(row => meeting(row, rows, gone, asOf, told))
  // A hole that somebody should fill outlasts a group that runs well.
  const ranked = [...all].sort((a, b) => urgency(a) - urgency(b) || a.row.startsAt - b.row.startsAt)
  ranked.forEach((one, rank) => (one.rank = rank))
  return all
}

export const runningOf = (meetings: Rows['meetings']): MeetingRow[] =>
  Object.values(meetings)
    .filter(({ situation }) => situation === 'running')
    .sort((a, b) => a.startsAt - b.startsAt || a.id.localeCompare(b.id))

const urgency = ({ leading, missing }: Running): number =>
  leading.is === 'nobody' ? 0 : missing.length > 0 ? 1 : 2

function meeting(
  row: MeetingRow,
  rows: Seen,
  gone: ReadonlySet<string>,
  asOf: number,
  told: boolean
): Running {
  const planned = Math.max(1, row.endsAt - row.startsAt)
  const entries = Object.entries((told && row.roster) || {})
  const taken = row.present > 0 || entries.some(([, attendance]) => attendance !== 'expected')
  const aliases = (which: (attendance: Attendance) => boolean) =>
    entries
      .filter(([, attendance]) => which(attendance))
      .flatMap(([stay]) => rows.stays[stay] ?? [])
      .filter(stay => stay.off === null)
      .map(({ alias }) => alias)
  return {
    row,
    gone: Math.min(100, Math.max(0, ((asOf - row.startsAt) / planned) * 100)),
    leading: told ? leadingOf(row, rows, gone) : { is: 'untold' },
    here: aliases(isHere),
    missing: taken ? aliases(attendance => attendance === 'expected' || attendance === 'absent') : [],
    taken,
    rank: 0
  }
}

/** A co-facilitator who is still in the room leads; who responds to an open alert, or is off shift, does not. */
export function leadingOf(
  { facilitator, coFacilitators }: Pick<MeetingRow, 'facilitator' | 'coFacilitators'>,
  { members }: Pick<Rows, 'members'>,
  gone: ReadonlySet<string>
): Leading {
  const nameOf = (id: MemberId) => members[id]?.name ?? ''
  const all = facilitator === null ? coFacilitators : [facilitator, ...coFacilitators]
  const there = all.filter(id => !gone.has(id))
  if (there.length > 0) return { is: 'led', names: there.map(nameOf) }
  const left = facilitator !== null && members[facilitator]?.onShift
  return { is: 'nobody', left: left ? nameOf(facilitator) : null }
}

export const offShift = ({ members }: Pick<Rows, 'members'>): Set<string> =>
  new Set(Object.values(members).flatMap(({ id, onShift }) => (onShift ? [] : [id])))

/** Everybody who is coming to, or at, an alert that is open. */
export function responding({ alerts }: Pick<Rows, 'alerts'>): Set<string> {
  return new Set(openAlerts(alerts).flatMap(({ responders }) => Object.keys(responders ?? {})))
}
