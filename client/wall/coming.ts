/** Meetings that come next, soonest first, and those that should have begun. */
import type { MeetingRow } from '../../shared/groups/view.ts'
import type { Rows } from '../../shared/rows.ts'
import { offMatters } from '../groups/leaders.ts'
import { leadingOf, offShift, type Leading } from './running.ts'

export interface Coming {
  row: MeetingRow
  leading: Leading
  /** its time has come and nobody has started it */
  late: boolean
}

const ahead = 12 * 3_600_000

/** The next twelve hours: the day while it lasts, and tomorrow morning in the night. */
export function coming(
  rows: Pick<Rows, 'meetings' | 'members' | 'unit'>,
  asOf: number,
  staffed: boolean
): Coming[] {
  const off = offShift(rows)
  // Whose shift begins later has not come yet: that is no hole.
  const gone = (row: MeetingRow) => (offMatters(row, asOf) ? off : new Set<string>())
  return Object.values(rows.meetings)
    .filter(({ situation, startsAt, endsAt }) => {
      return situation === 'scheduled' && endsAt > asOf && startsAt <= asOf + ahead
    })
    .sort((a, b) => a.startsAt - b.startsAt || a.id.localeCompare(b.id))
    .map(row => ({
      row,
      leading: staffed ? leadingOf(row, rows, gone(row)) : { is: 'untold' },
      late: row.startsAt <= asOf
    }))
}
