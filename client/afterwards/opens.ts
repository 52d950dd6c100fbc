/** What resolving will leave to be done: each with who will have it first and by when, as the unit will give it. */
import { firstOwner, within } from '../../shared/alerts/owed-first.ts'
import { owedKinds } from '../../shared/alerts/owed-kinds.ts'
import type { OwedKind } from '../../shared/alerts/owed.ts'
import type { AlertRow } from '../../shared/alerts/view.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { Rows } from '../../shared/rows.ts'
import { isLicensed } from './who-may.ts'

export interface Opens {
  kind: OwedKind
  /** null: nobody yet */
  owner: MemberId | null
  /** milliseconds since 1970, were it resolved now */
  due: number
}

type Known = Pick<Rows, 'stays' | 'members' | 'unit'>

export function opensOf(alert: AlertRow, rows: Known, now: number): Opens[] {
  const person = alert.stay === null ? null : (rows.stays[alert.stay]?.person ?? null)
  const unit = rows.unit['unit']
  const onDuty = {
    charge: unit?.inCharge ?? null,
    onShift: Object.values(rows.members).flatMap(({ id, onShift }) => (onShift ? id : [])),
    isLicensed: (id: MemberId): boolean => isLicensed(rows, id, now)
  }
  return owedKinds(alert, person).map(kind => ({
    kind,
    owner: firstOwner(kind, onDuty),
    due: now + within(kind, unit?.afterwards)
  }))
}
