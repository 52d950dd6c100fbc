/**
 * The unit: the only file that names every slice. What crosses slices goes through here: `decide` hands each slice
 * what it may look down at, `evolve` lets each listen to every event and write only its own part.
 */
import type { z } from 'zod'
import {
  alsoLeft,
  decideMeeting,
  decideOnStaff,
  decidePerson,
  decideRound,
  decideScore,
  inUse
} from './across.ts'
import { initialAlerts, type Alerts } from './alerts/alert.ts'
import { alertCommands } from './alerts/command.ts'
import { decideAlerts } from './alerts/decide.ts'
import { alertDuties } from './alerts/duties.ts'
import type { AlertEvent } from './alerts/event.ts'
import { evolveAlerts } from './alerts/evolve.ts'
import { viewAlerts, viewPastAlerts } from './alerts/view.ts'
import type { Asking, Decision, Duty } from './asking.ts'
import type { Audience } from './audience.ts'
import { callingsOf } from './calls.ts'
import { censusCommands } from './census/command.ts'
import { evolveCensus, initialCensus, type Census, type CensusEvent } from './census/stay.ts'
import { viewStays } from './census/view.ts'
import type { CheckInEvent, CheckIns } from './check-ins/check-in.ts'
import { checkInDuties } from './check-ins/duties.ts'
import { evolveCheckIns, initialCheckIns } from './check-ins/evolve.ts'
import { viewRounds } from './check-ins/view-rounds.ts'
import type { UnitCommand } from './commands.ts'
import { followUpCommands } from './follow-ups/command.ts'
import { decideFollowUps } from './follow-ups/decide.ts'
import { followUpDuties } from './follow-ups/duties.ts'
import { evolveFollowUps } from './follow-ups/evolve.ts'
import { initialFollowUps, type FollowUpEvent, type FollowUps } from './follow-ups/follow-up.ts'
import { viewFollowUps } from './follow-ups/view.ts'
import { groupCommands } from './groups/command.ts'
import { groupDuties } from './groups/duties.ts'
import { evolveGroups } from './groups/evolve.ts'
import { initialGroups, type GroupEvent, type Groups } from './groups/meeting.ts'
import { viewGroups, viewMeetings } from './groups/view.ts'
import { pagingCommands } from './paging/command.ts'
import { decidePaging } from './paging/decide.ts'
import { pagingDuties } from './paging/duties.ts'
import { evolvePaging } from './paging/evolve.ts'
import { initialPaging, type Paging, type PagingEvent } from './paging/paging.ts'
import { queue } from './paging/queue.ts'
import { viewPages } from './paging/view.ts'
import { profileCommands } from './profile/command.ts'
import { decideProfile } from './profile/decide.ts'
import { evolveProfile, initialProfile, type Profile, type ProfileEvent } from './profile/profile.ts'
import { zoneOf } from './profile/local-time.ts'
import { viewUnit } from './profile/unit-row.ts'
import { viewPlaces } from './profile/view.ts'
import { isReadable } from './readable.ts'
import type { Recorded } from './recorded.ts'
import { isRefused, withoutIds } from './refusal.ts'
import type { Rows } from './rows.ts'
import { staffCommands } from './staff/command.ts'
import { evolveStaff, initialStaff, type Staff, type StaffEvent } from './staff/member.ts'
import { viewMembers } from './staff/view.ts'
import { withdrawalCommands } from './withdrawal/command.ts'
import { withdrawalDuties } from './withdrawal/duties.ts'
import { evolveWithdrawal } from './withdrawal/evolve.ts'
import { viewDueChecks, viewWithdrawals } from './withdrawal/view.ts'
import { initialWithdrawal, type Withdrawal, type WithdrawalEvent } from './withdrawal/watch.ts'

export { commands, Command, parseCommand, type CommandType, type UnitCommand } from './commands.ts'
export { eventVersion, isReadable } from './readable.ts'

/** Changes whenever a stored snapshot of the state would no longer be understood; it is then folded anew. */
export const stateVersion = 9

export interface UnitState {
  profile: Profile
  census: Census
  staff: Staff
  groups: Groups
  alerts: Alerts
  checkIns: CheckIns
  paging: Paging
  withdrawal: Withdrawal
  followUps: FollowUps
  /** events of a newer program that this one could not read */
  unread: number
}

export type UnitEvent =
  | ProfileEvent
  | CensusEvent
  | StaffEvent
  | GroupEvent
  | AlertEvent
  | CheckInEvent
  | PagingEvent
  | WithdrawalEvent
  | FollowUpEvent
