/** Folds what was recorded of alerts, and who of the staff went home. */
import type { AlertId, MemberId } from '../ids.ts'
import type { Recorded } from '../recorded.ts'
import type { StaffEvent } from '../staff/member.ts'
import { isEnded, isOver, type Alert, type Alerts, type AlertSituation, type Responder } from './alert.ts'
import type { AlertEvent, Raised } from './event.ts'
import { evolveAfter, withoutOwner } from './evolve-after.ts'
import { evolveAnswer, isThere, withdrawn } from './evolve-answer.ts'
import { withoutOld } from './past.ts'

type Heard = AlertEvent | StaffEvent | { type: '' }

export function evolveAlerts(alerts: Alerts, recorded: Recorded<Heard>): Alerts {
  const { event, at } = recorded
  if (event.type === 'member.shift-ended') return wentHome(alerts, event.member, at)
  if (event.type === 'member.retired') return disowned(wentHome(alerts, event.member, at), event.member)
  if (!event.type.startsWith('alert.')) return alerts
  const known = recorded as Recorded<AlertEvent>
  switch (known.event.type) {
    case 'alert.raised':
      if (alerts.alerts[known.event.alert]) return alerts
      return withBorn(withoutOld(alerts, at), known, known.event)
    case 'alert.merged':
      return merged(alerts, known, known.event)
    default: {
      const id = known.event.alert
      return change(alerts, id, alert => evolveAlert(alert, known))
    }
  }
}

const evolveAlert = (alert: Alert, recorded: Recorded<AlertEvent>): Partial<Alert> | null =>
  evolveAnswer(alert, recorded) ?? evolveAfter(alert, recorded)

/** An alert never rests on somebody who has gone: for every open one it is as if they took their answer back. */
function wentHome(alerts: Alerts, member: MemberId, at: number): Alerts {
  return changeEach(alerts, alert => {
    return !isOver(alert) && concerns(alert, member) ? withdrawn(alert, member, at) : null
  })
}

/** What somebody owed who is no longer of the unit is owed by nobody yet. */
function disowned(alerts: Alerts, member: MemberId): Alerts {
  return changeEach(alerts, alert => (isEnded(alert) ? null : withoutOwner(alert, member)))
}

const concerns = ({ responders, called, lapsed, situation }: Alert, member: MemberId): boolean =>
  responders[member] !== undefined ||
  called[member] !== undefined ||
  lapsed.some(one => one.member === member) ||
  ('by' in situation && situation.by === member)

function withBorn(alerts: Alerts, recorded: Recorded, event: Raised): Alerts {
  return { ...alerts, alerts: { ...alerts.alerts, [event.alert]: born(recorded, event) } }
}

/** The raiser, if a member, is there from the start. The rungs of minute 0 are reached by raising. */
function born({ seq, at, by }: Recorded, event: Raised): Alert {
  const {
    alert: id,
    kind,
    priority,
    place,
    stay,
    silent,
    drill,
    needed,
    ladder,
    seenAt,
    members = []
  } = event
  const there: Responder = { is: 'there', at, role: null }
  const responders: Record<string, Responder> = by.kind === 'member' ? { [by.member]: there } : {}
  const first = ladder.filter(rung => rung.minutes === 0)
  const situation: AlertSituation = { is: 'raised', since: at }
  return {
    ...{ id, kind, priority, place, stay, silent, drill, needed, ladder, responders, situation },
    ...{ raisedAt: at, seenAt, raisedSeq: seq, raisedBy: by },
    ...{ told: first.length, ladderFrom: at },
    notices: first.map(({ tells }, step) => ({ step, at, tells, members, why: 'raised' })),
    ...{ called: {}, declined: {}, lapsed: [], merged: [], shown: {}, unshown: false },
    reached: { answered: null, onScene: null, contained: null, resolved: null },
    ...{ outcome: null, owed: {}, restraints: [] }
  }
}

/** Who raised the same event is there too, and counted; their alert points to the one that goes on. */
function merged(
  alerts: Alerts,
  { at, by }: Recorded,
  { alert, into }: Extract<AlertEvent, { type: 'alert.merged' }>
): Alerts {
  const pointed = change(alerts, alert, () => ({ situation: { is: 'merged', since: at, into } }))
  return change(pointed, into, other => ({
    merged: [...other.merged, { alert, by, at }],
    ...(by.kind === 'member' && isThere(other, by.member, at))
  }))
}

/** One copy, however many change. */
function changeEach(alerts: Alerts, fields: (alert: Alert) => Partial<Alert> | null): Alerts {
  const changed = Object.values(alerts.alerts).flatMap((alert): [AlertId, Alert][] => {
    const more = fields(alert)
    return more ? [[alert.id, { ...alert, ...more }]] : []
  })
  if (changed.length === 0) return alerts
  return { ...alerts, alerts: { ...alerts.alerts, ...Object.fromEntries(changed) } }
}

function change(alerts: Alerts, id: AlertId, fields: (alert: Alert) => Partial<Alert> | null): Alerts {
  const alert = alerts.alerts[id]
  const changed = alert && fields(alert)
  return changed ? { ...alerts, alerts: { ...alerts.alerts, [id]: { ...alert, ...changed } } } : alerts
}
