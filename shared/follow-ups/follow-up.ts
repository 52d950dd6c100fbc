/**
 * Follow-ups: the check-ins that are neither a round nor a score. A talk after a crisis, an intake, a session, a call to
 * the family, a review of the plan, a task of the community: each owed by a time, to somebody, by somebody.
 */
import type { AlertId, FollowUpId, MemberId, StayId } from '../ids.ts'
import type { FollowUpKind, Outcome } from './kind.ts'

export type Situation =
  | { is: 'open' }
  | { is: 'done'; outcome: Outcome; seenAt: number; note: string | null; at: number; by: MemberId | null }
  | { is: 'dropped'; reason: string; at: number; by: MemberId | null }

export interface FollowUp {
  id: FollowUpId
  kind: FollowUpKind
  /** whom it is about; null: nobody in particular */
  stay: StayId | null
  /** who sees to it; null: nobody yet */
  owner: MemberId | null
  /** milliseconds since 1970 */
  due: number
  openedAt: number
  openedBy: MemberId | null
  /** the alert that left it */
  alert: AlertId | null
  /** what it is about, in the words of who opened it; for staff */
  about: string | null
  /** handed to a colleague who has not said yes */
  offered: { to: MemberId; by: MemberId | null; at: number } | null
  /** the last who did not take what was offered to them, until it is offered or given again */
  declined?: { by: MemberId; reason: string | null; at: number } | null
  /** the last time it was put off: from when to when, and why */
  deferred: { from: number; reason: string; at: number; by: MemberId | null } | null
  /** it was told that this due time went by; null: not (yet) */
  told: number | null
  situation: Situation
}

export interface FollowUps {
  followUps: Readonly<Record<FollowUpId, FollowUp>>
}

export type FollowUpEvent =
  | {
      type: 'follow-up.opened'
      followUp: FollowUpId
      kind: FollowUpKind
      stay: StayId | null
      owner: MemberId | null
      due: number
      alert: AlertId | null
      about: string | null
    }
  /** somebody sees to it now: they took it, were given it, or said yes to what was offered */
  | { type: 'follow-up.given'; followUp: FollowUpId; from: MemberId | null; to: MemberId | null }
  | { type: 'follow-up.offered'; followUp: FollowUpId; to: MemberId }
  /** `reason`: where they gave one */
  | { type: 'follow-up.declined'; followUp: FollowUpId; to: MemberId; reason?: string | undefined }
  | { type: 'follow-up.done'; followUp: FollowUpId; outcome: Outcome; seenAt: number; note: string | null }
  | { type: 'follow-up.deferred'; followUp: FollowUpId; until: number; reason: string }
  | { type: 'follow-up.dropped'; followUp: FollowUpId; reason: string }
  | { type: 'follow-up.reopened'; followUp: FollowUpId }
  | { type: 'follow-up.overdue'; followUp: FollowUpId; due: number }

export const initialFollowUps: FollowUps = { followUps: {} }

export const isOpen = ({ situation }: FollowUp): boolean => situation.is === 'open'
