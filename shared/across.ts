/** Where one slice's decision looks at, or leads to, another's: only the unit knows them all. */
import { isMissing, isOver, type Alert } from './alerts/alert.ts'
import { describe } from './alerts/describe.ts'
import type { AlertEvent } from './alerts/event.ts'
import { rank } from './alerts/priority.ts'
import { raised } from './alerts/raise.ts'
import { informing } from './alerts/withhold.ts'
import type { Asking, Decision } from './asking.ts'
import type { CensusCommand } from './census/command.ts'
import { decideCensus } from './census/decide.ts'
import type { CheckInCommand } from './check-ins/command.ts'
import { decideCheckIns } from './check-ins/decide.ts'
import { watchedBy } from './check-ins/decide-watch.ts'
import { isOpen, type FollowUpEvent } from './follow-ups/follow-up.ts'
import { left } from './follow-ups/left.ts'
import { attestRefused } from './groups/attested.ts'
import type { GroupCommand } from './groups/command.ts'
import { decideGroups, ledBy, meetsIn } from './groups/decide.ts'
import type { Objection } from './groups/decide-reassign.ts'
import type { AlertId, MemberId, PlaceId } from './ids.ts'
import { isRefused, refuse, type Refused } from './refusal.ts'
import type { StaffCommand } from './staff/command.ts'
import { decideStaff, isCharge } from './staff/decide.ts'
import type { UnitEvent, UnitState } from './unit.ts'
import { alarmOf, type Alarm } from './withdrawal/alarm.ts'
import type { WithdrawalCommand } from './withdrawal/command.ts'
import { decideWithdrawal } from './withdrawal/decide.ts'

/** Whether something open would be left pointing at a place without a name. */
export function inUse({ census, groups, alerts }: UnitState, place: PlaceId): boolean {
  return (
    meetsIn(groups, place) ||
    Object.values(census.stays).some(stay => stay.place === place) ||
    Object.values(alerts.alerts).some(alert => !isOver(alert) && alert.place === place)
  )
}

/** Whether anybody outside may be told of a person says what is owed of them: both are recorded or neither. */
export function decidePerson(state: UnitState, command: CensusCommand, asking: Asking): Decision<UnitEvent> {
  const { census, alerts } = state
  const decided = decideCensus(state, command, asking)
  // Who is missed is named until they are found, or somebody has said how it ended.
  if (command.type === 'stay.discharge' && isMissing(alerts, command.stay))
    return isRefused(decided) ? decided : refuse('missing-now', { stay: command.stay })
  if (isRefused(decided) || command.type !== 'stay.describe') return decided
  const { stay: id, person } = command
  const stay = census.stays[id]
  if (!stay || (stay.person.noInformation === true) === (person.noInformation === true)) return decided
  const floor = { ...state, census: { ...census, stays: { ...census.stays, [id]: { ...stay, person } } } }
  return [...decided, ...informing(alerts, floor, id, asking.now)]
}

/** Who is not found is missing: the alert opens in the same submit, so neither can be recorded without the other. */
export function decideRound(state: UnitState, command: CheckInCommand, asking: Asking): Decision<UnitEvent> {
  const decided = decideCheckIns(state.checkIns, state, command, asking)
  if (isRefused(decided)) return decided
  if (command.type === 'check-in.complete') return attested(state, command, asking) ?? decided
  if (command.type === 'watch.miss') return [...decided, ...uncovered(state, command, asking)]
  if (command.type !== 'check-in.not-found') return decided
  const { stay, seenAt } = command
  if (isMissing(state.alerts, stay)) return decided
  const place = state.census.stays[stay]?.place ?? command.place
  const raise = { kind: 'missing-person', place, stay, seenAt } as const
  return [...decided, ...raised(raise, state.alerts, state, asking)]
}

/** Who is with somebody all the time, or goes to an alert, is not to be given a meeting without a word. */
export function decideMeeting(state: UnitState, command: GroupCommand, asking: Asking): Decision<UnitEvent> {
  return decideGroups(state.groups, state, command, asking, member => engagedNow(state, member))
}

function engagedNow({ checkIns, alerts }: UnitState, member: MemberId): Objection[] {
  const stay = watchedBy(checkIns, member)
  const alert = Object.values(alerts.alerts).find(one => !isOver(one) && !one.drill && one.responders[member])
  return [
    ...(stay ? [{ is: 'watches' as const, says: refuse('watches-somebody', { member, stay }) }] : []),
    ...(alert ? [{ is: 'responds' as const, says: refuse('responds-now', { member, alert: alert.id }) }] : [])
  ]
}

