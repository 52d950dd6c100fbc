import { knowsNames, type Audience } from '../audience.ts'
import type { AlertId, FollowUpId, MemberId, StayId } from '../ids.ts'
import { remember, rowsOf } from '../memo.ts'
import type { FollowUp, FollowUps } from './follow-up.ts'
import type { FollowUpKind, Outcome } from './kind.ts'

/** What is owed to a person or to the community; tablet and charge only. Times are milliseconds since 1970. */
export interface FollowUpRow {
  id: FollowUpId
  kind: FollowUpKind
  stay: StayId | null
  owner: MemberId | null
  due: number
  openedAt: number
  openedBy: MemberId | null
  alert: AlertId | null
  about: string | null
  offered: { to: MemberId; by: MemberId | null; at: number } | null
  /** who did not take it, when it was offered to them last */
  declined: { by: MemberId; reason: string | null; at: number } | null
  deferred: { from: number; reason: string; at: number; by: MemberId | null } | null
  /** null: it is open */
  ended: {
    is: 'done' | 'dropped'
    at: number
    by: MemberId | null
    /** of what was done: how it went and when it was */
    outcome: Outcome | null
    seenAt: number | null
    /** of what was let go: why; `discharged` where the person left */
    reason: string | null
  } | null
}

const followUpRow = remember((one: FollowUp, _audience: Audience): FollowUpRow => {
  const { id, kind, stay, owner, due, openedAt, openedBy, alert, about } = one
  const { offered, deferred, declined = null } = one
  return {
    ...{ id, kind, stay, owner, due, openedAt, openedBy, alert, about },
    offered: offered && { to: offered.to, by: offered.by, at: offered.at },
    declined: declined && { by: declined.by, reason: declined.reason, at: declined.at },
    deferred: deferred && {
      from: deferred.from,
      reason: deferred.reason,
      at: deferred.at,
      by: deferred.by
    },
    ended: endedRow(one)
  }
})

/** What was noted of how it went stays with the record. */
function endedRow({ situation }: FollowUp): FollowUpRow['ended'] {
  if (situation.is === 'open') return null
  const { is, at, by } = situation
  if (is === 'dropped') return { is, at, by, outcome: null, seenAt: null, reason: situation.reason }
  return { is, at, by, outcome: situation.outcome, seenAt: situation.seenAt, reason: null }
}

const untold: Record<string, FollowUpRow> = {}

export const viewFollowUps = remember(
  (followUps: FollowUps['followUps'], audience: Audience): Record<string, FollowUpRow> => {
    return knowsNames(audience) ? rowsOf(followUps, one => followUpRow(one, audience)) : untold
  }
)
