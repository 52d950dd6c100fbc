/** Restraint and seclusion: begun, ordered anew, evaluated, released. */
import { hours, takenAsSeen, type Asking, type Decision } from '../asking.ts'
import type { Floor } from '../floor.ts'
import type { MemberId } from '../ids.ts'
import { refuse } from '../refusal.ts'
import { isLicensed } from './afterwards.ts'
import { isOver, whoEnded, type Alert } from './alert.ts'
import type { AlertCommand } from './command.ts'
import type { AlertEvent } from './event.ts'
import { bandOf, orderHolds } from './order-holds.ts'
import type { Restraint } from './restraint.ts'
import { faceToFaceWithin } from './within.ts'

/** How long orders may be renewed in all (42 CFR 482.13(e)(8)). */
export const ordersHold = hours(24)

type Of<T extends AlertCommand['type']> = Extract<AlertCommand, { type: T }>
export type RestraintCommand = Of<'alert.restrain' | 'alert.renew-order' | 'alert.evaluate' | 'alert.release'>

export function decideRestraint(
  alert: Alert,
  floor: Floor,
  command: RestraintCommand,
  member: MemberId,
  asking: Asking
): Decision<AlertEvent> {
  if (command.type === 'alert.restrain') return restrain(alert, floor, command, asking)
  const restraint = alert.restraints.find(({ id }) => id === command.restraint)
  if (!restraint) return refuse('restraint-unknown', { alert: alert.id })
  switch (command.type) {
    case 'alert.renew-order':
      return renew(alert, restraint, floor, member, asking)
    case 'alert.evaluate':
      return evaluate(alert, restraint, floor, command, member, asking)
    case 'alert.release':
      return release(alert, restraint, command, asking)
  }
}

function restrain(
  alert: Alert,
  { profile }: Floor,
  { kind, band, seenAt }: Of<'alert.restrain'>,
  { command, now }: Asking
): Decision<AlertEvent> {
  if (isOver(alert))
    return refuse('alert-over', { alert: alert.id, by: whoEnded(alert), at: alert.situation.since })
  const startedAt = takenAsSeen(seenAt, now)
  const age = band ?? bandOf[profile.description?.population ?? 'adult']
  const clocks = { orderUntil: startedAt + orderHolds[age], faceToFaceDue: startedAt + faceToFaceWithin }
  return [
    { type: 'alert.restrained', alert: alert.id, restraint: command, kind, band: age, startedAt, ...clocks }
  ]
}

/** A licensed member's order holds from now on, and never beyond a day from the start. */
function renew(
  { id }: Alert,
  restraint: Restraint,
  floor: Floor,
  by: MemberId,
  { now }: Asking
): Decision<AlertEvent> {
  if (restraint.released) return refuse('restraint-over', { alert: id, at: restraint.released.at })
  const member = floor.staff.members[by]
  if (!member || !isLicensed(member, floor, now)) return refuse('licence-needed', { alert: id })
  const last = restraint.startedAt + ordersHold
  const until = Math.min(now + orderHolds[restraint.band], last)
  if (restraint.orderUntil >= last) return refuse('order-limit', { alert: id, until: last })
  if (until <= restraint.orderUntil) return refuse('no-change')
  return [{ type: 'alert.order-renewed', alert: id, restraint: restraint.id, until }]
}

/** By a licensed member or a nurse; it is owed also where the person was released within the hour. */
function evaluate(
  { id }: Alert,
  restraint: Restraint,
  floor: Floor,
  { seenAt }: Of<'alert.evaluate'>,
  by: MemberId,
  { now }: Asking
): Decision<AlertEvent> {
  const { evaluated } = restraint
  if (evaluated) return refuse('already-evaluated', { alert: id, by: evaluated.by, at: evaluated.at })
  const member = floor.staff.members[by]
  if (!member || !(member.roles.includes('nurse') || isLicensed(member, floor, now)))
    return refuse('licence-needed', { alert: id })
  return [
    { type: 'alert.evaluated', alert: id, restraint: restraint.id, seenAt: within(restraint, seenAt, now) }
  ]
}

function release(
  { id }: Alert,
  restraint: Restraint,
  { seenAt }: Of<'alert.release'>,
  { now }: Asking
): Decision<AlertEvent> {
  if (restraint.released) return refuse('restraint-over', { alert: id, at: restraint.released.at })
  return [
    { type: 'alert.released', alert: id, restraint: restraint.id, seenAt: within(restraint, seenAt, now) }
  ]
}

/** Never before it began. */
const within = ({ startedAt }: Restraint, seenAt: number | undefined, now: number): number =>
  Math.max(startedAt, takenAsSeen(seenAt, now))
