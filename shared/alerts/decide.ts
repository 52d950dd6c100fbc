import { minutes, type Asking, type Decision } from '../asking.ts'
import type { Floor } from '../floor.ts'
import type { MemberId } from '../ids.ts'
import { refuse, type Refused } from '../refusal.ts'
import { same } from '../same.ts'
import { isOver, raiserOf, type Alert, type AlertEvent, type Alerts, type Answer } from './alert.ts'
import type { AlertCommand } from './command.ts'
import { neededFor, priorityOf, rank, safetyKinds } from './priority.ts'
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
      return arrive(alert, member)
    case 'alert.withdraw':
      if (!alert.responders[member]) return refuse('not-yours', { alert: alert.id })
      return [{ type: 'alert.withdrawn', alert: alert.id, who: member }]
    case 'alert.resolve':
      return resolve(alert, command)
    case 'alert.cancel':
      return cancel(alert, member, asking)
  }
}

/** Every answer runs out: also *handled* and *delegated* are only words until somebody is there. */
function acknowledge(
  alert: Alert,
  { profile, staff }: Floor,
  { answer, to }: Of<'alert.acknowledge'>,
  member: MemberId,
  { now }: Asking
): Decision<AlertEvent> {
  const who = answer === 'delegated' ? to : member
  if (who === undefined || !staff.members[who]) return refuse('member-unknown', { member: who ?? '' })
  const answered = answeredBy(alert, who, answer)
  if (answered) return answered
  const lapses = now + minutes(profile.description?.answerHolds ?? 3)
  return [{ type: 'alert.acknowledged', alert: alert.id, answer, who, lapses }]
}

/**
 * Who is there has nothing to add; who is coming may say so again once the alert stands open again. The raiser asked
 * for others: no word of theirs stops the ladder before somebody else is there.
 */
function answeredBy(alert: Alert, who: MemberId, answer: Answer): Refused | null {
  const standing = alert.responders[who]
  const { situation } = alert
  if (who === raiserOf(alert) && situation.is !== 'on-scene') return refuse('raised-it', { alert: alert.id })
  if (answer === 'handled') return handledBy(alert, who)
  if (!standing || (standing.is === 'coming' && situation.is === 'raised')) return null
  if (standing.is === 'there' && situation.is === 'raised') return null
  return refuse('already-answered', { alert: alert.id, by: who, at: standing.at })
}

/** Saying "handled" once more would only push on the moment at which the ladder goes on. */
function handledBy({ id, situation }: Alert, who: MemberId): Refused | null {
  const said = situation.is === 'acknowledged' && situation.answer === 'handled' && situation.by === who
  if (situation.is !== 'on-scene' && !said) return null
  return refuse('already-answered', { alert: id, by: situation.by, at: situation.since })
}

/** The raiser is there from the start; only somebody else's arrival stops the ladder. */
function arrive(alert: Alert, member: MemberId): Decision<AlertEvent> {
  const standing = alert.responders[member]
  const known = alert.situation.is === 'on-scene' || member === raiserOf(alert)
  if (standing?.is === 'there' && known) {
    return refuse('already-answered', { alert: alert.id, by: member, at: standing.at })
  }
  return [{ type: 'alert.arrived', alert: alert.id, who: member }]
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
  const raiser = raiserOf(alert)
  if (raiser !== member) return refuse('not-the-raiser', { alert: alert.id, by: raiser ?? '' })
  const answered = answeredByAnother(alert)
  if (answered) return refuse('too-late-to-cancel', { alert: alert.id, ...answered })
  if (now > alert.raisedAt + cancelWithin) {
    return refuse('too-late-to-cancel', { alert: alert.id, until: alert.raisedAt + cancelWithin })
  }
  return [{ type: 'alert.cancelled', alert: alert.id }]
}

function answeredByAnother(alert: Alert): { by: MemberId; at: number } | null {
  const { situation, responders } = alert
  const raiser = raiserOf(alert)
  if (situation.is === 'acknowledged' && situation.by !== raiser) {
    return { by: situation.by, at: situation.since }
  }
  const [other] = Object.entries(responders).filter(([who]) => who !== raiser)
  return other ? { by: other[0] as MemberId, at: other[1].at } : null
}

/** What is said after the first tap. A rise in priority re-opens what had been answered: more are needed. */
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
  if (same(after, pick(alert))) return refuse('no-change')
  const described: AlertEvent = { type: 'alert.described', alert: alert.id, ...after }
  const rises = rank[priority] > rank[alert.priority] && alert.situation.is !== 'raised'
  return rises ? [described, { type: 'alert.reopened', alert: alert.id }] : [described]
}

const pick = ({ kind, priority, place, stay, needed }: Alert) => ({ kind, priority, place, stay, needed })

function escalate(alert: Alert, { step }: Of<'alert.escalate'>, { now }: Asking): Decision<AlertEvent> {
  const rung = alert.ladder[step]
  const owed = rung !== undefined && step === alert.told && alert.situation.is === 'raised'
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
