/** What time owes an alert, and what nodes saw of their screens. */
import type { Asking, Decision } from '../asking.ts'
import type { Floor } from '../floor.ts'
import { refuse } from '../refusal.ts'
import type { Staff } from '../staff/member.ts'
import { isFor, isOver, whoEnded, type Alert, type Why } from './alert.ts'
import type { AlertCommand } from './command.ts'
import { remind, remindRestraint } from './decide-overdue.ts'
import type { AlertEvent } from './event.ts'
import { nextRung } from './next-rung.ts'
import { toldBySome } from './telling.ts'
import { shownWithin } from './within.ts'

type Of<T extends AlertCommand['type']> = Extract<AlertCommand, { type: T }>
export type ClockCommand = Of<
  | 'alert.escalate'
  | 'alert.lapse'
  | 'alert.show'
  | 'alert.miss-screens'
  | 'alert.remind'
  | 'alert.remind-restraint'
>

export function decideClock(
  alert: Alert,
  floor: Floor,
  command: ClockCommand,
  asking: Asking
): Decision<AlertEvent> {
  if (command.type === 'alert.remind') return remind(alert, floor, command, asking)
  if (command.type === 'alert.remind-restraint') return remindRestraint(alert, floor, command, asking)
  if (isOver(alert))
    return refuse('alert-over', { alert: alert.id, by: whoEnded(alert), at: alert.situation.since })
  switch (command.type) {
    case 'alert.escalate':
      return escalate(alert, floor.staff, command, asking)
    case 'alert.lapse':
      return lapse(alert, command, asking)
    case 'alert.show':
      return show(alert, command)
    case 'alert.miss-screens':
      return missScreens(alert, floor.staff, asking)
  }
}

/** The next rung of the ladder, reached before its minute; nothing where all have been. */
export function reachNext(alert: Alert, staff: Staff, why: Why): AlertEvent[] {
  const rung = nextRung(alert)
  if (!rung) return []
  const members = toldBySome([rung.tells], staff)
  return [{ type: 'alert.escalated', alert: alert.id, step: rung.step, members, why }]
}

function escalate(
  alert: Alert,
  staff: Staff,
  { step }: Of<'alert.escalate'>,
  { now }: Asking
): Decision<AlertEvent> {
  const rung = alert.situation.is === 'raised' ? nextRung(alert) : null
  if (rung?.step !== step || now < rung.at) return refuse('not-owed', { alert: alert.id, step })
  return reachNext(alert, staff, 'time')
}

function lapse(alert: Alert, { since }: Of<'alert.lapse'>, { now }: Asking): Decision<AlertEvent> {
  const { situation } = alert
  const owed = situation.is === 'acknowledged' && situation.since === since && situation.lapses !== null
  if (!owed || now < (situation.lapses ?? 0)) return refuse('not-owed', { alert: alert.id })
  return [{ type: 'alert.lapsed', alert: alert.id }]
}

function show(alert: Alert, { screen, audience, sounded }: Of<'alert.show'>): Decision<AlertEvent> {
  if (!isFor(alert, audience)) return refuse('not-permitted')
  const before = alert.shown[screen]
  if (before && (!sounded || before.sounded !== null)) return refuse('no-change')
  return [{ type: 'alert.shown', alert: alert.id, screen, audience, sounded }]
}

function missScreens(alert: Alert, staff: Staff, { now }: Asking): Decision<AlertEvent> {
  const owed = !alert.unshown && Object.keys(alert.shown).length === 0
  if (!owed || now < alert.ladderFrom + shownWithin) return refuse('not-owed', { alert: alert.id })
  const unshown: AlertEvent = { type: 'alert.unshown', alert: alert.id }
  return alert.situation.is === 'raised' ? [unshown, ...reachNext(alert, staff, 'unshown')] : [unshown]
}
