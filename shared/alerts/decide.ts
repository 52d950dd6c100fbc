import { minutes, type Asking, type Decision } from '../asking.ts'
import type { Floor } from '../groups/decide.ts'
import type { MemberId } from '../ids.ts'
import { refuse } from '../refusal.ts'
import { isOver, type Alert, type AlertEvent, type Alerts } from './alert.ts'
import type { AlertCommand } from './command.ts'
import { neededFor, priorityOf, rank, safetyKinds } from './kind.ts'
import { raised } from './raise.ts'

/** A mistake may be taken back by who made it, as long as nobody else has answered, and soon. */
export const cancelWithin = minutes(2)

type Of<T extends AlertCommand['type']> = Extract<AlertCommand, { type: T }>

export function decideAlerts(
  alerts: Alerts,
  floor: Floor,
  command: AlertCommand,
  asking: Asking
): Decision<AlertEvent> {
  if (command.type === 'alert.raise') return [raised(command, floor.profile, floor.census, asking)]
  const alert = alerts.alerts[command.alert]
  if (!alert) return refuse('alert-unknown', { alert: command.alert })
  if (isOver(alert))
    return refuse('alert-over', { alert: alert.id, by: whoEnded(alert), at: alert.situation.since })
  if (command.type === 'alert.escalate') return escalate(alert, command, asking)
  if (command.type === 'alert.lapse') return lapse(alert, command, asking)
  if (command.type === 'alert.describe') return describe(alert, command, floor)
  if (asking.by.kind !== 'member') return refuse('not-permitted')
  return decideMember(alert, floor, command, asking.by.member, asking)
}

function decideMember(
  alert: Alert,
  floor: Floor,
  command: Of<'alert.acknowledge' | 'alert.arrive' | 'alert.withdraw' | 'alert.resolve' | 'alert.cancel'>,
  member: MemberId,
  asking: Asking
): Decision<AlertEvent> {
  switch (command.type) {
    case 'alert.acknowledge':
      return acknowledge(alert, floor, command, member, asking)
    case 'alert.arrive':
      if (alert.responders[member]?.is === 'there' && alert.situation.is === 'on-scene') {
        return refuse('already-answered', { alert: alert.id, by: member })
      }
      return [{ type: 'alert.arrived', alert: alert.id, who: member }]
    case 'alert.withdraw':
      if (!alert.responders[member]) return refuse('not-yours', { alert: alert.id })
      return [{ type: 'alert.withdrawn', alert: alert.id, who: member }]
    case 'alert.resolve':
      return resolve(alert, command)
    case 'alert.cancel':
      return cancel(alert, member, asking)
  }
}

function acknowledge(
  alert: Alert,
  { profile, staff }: Floor,
  { answer, to }: Of<'alert.acknowledge'>,
  member: MemberId,
  { now }: Asking
): Decision<AlertEvent> {
  const who = answer === 'delegated' && to !== undefined ? to : member
  if (!staff.members[who]) return refuse('member-unknown', { member: who })
  if (answer !== 'handled' && alert.responders[who])
    return refuse('already-answered', { alert: alert.id, by: who })
  const holds = minutes(profile.description?.answerHolds ?? 3)
  return [
    {
      type: 'alert.acknowledged',
      alert: alert.id,
      answer,
      who,
      lapses: answer === 'handled' ? null : now + holds
    }
  ]
}

/** Resolving says what was done; where somebody may have come to harm, also what happened. */
function resolve(alert: Alert, { action, notes }: Of<'alert.resolve'>): Decision<AlertEvent> {
  const said = action.trim()
  const noted = notes?.trim() ?? ''
  if (said === '') return refuse('action-needed', { alert: alert.id })
  if (safetyKinds.includes(alert.kind) && !alert.drill && noted === '')
    return refuse('notes-needed', { alert: alert.id })
  return [{ type: 'alert.resolved', alert: alert.id, action: said, notes: noted === '' ? null : noted }]
}

function cancel(alert: Alert, member: MemberId, { now }: Asking): Decision<AlertEvent> {
  const raiser = alert.raisedBy.kind === 'member' ? alert.raisedBy.member : null
  if (raiser !== member) return refuse('not-the-raiser', { alert: alert.id, by: raiser ?? '' })
  if (now > alert.raisedAt + cancelWithin) return refuse('too-late-to-cancel', { alert: alert.id })
  return [{ type: 'alert.cancelled', alert: alert.id }]
}

/** What is said after the first tap. A rise in priority re-opens what had been answered. */
function describe(
  alert: Alert,
  command: Of<'alert.describe'>,
  { profile, census }: Floor
): Decision<AlertEvent> {
  const { kind = alert.kind, place = alert.place, stay = alert.stay } = command
  const priority = command.priority ?? (kind === alert.kind ? alert.priority : priorityOf[kind])
  const needed = command.needed ?? (priority === alert.priority ? alert.needed : neededFor[priority])
  if (place !== null && !profile.places[place]) return refuse('place-unknown', { place })
  if (stay !== null && stay !== alert.stay && !census.stays[stay]) return refuse('stay-unknown', { stay })
  const after = { kind, priority, place, stay, needed }
  const { kind: k, priority: p, place: l, stay: s, needed: n } = alert
  if (JSON.stringify(after) === JSON.stringify({ kind: k, priority: p, place: l, stay: s, needed: n })) {
    return refuse('no-change')
  }
  const described: AlertEvent = { type: 'alert.described', alert: alert.id, ...after }
  const rises = rank[priority] > rank[alert.priority] && alert.situation.is === 'acknowledged'
  return rises ? [described, { type: 'alert.lapsed', alert: alert.id }] : [described]
}

function escalate(alert: Alert, { step }: Of<'alert.escalate'>, { now }: Asking): Decision<AlertEvent> {
  const rung = alert.ladder[step]
  const owed = rung !== undefined && step >= alert.told && alert.situation.is === 'raised'
  if (!owed || now < alert.raisedAt + minutes(rung.minutes))
    return refuse('not-owed', { alert: alert.id, step })
  return [{ type: 'alert.escalated', alert: alert.id, step }]
}

function lapse(alert: Alert, { since }: Of<'alert.lapse'>, { now }: Asking): Decision<AlertEvent> {
  const { situation } = alert
  const owed = situation.is === 'acknowledged' && situation.since === since && situation.lapses !== null
  if (!owed || now < (situation.lapses ?? 0)) return refuse('not-owed', { alert: alert.id })
  return [{ type: 'alert.lapsed', alert: alert.id }]
}

function whoEnded({ situation }: Alert): string {
  return situation.is === 'resolved' || situation.is === 'cancelled' ? (situation.by ?? '') : ''
}
