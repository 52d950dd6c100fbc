import type { Rows } from '../../shared/rows.ts'

/** What a screen holds before its first snapshot. */
export const noRows: Rows = {
  unit: {},
  places: {},
  stays: {},
  members: {},
  groups: {},
  meetings: {},
  alerts: {},
  pastAlerts: {},
  checkIns: {},
  tallies: {},
  watches: {},
  habits: {},
  shifts: {},
  heat: {},
  pages: {},
  withdrawals: {},
  dueChecks: {},
  followUps: {}
}
