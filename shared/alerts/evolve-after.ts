/** What happens to an alert from when nobody is in danger any more: how it ended, and what it owes. */
import type { MemberId } from '../ids.ts'
import type { Recorded } from '../recorded.ts'
import type { Alert } from './alert.ts'
import type { AlertEvent } from './event.ts'
import type { Owed, OwedKind } from './owed.ts'
import type { Restraint } from './restraint.ts'

type Of<T extends AlertEvent['type']> = Extract<AlertEvent, { type: T }>

/** Null where the event is none of these, or nobody stands behind it. */
export function evolveAfter(alert: Alert, { event, at, by }: Recorded<AlertEvent>): Partial<Alert> | null {
  const member = by.kind === 'member' ? by.member : null
  switch (event.type) {
    case 'alert.cancelled':
      return { situation: { is: 'cancelled', since: at, by: member } }
    case 'alert.raised-again':
      return raisedAgain(alert, event, at)
    case 'alert.owes':
      return { owed: withOpened(alert, event.owed) }
    case 'alert.withheld':
      return owedChange(alert, event.owed, () => ({ state: { is: 'withheld', at, by: member }, told: 0 }))
    case 'alert.overdue':
      return owedChange(alert, event.owed, ({ told }) => ({ told: Math.max(told, event.step + 1) }))
    case 'alert.restraint-overdue':
      return restraintChange(alert, event.restraint, ({ overdue }) => ({
        overdue: [...overdue, event.clock]
      }))
    default:
      return member === null ? null : byMember(alert, event, at, member)
  }
}

function byMember(alert: Alert, event: AlertEvent, at: number, by: MemberId): Partial<Alert> | null {
  switch (event.type) {
    case 'alert.contained':
      return {
        situation: { is: 'contained', since: at, by },
        reached: { ...alert.reached, contained: alert.reached.contained ?? at }
      }
    case 'alert.resolved':
      return resolved(alert, event, at, by)
    case 'alert.settled':
      return settled(alert, event, at, by)
    case 'alert.deferred': {
      const { reason, until } = event
      return owedChange(alert, event.owed, () => ({
        state: { is: 'deferred', at, by, reason, until },
        told: 0
      }))
    }
    case 'alert.assigned':
      return owedChange(alert, event.owed, () => ({ owner: event.to }))
    case 'alert.closed':
      return { situation: { is: 'closed', since: at, by } }
    case 'alert.restrained':
      return restrained(alert, event, by)
    case 'alert.order-renewed':
      return restraintChange(alert, event.restraint, ({ renewals, overdue }) => ({
        orderUntil: event.until,
        renewals: renewals + 1,
        overdue: overdue.filter(clock => clock !== 'order')
      }))
    case 'alert.evaluated':
      return restraintChange(alert, event.restraint, () => ({ evaluated: { at: event.seenAt, by } }))
    case 'alert.released':
      return restraintChange(alert, event.restraint, () => ({ released: { at: event.seenAt, by } }))
    default:
      return null
  }
}

/** What an alert owes that began again is owed anew, also what had been done: it was done of what came before. */
function resolved(
  alert: Alert,
  { action, notes, owed = [] }: Of<'alert.resolved'>,
  at: number,
  by: MemberId
): Partial<Alert> {
  return {
    situation: { is: 'resolved', since: at, by },
    outcome: { by, at, action, notes },
    reached: { ...alert.reached, resolved: alert.reached.resolved ?? at },
    owed: withOpened(alert, owed)
  }
}

function withOpened({ owed }: Alert, opened: Of<'alert.owes'>['owed']): Alert['owed'] {
  const owes = opened.map((one): [OwedKind, Owed] => [one.kind, { ...one, state: { is: 'owed' }, told: 0 }])
  return { ...owed, ...Object.fromEntries(owes) }
}

/** Talking it over is a step of its own; it can be done before or after the rest. */
function settled(
  alert: Alert,
  { owed, note }: Of<'alert.settled'>,
  at: number,
  by: MemberId
): Partial<Alert> {
  const changed = owedChange(alert, owed, () => ({ state: { is: 'done', at, by, note } }))
  if (owed !== 'debrief' || alert.situation.is !== 'resolved') return changed
  return { ...changed, situation: { is: 'debriefed', since: at, by } }
}

/** It is as if it had just been raised: nobody is there yet, and no screen has shown that it is open. */
function raisedAgain(
  { ladder, notices, reached }: Alert,
  { members }: Of<'alert.raised-again'>,
  at: number
): Partial<Alert> {
  const first = ladder.filter(rung => rung.minutes === 0)
  const again = first.map(({ tells }, step) => ({ step, at, tells, members, why: 'raised' as const }))
  return {
    situation: { is: 'raised', since: at },
    ...{ responders: {}, called: {}, declined: {}, lapsed: [], shown: {}, unshown: false },
    ...{ told: first.length, ladderFrom: at, outcome: null },
    reached: { ...reached, contained: null, resolved: null },
    notices: [...notices, ...again]
  }
}

function restrained(alert: Alert, event: Of<'alert.restrained'>, by: MemberId): Partial<Alert> {
  const { restraint: id, kind, band, startedAt, orderUntil, faceToFaceDue } = event
  const begun: Restraint = {
    ...{ id, kind, band, startedAt, startedBy: by, orderUntil, renewals: 0, faceToFaceDue },
    ...{ evaluated: null, released: null, overdue: [] }
  }
  return { restraints: [...alert.restraints, begun] }
}

/** Null where the alert owes nothing by them. */
export function withoutOwner({ owed }: Alert, member: MemberId): Partial<Alert> | null {
  const theirs = Object.values(owed).filter(({ owner, state }) => owner === member && state.is !== 'done')
  if (theirs.length === 0) return null
  return { owed: { ...owed, ...Object.fromEntries(theirs.map(one => [one.kind, { ...one, owner: null }])) } }
}

function owedChange(alert: Alert, kind: OwedKind, fields: (owed: Owed) => Partial<Owed>): Partial<Alert> {
  const owed = alert.owed[kind]
  return owed ? { owed: { ...alert.owed, [kind]: { ...owed, ...fields(owed) } } } : {}
}

function restraintChange(
  { restraints }: Alert,
  id: string,
  fields: (restraint: Restraint) => Partial<Restraint>
): Partial<Alert> {
  return { restraints: restraints.map(one => (one.id === id ? { ...one, ...fields(one) } : one)) }
}