export const initial: UnitState = {
  profile: initialProfile,
  census: initialCensus,
  staff: initialStaff,
  groups: initialGroups,
  alerts: initialAlerts,
  checkIns: initialCheckIns,
  paging: initialPaging,
  withdrawal: initialWithdrawal,
  followUps: initialFollowUps,
  unread: 0
}

export function decide(state: UnitState, command: UnitCommand, asking: Asking): Decision<UnitEvent> {
  const decided = decideSlice(state, command, asking)
  if (isRefused(decided)) return asking.by.kind === 'screen' ? withoutIds(decided) : decided
  const callings = callingsOf(state, decided, asking)
  const left = alsoLeft(state, decided, asking)
  return [
    ...decided,
    ...left,
    ...queue(state.paging, state.profile.description ?? {}, callings, asking.command)
  ]
}

function decideSlice(state: UnitState, command: UnitCommand, asking: Asking): Decision<UnitEvent> {
  const { profile } = state
  if (isOf(command, profileCommands)) return decideProfile(profile, command, place => inUse(state, place))
  if (isOf(command, censusCommands)) return decidePerson(state, command, asking)
  if (isOf(command, staffCommands)) return decideOnStaff(state, command, asking)
  if (isOf(command, groupCommands)) return decideMeeting(state, command, asking)
  if (isOf(command, alertCommands)) return decideAlerts(state.alerts, state, command, asking)
  if (isOf(command, pagingCommands)) return decidePaging(state.paging, command, asking)
  if (isOf(command, withdrawalCommands)) return decideScore(state, command, asking)
  if (isOf(command, followUpCommands)) return decideFollowUps(state.followUps, state, command, asking)
  return decideRound(state, command, asking)
}

function isOf<C extends Record<string, z.ZodType>>(
  command: UnitCommand,
  of: C
): command is z.infer<C[keyof C]> & UnitCommand {
  return Object.hasOwn(of, command.type)
}

/** Never throws: what this program cannot read (a newer version, an unknown type, damage) is counted and passed over. */
export function evolve(state: UnitState, recorded: Recorded): UnitState {
  if (!isReadable(recorded)) return { ...state, unread: state.unread + 1 }
  const known = recorded as Recorded<UnitEvent>
  const profile = evolveProfile(state.profile, known as Recorded<ProfileEvent>)
  const census = evolveCensus(state.census, known as Recorded<CensusEvent>)
  const staff = evolveStaff(state.staff, known as Recorded<StaffEvent>)
  const groups = evolveGroups(state.groups, known as Recorded<GroupEvent>)
  const alerts = evolveAlerts(state.alerts, known as Recorded<AlertEvent>)
  const checkIns = evolveCheckIns(state.checkIns, known as Recorded<CheckInEvent>, zoneOf(profile))
  const paging = evolvePaging(state.paging, known as Recorded<PagingEvent>)
  const withdrawal = evolveWithdrawal(state.withdrawal, known as Recorded<WithdrawalEvent>)
  const followUps = evolveFollowUps(state.followUps, known as Recorded<FollowUpEvent>)
  const { unread } = state
  return { profile, census, staff, groups, alerts, checkIns, paging, withdrawal, followUps, unread }
}

/** What time owes the unit: everything known, due or not yet, in no order. */
export function duties(state: UnitState, now: number): Duty<UnitCommand>[] {
  return [
    ...groupDuties(state.groups, state.profile, now),
    ...alertDuties(state.alerts),
    ...checkInDuties(state.checkIns, now),
    ...pagingDuties(state.paging),
    ...withdrawalDuties(state.withdrawal, now),
    ...followUpDuties(state.followUps)
  ]
}

/** Flat rows by id, one key a slice. A slice that did not change, for an audience, is the same object as before. */
export function view(state: UnitState, audience: Audience): Rows {
  const { profile, census, staff, groups, alerts, checkIns, paging, withdrawal, followUps } = state
  return {
    unit: viewUnit(profile, audience, census, staff, state.unread),
    places: viewPlaces(profile.places, audience),
    stays: viewStays(census.stays, audience),
    members: viewMembers(staff.members, audience),
    groups: viewGroups(groups.groups, audience),
    meetings: viewMeetings(groups.meetings, audience),
    alerts: viewAlerts(alerts.alerts, audience),
    pastAlerts: viewPastAlerts(alerts.past, audience),
    ...viewRounds(checkIns, audience, profile),
    pages: viewPages(paging.letters, audience),
    withdrawals: viewWithdrawals(withdrawal.watches, audience),
    dueChecks: viewDueChecks(withdrawal.watches, audience),
    followUps: viewFollowUps(followUps.followUps, audience)
  }
}
