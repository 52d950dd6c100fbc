/** Who comes, who is there, who cannot. */
import { minutes, type Asking, type Decision } from '../asking.ts'
import type { Floor } from '../floor.ts'
import type { MemberId } from '../ids.ts'
import { refuse, type Refused } from '../refusal.ts'
import { raisersOf, type Alert, type Answer } from './alert.ts'
import type { AlertCommand } from './command.ts'
import { reachNext } from './decide-clock.ts'
import type { AlertEvent } from './event.ts'
import { withdrawn } from './evolve-answer.ts'
import type { ResponseRole } from './kind.ts'

type Of<T extends AlertCommand['type']> = Extract<AlertCommand, { type: T }>
type AnswerCommand = Of<
  'alert.acknowledge' | 'alert.decline' | 'alert.take-role' | 'alert.arrive' | 'alert.withdraw'
>

export function decideAnswer(
  alert: Alert,
  floor: Floor,
  command: AnswerCommand,
  member: MemberId,
  asking: Asking
): Decision<AlertEvent> {
  switch (command.type) {
    case 'alert.acknowledge':
      return acknowledge(alert, floor, command, member, asking)
    case 'alert.decline':
      return decline(alert, floor, member, asking.now)
    case 'alert.take-role':
      return takeRole(alert, member, command.role)
    case 'alert.arrive':
      return arrive(alert, member)
    case 'alert.withdraw':
      if (!alert.responders[member]) return refuse('not-yours', { alert: alert.id })
      return [{ type: 'alert.withdrawn', alert: alert.id, who: member }]
  }
}

/** Every answer runs out: also *handled* and *delegated* are only words until somebody is there. */
function acknowledge(
  alert: Alert,
  { profile, staff }: Floor,
  { answer, to, as }: Of<'alert.acknowledge'>,
  member: MemberId,
  { now }: Asking
): Decision<AlertEvent> {
  const { id } = alert
  const who = answer === 'delegated' ? to : member
  if (who === undefined || !staff.members[who]) return refuse('member-unknown', { member: who ?? '' })
  const cannot = who === member ? undefined : alert.declined[who]
  if (cannot !== undefined) return refuse('already-answered', { alert: id, by: who, at: cannot })
  if (answer === 'delegated' && raisersOf(alert).includes(member)) return call(alert, who)
  const answered = answeredBy(alert, who, answer)
  if (answered) return answered
  const lapses = now + minutes(profile.description?.answerHolds ?? 3)
  const acknowledged: AlertEvent = { type: 'alert.acknowledged', alert: id, answer, who, lapses }
  if (as === undefined || answer !== 'coming') return [acknowledged]
  const taken = leadTaken(alert, who, as)
  return taken ?? [acknowledged, { type: 'alert.role-taken', alert: id, who, role: as }]
}

/** A raiser who asks for somebody by name has not been answered by that: the ladder goes on. */
function call(alert: Alert, who: MemberId): Decision<AlertEvent> {
  if (raisersOf(alert).includes(who)) return refuse('raised-it', { alert: alert.id })
  const standing = alert.responders[who]
  if (standing) return refuse('already-answered', { alert: alert.id, by: who, at: standing.at })
  if (alert.called[who] !== undefined) return refuse('no-change')
  return [{ type: 'alert.called', alert: alert.id, who }]
}

/**
 * Who is there has nothing to add; who is coming may say so again once the alert stands open again. The raiser asked
 * for others: no word of theirs stops the ladder before somebody else is there.
 */
function answeredBy(alert: Alert, who: MemberId, answer: Answer): Refused | null {
  const standing = alert.responders[who]
  const { situation } = alert
  const there = situation.is === 'on-scene' || situation.is === 'contained'
  if (raisersOf(alert).includes(who) && !there) return refuse('raised-it', { alert: alert.id })
  if (answer === 'handled') return handledBy(alert, who)
  if (!standing || situation.is === 'raised') return null
  return refuse('already-answered', { alert: alert.id, by: who, at: standing.at })
}

/** Saying "handled" once more would only push on the moment at which the ladder goes on. */
function handledBy({ id, situation }: Alert, who: MemberId): Refused | null {
  const said = situation.is === 'acknowledged' && situation.answer === 'handled' && situation.by === who
  if (situation.is !== 'on-scene' && situation.is !== 'contained' && !said) return null
  return refuse('already-answered', { alert: id, by: situation.by, at: situation.since })
}

/** Where it rests on nobody else the next rung is reached at once: waiting would help nobody. */
function decline(alert: Alert, { staff }: Floor, member: MemberId, now: number): Decision<AlertEvent> {
  if (raisersOf(alert).includes(member)) return refuse('raised-it', { alert: alert.id })
  const at = alert.declined[member]
  if (at !== undefined) return refuse('already-declined', { alert: alert.id, at })
  const declined: AlertEvent = { type: 'alert.declined', alert: alert.id, who: member }
  const { situation = alert.situation } = withdrawn(alert, member, now)
  return situation.is === 'raised' ? [declined, ...reachNext(alert, staff, 'declined')] : [declined]
}

function takeRole(alert: Alert, member: MemberId, role: ResponseRole | null): Decision<AlertEvent> {
  const standing = alert.responders[member]
  if (!standing) return refuse('not-there', { alert: alert.id })
  if (standing.role === role) return refuse('no-change')
  const taken = role === null ? null : leadTaken(alert, member, role)
  return taken ?? [{ type: 'alert.role-taken', alert: alert.id, who: member, role }]
}

/** One person leads a response; of everything else there may be several. */
function leadTaken({ id, responders }: Alert, who: MemberId, role: ResponseRole): Refused | null {
  if (role !== 'lead') return null
  const [leader] = Object.entries(responders).filter(([other, r]) => r.role === 'lead' && other !== who)
  return leader ? refuse('role-taken', { alert: id, by: leader[0] }) : null
}

/** The raiser is there from the start; only somebody else's arrival stops the ladder. */
function arrive(alert: Alert, member: MemberId): Decision<AlertEvent> {
  const standing = alert.responders[member]
  const { is } = alert.situation
  const known = is === 'on-scene' || is === 'contained' || raisersOf(alert).includes(member)
  if (standing?.is === 'there' && known) {
    return refuse('already-answered', { alert: alert.id, by: member, at: standing.at })
  }
  return [{ type: 'alert.arrived', alert: alert.id, who: member }]
}