/** A look that was made in a meeting is attested by who leads it. */
function attested(
  { groups }: UnitState,
  { stay, meeting, seenAt }: Extract<CheckInCommand, { type: 'check-in.complete' }>,
  { by, now }: Asking
): Refused | null {
  if (meeting === undefined) return null
  if (by.kind !== 'member') return refuse('not-permitted')
  return attestRefused(groups, { meeting, stay, seenAt: Math.min(seenAt ?? now, now) }, by.member)
}

/**
 * Whom nobody watches needs somebody at once: the alert that asks for a second person, and more urgent than usual. It is
 * as young as its raising: one that came late would not be heard as new.
 */
function uncovered(
  state: UnitState,
  { stay, step }: Extract<CheckInCommand, { type: 'watch.miss' }>,
  asking: Asking
): AlertEvent[] {
  if (step === 1) return []
  const place = state.census.stays[stay]?.place ?? null
  return raised({ kind: 'tension', priority: 'medium', place, stay }, state.alerts, state, asking)
}

/**
 * Whoever watches somebody without a break is relieved before they go. Charge staff may end the shift of another all
 * the same: then there is a gap at once.
 */
export function decideOnStaff(state: UnitState, command: StaffCommand, asking: Asking): Decision<UnitEvent> {
  const decided = decideStaff(state.staff, command, asking, member => ledBy(state.groups, member))
  if (isRefused(decided) || !/^member\.(end-shift|retire)$/.test(command.type)) return decided
  const { member } = command
  const stay = watchedBy(state.checkIns, member)
  const { by } = asking
  const overrides = by.kind === 'member' && by.member !== member && isCharge(state.staff, by.member)
  return stay === null || overrides ? decided : refuse('watches-now', { member, stay })
}

/**
 * A score that alarms raises its alert in the same submit. The alert says nothing of it, since walls and pagers show it:
 * the score points to the alert, so whoever may see the one knows the reason for the other.
 */
export function decideScore(
  state: UnitState,
  command: WithdrawalCommand,
  asking: Asking
): Decision<UnitEvent> {
  const decided = decideWithdrawal(state.withdrawal, state, command, asking)
  const alarm = isRefused(decided) ? null : alarmOf(state.withdrawal, decided)
  if (isRefused(decided) || !alarm) return decided
  const open = Object.values(state.alerts.alerts).find(alert => isAbout(alert, alarm))
  const events = open ? worsened(open, alarm, state) : alarmed(alarm, state, asking)
  const merged = events.find(event => event.type === 'alert.merged')
  const alert = open?.id ?? merged?.into ?? (asking.command as string as AlertId)
  return [
    ...decided,
    ...events,
    { type: 'withdrawal.alerted', watch: alarm.watch, score: asking.command, alert }
  ]
}

const isAbout = (alert: Alert, { stay }: Alarm): boolean =>
  alert.stay === stay &&
  (alert.kind === 'severe-withdrawal' || alert.kind === 'medical') &&
  !alert.drill &&
  !isOver(alert)

function alarmed({ kind, priority, stay, seenAt }: Alarm, state: UnitState, asking: Asking): AlertEvent[] {
  const place = state.census.stays[stay]?.place ?? null
  return raised({ kind, priority, place, stay, seenAt }, state.alerts, state, asking)
}

/** While one is open for a person there is no second: that one becomes what it is now, where this is more urgent. */
function worsened(open: Alert, { kind, priority }: Alarm, state: UnitState): AlertEvent[] {
  const now = {
    kind: open.kind === 'medical' ? open.kind : kind,
    priority: rank[priority] > rank[open.priority] ? priority : open.priority
  }
  const described = describe(open, { type: 'alert.describe', alert: open.id, ...now }, state)
  return isRefused(described) ? [] : described
}

/** What follows from what was decided: an admission by staff leaves an intake, a crisis of somebody a talk with them. */
export function alsoLeft(
  { profile, alerts, followUps }: UnitState,
  decided: readonly UnitEvent[],
  { command, by, now }: Asking
): FollowUpEvent[] {
  const asked = { description: profile.description, command, now }
  return decided.flatMap(event => {
    if (event.type === 'stay.admitted' && by.kind === 'member') return left('intake', event, asked)
    if (event.type !== 'alert.resolved') return []
    const { stay = null, drill = true } = alerts.alerts[event.alert] ?? {}
    const owed = Object.values(followUps.followUps).some(one => one.alert === event.alert && isOpen(one))
    return stay === null || drill || owed ? [] : left('post-crisis-talk', { stay, alert: event.alert }, asked)
  })
}
