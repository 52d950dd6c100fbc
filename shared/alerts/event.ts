/** What is recorded of an alert. Events are history: optional fields were added later and may be absent. */
import type { Audience } from '../audience.ts'
import type { AlertId, CommandId, MemberId, PlaceId, StayId } from '../ids.ts'
import type { Rung } from '../profile/profile.ts'
import type { Answer, Why } from './alert.ts'
import type { AlertKind, Priority, ResponseRole } from './kind.ts'
import type { OwedKind } from './owed.ts'
import type { AgeBand, RestraintClock, RestraintKind } from './restraint.ts'

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
  /** who was told by the rungs of minute 0 */
  members?: readonly MemberId[] | undefined
}

export type AlertEvent =
  | ({ type: 'alert.raised' } & Raised)
  /** `alert` is of the same event as `into`, which was raised just before */
  | { type: 'alert.merged'; alert: AlertId; into: AlertId }
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
  /** a raiser asked for somebody by name: the ladder goes on */
  | { type: 'alert.called'; alert: AlertId; who: MemberId }
  | { type: 'alert.declined'; alert: AlertId; who: MemberId }
  | { type: 'alert.role-taken'; alert: AlertId; who: MemberId; role: ResponseRole | null }
  | { type: 'alert.arrived'; alert: AlertId; who: MemberId }
  | { type: 'alert.withdrawn'; alert: AlertId; who: MemberId }
  | { type: 'alert.lapsed'; alert: AlertId }
  /** its priority rose: it stands open again */
  | { type: 'alert.reopened'; alert: AlertId }
  /** it was over and began again; its ladder counts from now */
  | { type: 'alert.raised-again'; alert: AlertId; reason: string; members: readonly MemberId[] }
  | {
      type: 'alert.escalated'
      alert: AlertId
      step: number
      members?: readonly MemberId[] | undefined
      why?: Why | undefined
    }
  | { type: 'alert.shown'; alert: AlertId; screen: string; audience: Audience; sounded: boolean }
  | { type: 'alert.unshown'; alert: AlertId }
  | { type: 'alert.contained'; alert: AlertId }
  | {
      type: 'alert.resolved'
      alert: AlertId
      action: string
      notes: string | null
      owed?: readonly { kind: OwedKind; owner: MemberId | null; due: number }[] | undefined
    }
  /** after it was resolved it was said whom it is about: what that opens */
  | {
      type: 'alert.owes'
      alert: AlertId
      owed: readonly { kind: OwedKind; owner: MemberId | null; due: number }[]
    }
  | { type: 'alert.cancelled'; alert: AlertId }
  | { type: 'alert.settled'; alert: AlertId; owed: OwedKind; note: string | null }
  | { type: 'alert.deferred'; alert: AlertId; owed: OwedKind; reason: string; until: number }
  | { type: 'alert.assigned'; alert: AlertId; owed: OwedKind; to: MemberId }
  /** nobody outside may be told anything of the person: what was owed is not to be done */
  | { type: 'alert.withheld'; alert: AlertId; owed: OwedKind }
  /** what it owes was not done in time; `step` counts from 0 */
  | { type: 'alert.overdue'; alert: AlertId; owed: OwedKind; step: number; members: readonly MemberId[] }
  | { type: 'alert.closed'; alert: AlertId }
  | {
      type: 'alert.restrained'
      alert: AlertId
      restraint: CommandId
      kind: RestraintKind
      band: AgeBand
      startedAt: number
      orderUntil: number
      faceToFaceDue: number
    }
  | { type: 'alert.order-renewed'; alert: AlertId; restraint: CommandId; until: number }
  | { type: 'alert.evaluated'; alert: AlertId; restraint: CommandId; seenAt: number }
  | { type: 'alert.released'; alert: AlertId; restraint: CommandId; seenAt: number }
  | {
      type: 'alert.restraint-overdue'
      alert: AlertId
      restraint: CommandId
      clock: RestraintClock
      members: readonly MemberId[]
    }
