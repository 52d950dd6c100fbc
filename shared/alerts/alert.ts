/** Crisis alerts: raised, answered, resolved; never forgotten in between, and closed when what they owe is done. */
import { seesStaff, type Audience } from '../audience.ts'
import type { AlertId, MemberId, PlaceId, StayId } from '../ids.ts'
import type { Author } from '../recorded.ts'
import type { Rung, Tells } from '../profile/profile.ts'
import { isEmergency } from './emergency.ts'
import type { AlertKind, Priority, ResponseRole } from './kind.ts'
import type { Owed, OwedKind } from './owed.ts'
import type { Restraint } from './restraint.ts'

/** How somebody answers: comes in person, sends another, or says that it is being handled already. */
export type Answer = 'coming' | 'delegated' | 'handled'

/** A union of situations. `lapses`: when the answer runs out unless somebody is there by then (null: it holds). */
export type AlertSituation =
  | { is: 'raised'; since: number }
  | { is: 'acknowledged'; since: number; by: MemberId; answer: Answer; lapses: number | null }
  | { is: 'on-scene'; since: number; by: MemberId }
  /** nobody is in danger any more; those who are there stay until it is resolved */
  | { is: 'contained'; since: number; by: MemberId }
  /** over; what it owes is open */
  | { is: 'resolved'; since: number; by: MemberId }
  /** talked over; other things may still be owed */
  | { is: 'debriefed'; since: number; by: MemberId }
  | { is: 'closed'; since: number; by: MemberId }
  | { is: 'cancelled'; since: number; by: MemberId | null }
  /** the same event as another that was raised just before: everything goes on there */
  | { is: 'merged'; since: number; into: AlertId }

export interface Responder {
  is: 'coming' | 'there'
  at: number
  /** what they do there, once they said so */
  role: ResponseRole | null
}

/** Somebody who was to come, or said that it is handled, whose answer ran out with nobody there, and since when it stood. */
export interface Lapsed {
  member: MemberId
  /** when it was said that they come, or by them that it is handled (milliseconds since 1970) */
  at: number
  answer: Answer
}

/** Why a rung of the ladder was reached. */
export type Why = 'raised' | 'time' | 'declined' | 'unshown'

/** Somebody was told: which rung, when, whom it tells, and who that was then. */
export interface Notice {
  step: number
  at: number
  tells: Tells
  members: readonly MemberId[]
  why: Why
}

/** A display that had the alert on its glass, and when; `sounded`: when its cue was heard to begin there, if ever. */
export interface ShownOn {
  audience: Audience
  at: number
  sounded: number | null
}

export interface Outcome {
  by: MemberId
  at: number
  action: string
  notes: string | null
}

/** When each step was first reached (milliseconds since 1970); what the record and its figures are made of. */
export interface Reached {
  answered: number | null
  onScene: number | null
  contained: number | null
  resolved: number | null
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
  /** whom a raiser asked for by name, and when; nobody is coming by that */
  called: Readonly<Record<MemberId, number>>
  /** who said that they cannot come, and when */
  declined: Readonly<Record<MemberId, number>>
  /** whose answer ran out and who has not been heard of since */
  lapsed: readonly Lapsed[]
  /** how many people it asks for, the raisers included */
  needed: number
  /** fixed at birth; `told`: how many of its rungs have been reached; `ladderFrom`: what its minutes count from */
  ladder: readonly Rung[]
  told: number
  ladderFrom: number
  notices: readonly Notice[]
  /** others that were raised of the same event */
  merged: readonly { alert: AlertId; by: Author; at: number }[]
  /** by name of the display */
  shown: Readonly<Record<string, ShownOn>>
  /** no display had it on its glass 5 s after it was raised */
  unshown: boolean
  reached: Reached
  outcome: Outcome | null
  owed: Readonly<Partial<Record<OwedKind, Owed>>>
  restraints: readonly Restraint[]
}

/** What is left of an alert once it has left the view: enough for figures, and to find its record by. */
export interface PastAlert {
  id: AlertId
  kind: AlertKind
  priority: Priority
  place: PlaceId | null
  silent: boolean
  drill: boolean
  raisedAt: number
  raisedSeq: number
  ended: 'closed' | 'cancelled'
  merged: number
  /** milliseconds from being raised; null where it was never reached */
  answered: number | null
  onScene: number | null
  resolved: number | null
}

export interface Alerts {
  alerts: Readonly<Record<AlertId, Alert>>
  past: Readonly<Record<AlertId, PastAlert>>
}

export const initialAlerts: Alerts = { alerts: {}, past: {} }

/** Nobody has to come any more. Something may still be owed (`isEnded` says whether that is done too). */
export const isOver = ({ situation }: Pick<Alert, 'situation'>): boolean => !isEmergency(situation.is)

/** Nothing is to be done about it any more. */
export const isEnded = ({ situation }: Pick<Alert, 'situation'>): boolean =>
  situation.is === 'closed' || situation.is === 'cancelled' || situation.is === 'merged'

const memberOf = (author: Author): MemberId | null => (author.kind === 'member' ? author.member : null)

/** The member who raised it; null when a screen did. */
export const raiserOf = ({ raisedBy }: Pick<Alert, 'raisedBy'>): MemberId | null => memberOf(raisedBy)

/** Everybody who raised it, each once, also where their alerts were merged into this one: they asked for others. */
export const raisersOf = ({ raisedBy, merged }: Pick<Alert, 'raisedBy' | 'merged'>): readonly MemberId[] => [
  ...new Set([raisedBy, ...merged.map(({ by }) => by)].flatMap(author => memberOf(author) ?? []))
]

/** Whether such a screen shows it: no public wall does, and a silent one only screens of the staff. */
export const isFor = ({ silent }: Pick<Alert, 'silent'>, audience: Audience): boolean =>
  audience !== 'wall-public' && (!silent || seesStaff(audience))

/** One person is missing once, however many look for them. */
export const isMissing = ({ alerts }: Alerts, stay: StayId): boolean =>
  Object.values(alerts).some(
    alert => alert.kind === 'missing-person' && alert.stay === stay && !alert.drill && !isOver(alert)
  )

/** Who ended it, as a refusal says it; empty where time or a screen did, or it is still open. */
export const whoEnded = ({ situation, outcome }: Alert): string =>
  (situation.is === 'cancelled' ? situation.by : outcome?.by) ?? ''
