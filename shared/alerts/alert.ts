/** Crisis alerts: raised, answered, resolved; never forgotten in between. */
import type { AlertId, MemberId, PlaceId, StayId } from '../ids.ts'
import type { Author } from '../recorded.ts'
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
  | { type: 'alert.reopened'; alert: AlertId }
  | { type: 'alert.escalated'; alert: AlertId; step: number }
  | { type: 'alert.resolved'; alert: AlertId; action: string; notes: string | null }
  | { type: 'alert.cancelled'; alert: AlertId }

export const initialAlerts: Alerts = { alerts: {} }

export const isOver = ({ situation }: Alert): boolean =>
  situation.is === 'resolved' || situation.is === 'cancelled'

/** The member who raised it; null when a screen did. */
export const raiserOf = ({ raisedBy }: Alert): MemberId | null =>
  raisedBy.kind === 'member' ? raisedBy.member : null

/** One person is missing once, however many look for them. */
export const isMissing = ({ alerts }: Alerts, stay: StayId): boolean =>
  Object.values(alerts).some(
    alert => alert.kind === 'missing-person' && alert.stay === stay && !alert.drill && !isOver(alert)
  )
