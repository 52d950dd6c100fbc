import type { AlertId, MemberId } from '../ids.ts'
import type { Recorded } from '../recorded.ts'
import type { StaffEvent } from '../staff/member.ts'
import {
  isOver,
  raiserOf,
  type Alert,
  type AlertEvent,
  type Alerts,
  type AlertSituation,
  type Raised,
  type Responder
} from './alert.ts'

/** How long a finished alert stays in view. */
const keptFor = 12 * 3_600_000

type Heard = AlertEvent | StaffEvent | { type: '' }

export function evolveAlerts(alerts: Alerts, recorded: Recorded<Heard>): Alerts {
  const { event, at, by } = recorded
  const member = by.kind === 'member' ? by.member : null
  switch (event.type) {
    case 'alert.raised':
      if (alerts.alerts[event.alert]) return alerts
      return { alerts: { ...recent(alerts.alerts, at), [event.alert]: born(recorded, event) } }
    case 'alert.described': {
      const { kind, priority, place, stay, needed } = event
      return change(alerts, event.alert, () => ({ kind, priority, place, stay, needed }))
    }
    case 'alert.acknowledged':
      return change(alerts, event.alert, alert => acknowledged(alert, event, at))
    case 'alert.arrived':
      return change(alerts, event.alert, alert => arrived(alert, event.who, at))
    case 'alert.withdrawn':
      return change(alerts, event.alert, alert => withdrawn(alert, event.who, at))
    case 'alert.lapsed':
      return change(alerts, event.alert, ({ responders }) => ({
        responders: arrivedOnly(responders),
        situation: { is: 'raised', since: at }
      }))
    case 'alert.reopened':
      return change(alerts, event.alert, () => ({ situation: { is: 'raised', since: at } }))
    case 'alert.escalated':
      return change(alerts, event.alert, ({ told }) => ({ told: Math.max(told, event.step + 1) }))
    case 'alert.resolved': {
      const { action, notes } = event
      if (member === null) return alerts
      return change(alerts, event.alert, () => ({
        situation: { is: 'resolved', since: at, by: member, action, notes }
      }))
    }
    case 'alert.cancelled':
      return change(alerts, event.alert, () => ({ situation: { is: 'cancelled', since: at, by: member } }))
    case 'member.shift-ended':
    case 'member.retired':
      return wentHome(alerts, event.member, at)
    default:
      return alerts
  }
}

/** An alert never rests on somebody who has gone: for every open one it is as if they took their answer back. */
function wentHome({ alerts }: Alerts, member: MemberId, at: number): Alerts {
  const open = Object.values(alerts).filter(alert => !isOver(alert) && concerns(alert, member))
  return open.reduce((all, { id }) => change(all, id, alert => withdrawn(alert, member, at)), { alerts })
}

const concerns = ({ responders, situation }: Alert, member: MemberId): boolean =>
  responders[member] !== undefined || (situation.is === 'acknowledged' && situation.by === member)

/** The raiser, if a member, is there from the start. The rung at minute 0 is reached by raising. */
function born({ seq, at, by }: Recorded, event: Raised): Alert {
  const { alert: id, kind, priority, place, stay, silent, drill, needed, ladder, seenAt } = event
  const responders: Record<string, Responder> =
    by.kind === 'member' ? { [by.member]: { is: 'there', at } } : {}
  const told = ladder.filter(rung => rung.minutes === 0).length
  const situation: AlertSituation = { is: 'raised', since: at }
  const birth = { raisedAt: at, seenAt, raisedSeq: seq, raisedBy: by }
  return {
    id,
    kind,
    priority,
    place,
    stay,
    silent,
    drill,
    needed,
    ladder,
    told,
    responders,
    situation,
    ...birth
  }
}

function acknowledged(
  alert: Alert,
  { answer, who, lapses }: Extract<AlertEvent, { type: 'alert.acknowledged' }>,
  at: number
): Partial<Alert> {
  const comes = answer !== 'handled' && alert.responders[who]?.is !== 'there'
  const responders = comes ? { ...alert.responders, [who]: { is: 'coming' as const, at } } : alert.responders
  if (alert.situation.is === 'on-scene') return { responders }
  return { responders, situation: { is: 'acknowledged', since: at, by: who, answer, lapses } }
}

/** The raiser who comes back is there again; on scene it is by others. */
function arrived(alert: Alert, who: MemberId, at: number): Partial<Alert> {
  const responders = { ...alert.responders, [who]: { is: 'there' as const, at } }
  return who === raiserOf(alert)
    ? { responders }
    : { responders, situation: { is: 'on-scene', since: at, by: who } }
}

/**
 * Who takes an answer back no longer counts. When the alert rested on them it stands open again, unless another who
 * was called is there: the raiser alone does not hold it.
 */
function withdrawn(alert: Alert, who: MemberId, at: number): Partial<Alert> {
  const { [who]: _gone, ...rest } = alert.responders
  const responders = rest as Alert['responders']
  const { situation } = alert
  const held = (situation.is === 'acknowledged' || situation.is === 'on-scene') && situation.by === who
  if (!held) return { responders }
  const there = Object.entries(responders).find(([id, { is }]) => is === 'there' && id !== raiserOf(alert))
  if (!there) return { responders, situation: { is: 'raised', since: at } }
  return { responders, situation: { is: 'on-scene', since: there[1].at, by: there[0] as MemberId } }
}

/** An answer that ran out no longer counts as somebody coming. */
function arrivedOnly(responders: Alert['responders']): Alert['responders'] {
  const there = Object.entries(responders).filter(([, { is }]) => is === 'there')
  return Object.fromEntries(there) as Alert['responders']
}

function recent(alerts: Alerts['alerts'], now: number): Alerts['alerts'] {
  const kept = Object.entries(alerts).filter(
    ([, alert]) => !isOver(alert) || alert.situation.since > now - keptFor
  )
  return Object.fromEntries(kept) as Alerts['alerts']
}

function change(alerts: Alerts, id: AlertId, fields: (alert: Alert) => Partial<Alert>): Alerts {
  const alert = alerts.alerts[id]
  return alert ? { alerts: { ...alerts.alerts, [id]: { ...alert, ...fields(alert) } } } : alerts
}
