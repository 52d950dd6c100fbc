/** What a screen holds: rows by id, one key a slice. The client knows the unit only by these. */
import type { AlertRow, PastAlertRow } from './alerts/view.ts'
import type { StayRow } from './census/view.ts'
import type { HabitRow, HeatRow, ShiftRow } from './check-ins/view-habits.ts'
import type { WatchRow } from './check-ins/view-watch.ts'
import type { CheckInRow, TallyRow } from './check-ins/view.ts'
import type { FollowUpRow } from './follow-ups/view.ts'
import type { GroupRow, MeetingRow } from './groups/view.ts'
import type { PageRow } from './paging/view.ts'
import type { UnitRow } from './profile/unit-row.ts'
import type { PlaceRow } from './profile/view.ts'
import type { MemberRow } from './staff/view.ts'
import type { DueCheckRow, WithdrawalRow } from './withdrawal/view.ts'

// A type, not an interface: only so does it pass where rows of any slice are asked for.

export type Rows = {
  /** one row, `unit` */
  unit: Record<string, UnitRow>
  places: Record<string, PlaceRow>
  stays: Record<string, StayRow>
  members: Record<string, MemberRow>
  groups: Record<string, GroupRow>
  meetings: Record<string, MeetingRow>
  alerts: Record<string, AlertRow>
  pastAlerts: Record<string, PastAlertRow>
  checkIns: Record<string, CheckInRow>
  tallies: Record<string, TallyRow>
  watches: Record<string, WatchRow>
  habits: Record<string, HabitRow>
  shifts: Record<string, ShiftRow>
  heat: Record<string, HeatRow>
  pages: Record<string, PageRow>
  withdrawals: Record<string, WithdrawalRow>
  dueChecks: Record<string, DueCheckRow>
  followUps: Record<string, FollowUpRow>
}
