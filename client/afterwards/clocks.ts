/** The clocks of a restraint or seclusion: how long its order holds, and when it has to be looked at face to face. */
import { orderHolds } from '../../shared/alerts/order-holds.ts'
import type { RestraintRow } from '../../shared/alerts/view-after.ts'
import type { AlertRow } from '../../shared/alerts/view.ts'
import { faceToFaceWithin } from '../../shared/alerts/within.ts'
import type { Rows } from '../../shared/rows.ts'

/** `left`: percent of its time that remains. */
export type Clock =
  { is: 'running'; until: number; left: number } | { is: 'late'; until: number } | { is: 'ended'; at: number }

function counting(until: number, whole: number, now: number): Clock {
  if (until <= now) return { is: 'late', until }
  return { is: 'running', until, left: Math.min(100, ((until - now) / whole) * 100) }
}

/** An order ends with the release. */
export function orderClock({ releasedAt, orderUntil, band }: RestraintRow, now: number): Clock {
  if (releasedAt !== null) return { is: 'ended', at: releasedAt }
  return counting(orderUntil, orderHolds[band], now)
}

/** The evaluation is owed also where the person was released within the hour. */
export function faceClock({ evaluatedAt, faceToFaceDue }: RestraintRow, now: number): Clock {
  if (evaluatedAt !== null) return { is: 'ended', at: evaluatedAt }
  return counting(faceToFaceDue, faceToFaceWithin, now)
}

export interface Running {
  alert: AlertRow
  restraint: RestraintRow
  order: Clock
  face: Clock
  late: boolean
}

/** Not released, or not evaluated yet. */
export const isRunning = ({ releasedAt, evaluatedAt }: RestraintRow): boolean =>
  releasedAt === null || evaluatedAt === null

/** Nobody may be resolved away who is still held. */
export const holdsSomebody = ({ restraints }: Pick<AlertRow, 'restraints'>): boolean =>
  (restraints ?? []).some(({ releasedAt }) => releasedAt === null)

/** Every restraint that still asks for something, with what runs out first first. */
export function runningRestraints({ alerts }: Pick<Rows, 'alerts'>, now: number): Running[] {
  const all = Object.values(alerts).flatMap(alert =>
    (alert.restraints ?? []).filter(isRunning).map(restraint => clocked(alert, restraint, now))
  )
  return all.sort((a, b) => soonest(a) - soonest(b))
}

function clocked(alert: AlertRow, restraint: RestraintRow, now: number): Running {
  const [order, face] = [orderClock(restraint, now), faceClock(restraint, now)]
  return { alert, restraint, order, face, late: order.is === 'late' || face.is === 'late' }
}

const end = (clock: Clock): number => (clock.is === 'ended' ? Infinity : clock.until)
const soonest = ({ order, face }: Running): number => Math.min(end(order), end(face))
