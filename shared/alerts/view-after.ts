/** What only members see of an alert: who was told and where it was shown, what it owes, restraints. */
import { knowsNames, type Audience } from '../audience.ts'
import type { CommandId, MemberId } from '../ids.ts'
import type { Alert, Notice, Reached } from './alert.ts'
import type { OwedKind, OwedState } from './owed.ts'
import type { AgeBand, Restraint, RestraintClock, RestraintKind } from './restraint.ts'

/** Null where names may not be shown. */
export interface MemberPart {
  action: string | null
  resolvedAt: number | null
  /** when each step was first reached, for the figures */
  reached: Reached | null
  notices: readonly Notice[] | null
  shown: readonly { screen: string; audience: Audience; at: number; sounded: number | null }[] | null
  owed: readonly OwedRow[] | null
  restraints: readonly RestraintRow[] | null
}

export interface OwedRow {
  kind: OwedKind
  owner: MemberId | null
  /** milliseconds since 1970 */
  due: number
  state: OwedState['is']
  /** done or put off: when and by whom; until when it was put off, and why */
  at: number | null
  by: MemberId | null
  until: number | null
  reason: string | null
}

export interface RestraintRow {
  id: CommandId
  kind: RestraintKind
  band: AgeBand
  startedAt: number
  orderUntil: number
  renewals: number
  faceToFaceDue: number
  evaluatedAt: number | null
  evaluatedBy: MemberId | null
  releasedAt: number | null
  releasedBy: MemberId | null
  overdue: readonly RestraintClock[]
}

const noMember: MemberPart = {
  action: null,
  resolvedAt: null,
  reached: null,
  notices: null,
  shown: null,
  owed: null,
  restraints: null
}

export function memberPart(
  { outcome, reached, notices, shown, owed, restraints }: Alert,
  audience: Audience
): MemberPart {
  if (!knowsNames(audience)) return noMember
  return {
    action: outcome?.action ?? null,
    resolvedAt: outcome?.at ?? null,
    reached,
    notices,
    shown: Object.entries(shown).map(([screen, { audience: of, at, sounded }]) => ({
      screen,
      audience: of,
      at,
      sounded
    })),
    owed: Object.values(owed).map(({ kind, owner, due, state }) => ({
      kind,
      owner,
      due,
      state: state.is,
      at: state.is === 'owed' ? null : state.at,
      by: state.is === 'owed' ? null : state.by,
      until: state.is === 'deferred' ? state.until : null,
      reason: state.is === 'deferred' ? state.reason : null
    })),
    restraints: restraints.map(restraintRow)
  }
}

function restraintRow(restraint: Restraint): RestraintRow {
  const { id, kind, band, startedAt, orderUntil, renewals, faceToFaceDue } = restraint
  return {
    id,
    kind,
    band,
    startedAt,
    orderUntil,
    renewals,
    faceToFaceDue,
    evaluatedAt: restraint.evaluated?.at ?? null,
    evaluatedBy: restraint.evaluated?.by ?? null,
    releasedAt: restraint.released?.at ?? null,
    releasedBy: restraint.released?.by ?? null,
    overdue: restraint.overdue
  }
}
