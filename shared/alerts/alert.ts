/** Crisis alerts: raised, answered, resolved; never forgotten in between. */
import type { AlertId, MemberId, PlaceId, StayId } from '../ids.ts'
import type { Author, Recorded } from '../recorded.ts'
import type { Rung } from '../profile/profile.ts'
import type { AlertKind, Priority } from './kind.ts'

/** How somebody answers: comes in person, sends another, or says that it is being handled already. */
export type Answer = 'coming' | 'delegated' | 'handled'

/** A union of situations. `lapses`: when the answer runs out unless somebody is there by then (null: it holds). */
export type AlertSituation =
  | { is: 'raised'; since: number }
  | { is: 'acknowledged'; since: number; by: MemberId; answer: Answer; lapses: number | null }
  | { is: 'on-scene'; since: number; by: MemberId }
  | { is: 'resolved'; since: number; by: MemberId; action: string; notes: string | null }
  | { is: 'cancelled'; since: number; by: MemberId | null }

export interface Responder {
  is: 'coming' | 'there'
  at: number
}

export interface Alert {
  id: AlertId
  kind: AlertKind
  priority: Priority
  place: PlaceId | null
  stay: StayId | null
  silent: boolean
  drill: boolean
  /** recorded then; `seenAt` is when it began, by the raiser's account */
  raisedAt: number
  seenAt: number
  raisedSeq: number
  raisedBy: Author
  situation: AlertSituation
  responders: Readonly<Record<MemberId, Responder>>
  /** how many people it asks for, the raiser included */
  needed: number
  /** fixed at birth; `told`: how many of its rungs have been reached */
  ladder: readonly Rung[]
  told: number
}

export interface Alerts {
  alerts: Readonly<Record<AlertId, Alert>>
}

export interface Raised {
  alert: AlertId
  kind: AlertKind
  priority: Priority
  place: PlaceId | null
  stay: StayId | null
  silent: boolean
  drill: boolean
  needed: number
  ladder: readonly Rung[]
  seenAt: number
}

export type AlertEvent =
  | ({ type: 'alert.raised' } & Raised)
  | {
      type: 'alert.described'
      alert: AlertId
      kind: AlertKind
      priority: Priority
      place: PlaceId | null
      stay: StayId | null
      needed: number
    }
  | { type: 'alert.acknowledged'; alert: AlertId; answer: Answer; who: MemberId; lapses: number | null }
  | { type: 'alert.arrived'; alert: AlertId; who: MemberId }
  | { type: 'alert.withdrawn'; alert: AlertId; who: MemberId }
  | { type: 'alert.lapsed'; alert: AlertId }
  | { type: 'alert.escalated'; alert: AlertId; step: number }
  | { type: 'alert.resolved'; alert: AlertId; action: string; notes: string | null }
  | { type: 'alert.cancelled'; alert: AlertId }

export const initialAlerts: Alerts = { alerts: {} }

export const isOver = ({ situation }: Alert): boolean =>
  situation.is === 'resolved' || situation.is === 'cancelled'

/** How long a finished alert stays in view. */
const keptFor = 12 * 3_600_000

export function evolveAlerts(alerts: Alerts, recorded: Recorded<AlertEvent | { type: '' }>): Alerts {
  const { event, at, by } = recorded
  const member = by.kind === 'member' ? by.member : null
  switch (event.type) {
    case 'alert.raised':
      return { alerts: { ...recent(alerts.alerts, at), [event.alert]: born(recorded, event) } }
    case 'alert.described': {
      const { kind, priority, place, stay, needed } = event
      return change(alerts, event.alert, () => ({ kind, priority, place, stay, needed }))
    }
    case 'alert.acknowledged':
      return change(alerts, event.alert, alert => acknowledged(alert, event, at))
    case 'alert.arrived':
      return change(alerts, event.alert, ({ responders }) => ({
        responders: { ...responders, [event.who]: { is: 'there', at } },
        situation: { is: 'on-scene', since: at, by: event.who }
      }))
    case 'alert.withdrawn':
      return change(alerts, event.alert, alert => withdrawn(alert, event.who, at))
    case 'alert.lapsed':
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
    default:
      return alerts
  }
}

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

/** Who takes an answer back is no longer coming; when nobody else is, the alert stands open again. */
function withdrawn(alert: Alert, who: MemberId, at: number): Partial<Alert> {
  const { [who]: _gone, ...responders } = alert.responders
  const held = alert.situation.is === 'acknowledged' && alert.situation.by === who
  return held ? { responders, situation: { is: 'raised', since: at } } : { responders }
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
