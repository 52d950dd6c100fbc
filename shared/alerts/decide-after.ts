/** What a crisis leaves to be done, and how an alert is closed, or begins again. */
import { hours, type Asking, type Decision } from '../asking.ts'
import { isBlank } from '../census/tells-name.ts'
import type { Floor } from '../floor.ts'
import type { MemberId } from '../ids.ts'
import { refuse, type Refused } from '../refusal.ts'
import { isLicensed } from './afterwards.ts'
import { isOver, whoEnded, type Alert } from './alert.ts'
import type { AlertCommand } from './command.ts'
import { decideRestraint, type RestraintCommand } from './decide-restraint.ts'
import type { AlertEvent } from './event.ts'
import type { Owed, OwedKind } from './owed.ts'
import { toldBy } from './telling.ts'
import { reopenWithin } from './within.ts'

/** What is owed is put off by so much at most, in milliseconds: it can be put off again, not away. */
export const deferWithin = hours(31 * 24)

type Of<T extends AlertCommand['type']> = Extract<AlertCommand, { type: T }>
export type AfterCommand =
  Of<'alert.settle' | 'alert.defer' | 'alert.assign' | 'alert.close' | 'alert.reopen'> | RestraintCommand

export function decideAfter(
  alert: Alert,
  floor: Floor,
  command: AfterCommand,
  member: MemberId,
  asking: Asking
): Decision<AlertEvent> {
  switch (command.type) {
    case 'alert.reopen':
      return reopen(alert, floor, command, asking)
    case 'alert.close':
      return close(alert, asking)
    case 'alert.settle':
      return withOwed(alert, command.owed, () => settle(alert, floor, command, member, asking))
    case 'alert.defer':
      return withOwed(alert, command.owed, () => defer(alert, command, asking))
    case 'alert.assign':
      return withOwed(alert, command.owed, owed => assign(alert, owed, floor, command, asking))
    default:
      return decideRestraint(alert, floor, command, member, asking)
  }
}

/** Resolved or debriefed; null where something may be owed now. */
function notResolved(alert: Alert): Refused | null {
  const { id, situation } = alert
  if (!isOver(alert)) return refuse('not-over', { alert: id })
  if (situation.is === 'resolved' || situation.is === 'debriefed') return null
  return refuse('alert-over', { alert: id, by: whoEnded(alert), at: situation.since })
}

function withOwed(
  alert: Alert,
  kind: OwedKind,
  then: (owed: Owed) => Decision<AlertEvent>
): Decision<AlertEvent> {
  const refused = notResolved(alert)
  if (refused) return refused
  const owed = alert.owed[kind]
  if (!owed) return refuse('not-owing', { alert: alert.id })
  const { state } = owed
  if (state.is === 'done') return refuse('already-settled', { alert: alert.id, by: state.by, at: state.at })
  if (state.is === 'withheld') return refuse('no-information', { alert: alert.id, at: state.at })
  return then(owed)
}

function settle(
  alert: Alert,
  floor: Floor,
  { owed, note }: Of<'alert.settle'>,
  by: MemberId,
  { now }: Asking
): Decision<AlertEvent> {
  if (owed === 'plan-review' && !mayReview(by, floor, now))
    return refuse('licence-needed', { alert: alert.id })
  const noted = note?.trim() ?? ''
  return [{ type: 'alert.settled', alert: alert.id, owed, note: noted === '' ? null : noted }]
}

function defer(
  { id }: Alert,
  { owed, reason, until }: Of<'alert.defer'>,
  { now }: Asking
): Decision<AlertEvent> {
  const why = reason.trim()
  if (isBlank(why)) return refuse('why-needed', { alert: id })
  if (until <= now) return refuse('until-passed', { alert: id, at: until })
  if (until > now + deferWithin) return refuse('until-too-far', { alert: id, at: now + deferWithin })
  return [{ type: 'alert.deferred', alert: id, owed, reason: why, until }]
}

function assign(
  { id }: Alert,
  { kind, owner }: Owed,
  floor: Floor,
  { to }: Of<'alert.assign'>,
  { now }: Asking
): Decision<AlertEvent> {
  if (!floor.staff.members[to]) return refuse('member-unknown', { member: to })
  if (owner === to) return refuse('no-change')
  if (kind === 'plan-review' && !mayReview(to, floor, now)) return refuse('licence-needed', { alert: id })
  return [{ type: 'alert.assigned', alert: id, owed: kind, to }]
}

/** A treatment plan is re-evaluated by who has a licence in force. */
function mayReview(who: MemberId, floor: Floor, now: number): boolean {
  const member = floor.staff.members[who]
  return member !== undefined && isLicensed(member, floor, now)
}

/** What was put off counts as answered for until its time has come; a face-to-face evaluation cannot be put off. */
function close(alert: Alert, { now }: Asking): Decision<AlertEvent> {
  const refused = notResolved(alert)
  if (refused) return refused
  const open = Object.values(alert.owed).filter(({ state }) => {
    return state.is === 'owed' || (state.is === 'deferred' && state.until <= now)
  })
  const unseen = alert.drill ? [] : alert.restraints.filter(({ evaluated }) => !evaluated)
  const count = open.length + unseen.length
  if (count > 0) return refuse('still-owed', { alert: alert.id, count })
  return [{ type: 'alert.closed', alert: alert.id }]
}

/** Its ladder begins again: who is told by the first rungs is told now. */
function reopen(
  alert: Alert,
  { staff }: Floor,
  { reason }: Of<'alert.reopen'>,
  { now }: Asking
): Decision<AlertEvent> {
  const { id, outcome, situation } = alert
  if (!isOver(alert)) return refuse('not-over', { alert: id })
  if (!outcome || situation.is === 'cancelled' || situation.is === 'merged')
    return refuse('alert-over', { alert: id, by: whoEnded(alert), at: situation.since })
  const until = outcome.at + reopenWithin
  if (now > until) return refuse('too-late-to-reopen', { alert: id, until })
  const why = reason.trim()
  if (isBlank(why)) return refuse('why-needed', { alert: id })
  const first = alert.ladder.filter(rung => rung.minutes === 0)
  return [{ type: 'alert.raised-again', alert: id, reason: why, members: toldBy(first, staff) }]
}
