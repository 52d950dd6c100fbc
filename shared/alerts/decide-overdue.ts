/** What was owed and not done in time: who is told, and when again. */
import { minutes, type Asking, type Decision } from '../asking.ts'
import type { Floor } from '../floor.ts'
import type { Tells } from '../profile/profile.ts'
import { refuse } from '../refusal.ts'
import type { Alert } from './alert.ts'
import type { AlertCommand } from './command.ts'
import type { AlertEvent } from './event.ts'
import type { Owed } from './owed.ts'
import type { Restraint, RestraintClock } from './restraint.ts'
import { toldBySome } from './telling.ts'

type Of<T extends AlertCommand['type']> = Extract<AlertCommand, { type: T }>

/** Milliseconds past due, and whom that tells besides who owes it. */
export const overdueSteps: readonly { after: number; tells: Tells }[] = [
  { after: 0, tells: 'charge' },
  { after: minutes(60), tells: 'director' }
]

/** Whom a clock of a restraint tells that ran out. */
export const restraintTells: readonly Tells[] = ['charge', 'director']

/** When what is owed falls due: what was put off, when that is over. Null once it is done, or where it may not be. */
export function dueAt({ due, state }: Owed): number | null {
  if (state.is === 'done' || state.is === 'withheld') return null
  return state.is === 'deferred' ? state.until : due
}

/** When a clock of a restraint runs out; null where it does not any more, or was told. A drill has none. */
export function clockAt({ drill }: Alert, restraint: Restraint, clock: RestraintClock): number | null {
  if (drill) return null
  const { overdue, orderUntil, faceToFaceDue, released, evaluated } = restraint
  if (overdue.includes(clock)) return null
  if (clock === 'order') return released ? null : orderUntil
  return evaluated ? null : faceToFaceDue
}

/** Only what was resolved owes; an alert that began again owes when it is resolved anew. */
export const owes = ({ situation }: Alert): boolean =>
  situation.is === 'resolved' || situation.is === 'debriefed'

export function remind(
  alert: Alert,
  { staff }: Floor,
  { owed: kind, step }: Of<'alert.remind'>,
  { now }: Asking
): Decision<AlertEvent> {
  const owed = alert.owed[kind]
  const at = owed ? dueAt(owed) : null
  const rung = overdueSteps[step]
  const isNext = owes(alert) && owed !== undefined && owed.told === step
  if (!isNext || at === null || !rung || now < at + rung.after)
    return refuse('not-owed', { alert: alert.id, step })
  const told = toldBySome([rung.tells], staff)
  const members = owed.owner !== null && !told.includes(owed.owner) ? [owed.owner, ...told] : told
  return [{ type: 'alert.overdue', alert: alert.id, owed: kind, step, members }]
}

export function remindRestraint(
  alert: Alert,
  { staff }: Floor,
  { restraint: id, clock }: Of<'alert.remind-restraint'>,
  { now }: Asking
): Decision<AlertEvent> {
  const restraint = alert.restraints.find(one => one.id === id)
  const at = restraint ? clockAt(alert, restraint, clock) : null
  if (!restraint || at === null || now < at) return refuse('not-owed', { alert: alert.id })
  const members = toldBySome(restraintTells, staff)
  return [{ type: 'alert.restraint-overdue', alert: alert.id, restraint: restraint.id, clock, members }]
}
