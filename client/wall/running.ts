/** Meetings that are going on: who leads, who came, who is missing. */
import type { MeetingRow } from '../../shared/groups/view.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { Rows } from '../../shared/rows.ts'
import { openAlerts } from '../alerts/open-alerts.ts'

export type Leading =
  | { is: 'led'; names: string[] }
  /** `left`: who would lead, but has gone to an alert */
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
  const away = responding(rows)
  const all = runningOf(rows.meetings).map(row => meeting(row, rows, away, asOf, told))
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
  away: ReadonlySet<string>,
  asOf: number,
  told: boolean
): Running {
  const planned = Math.max(1, row.endsAt - row.startsAt)
  const entries = Object.entries((told && row.roster) || {})
  const taken = row.present > 0 || entries.some(([, attendance]) => attendance !== 'expected')
  const aliases = (which: (attendance: string) => boolean) =>
    entries
      .filter(([, attendance]) => which(attendance))
      .flatMap(([stay]) => rows.stays[stay] ?? [])
      .filter(stay => stay.off === null)
      .map(({ alias }) => alias)
  return {
    row,
    gone: Math.min(100, Math.max(0, ((asOf - row.startsAt) / planned) * 100)),
    leading: told ? leadingOf(row, rows, away) : { is: 'untold' },
    here: aliases(attendance => attendance === 'present' || attendance === 'late'),
    missing: taken ? aliases(attendance => attendance === 'expected' || attendance === 'absent') : [],
    taken,
    rank: 0
  }
}

/** A co-facilitator who is still in the room leads; who responds to an open alert does not. */
export function leadingOf(
  { facilitator, coFacilitators }: Pick<MeetingRow, 'facilitator' | 'coFacilitators'>,
  { members }: Pick<Rows, 'members'>,
  away: ReadonlySet<string>
): Leading {
  const nameOf = (id: MemberId) => members[id]?.name ?? ''
  const all = facilitator === null ? coFacilitators : [facilitator, ...coFacilitators]
  const there = all.filter(id => !away.has(id))
  if (there.length > 0) return { is: 'led', names: there.map(nameOf) }
  return { is: 'nobody', left: facilitator === null ? null : nameOf(facilitator) }
}

/** Everybody who is coming to, or at, an alert that is open. */
export function responding({ alerts }: Pick<Rows, 'alerts'>): Set<string> {
  return new Set(openAlerts(alerts).flatMap(({ responders }) => Object.keys(responders ?? {})))
}
