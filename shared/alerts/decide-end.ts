/** How an alert ends: contained, resolved, or taken back as a mistake. */
import type { Asking, Decision } from '../asking.ts'
import { isBlank } from '../census/tells-name.ts'
import type { Floor } from '../floor.ts'
import type { MemberId } from '../ids.ts'
import { refuse } from '../refusal.ts'
import { raiserOf, raisersOf, type Alert } from './alert.ts'
import { owedAfter } from './afterwards.ts'
import type { AlertCommand } from './command.ts'
import type { AlertEvent } from './event.ts'
import { safetyKinds } from './priority.ts'
import { withheld } from './withhold.ts'
import { cancelWithin } from './within.ts'

type Of<T extends AlertCommand['type']> = Extract<AlertCommand, { type: T }>

export function decideEnd(
  alert: Alert,
  floor: Floor,
  command: Of<'alert.contain' | 'alert.resolve' | 'alert.cancel'>,
  member: MemberId,
  asking: Asking
): Decision<AlertEvent> {
  switch (command.type) {
    case 'alert.contain':
      return contain(alert)
    case 'alert.resolve':
      return resolve(alert, floor, command, asking)
    case 'alert.cancel':
      return cancel(alert, member, asking)
  }
}

/** Somebody who was called has to be there to say so. */
function contain({ id, situation }: Alert): Decision<AlertEvent> {
  if (situation.is === 'contained')
    return refuse('already-contained', { alert: id, by: situation.by, at: situation.since })
  if (situation.is !== 'on-scene') return refuse('nobody-there', { alert: id })
  return [{ type: 'alert.contained', alert: id }]
}

/** Resolving says what was done; where somebody may have come to harm, also what happened. It opens what is owed. */
function resolve(
  alert: Alert,
  floor: Floor,
  { action, notes }: Of<'alert.resolve'>,
  { now }: Asking
): Decision<AlertEvent> {
  const { id } = alert
  const [said, noted] = [action.trim(), notes?.trim() ?? '']
  if (isBlank(said)) return refuse('action-needed', { alert: id })
  if (safetyKinds.includes(alert.kind) && !alert.drill && isBlank(noted))
    return refuse('notes-needed', { alert: id })
  if (alert.restraints.some(({ released }) => released === null))
    return refuse('still-restrained', { alert: id })
  const owed = owedAfter(alert, floor, now)
  const resolved: AlertEvent = {
    ...{ type: 'alert.resolved', alert: id, owed },
    ...{ action: said, notes: noted === '' ? null : noted }
  }
  // Of what came before a notice may be open still.
  return [resolved, ...withheld(alert, floor)]
}

function cancel(alert: Alert, member: MemberId, { now }: Asking): Decision<AlertEvent> {
  const raiser = raiserOf(alert)
  if (raiser !== member) return refuse('not-the-raiser', { alert: alert.id, by: raiser ?? '' })
  const answered = answeredByAnother(alert)
  if (answered) return refuse('too-late-to-cancel', { alert: alert.id, ...answered })
  if (now > alert.raisedAt + cancelWithin) {
    return refuse('too-late-to-cancel', { alert: alert.id, until: alert.raisedAt + cancelWithin })
  }
  return [{ type: 'alert.cancelled', alert: alert.id }]
}

/** Another who raised the same has seen it too, and nobody is restrained by mistake. */
function answeredByAnother({
  situation,
  responders,
  merged,
  restraints,
  ...alert
}: Alert): { by: string; at: number } | null {
  const raisers = raisersOf({ merged, ...alert })
  const [restraint] = restraints
  if (restraint) return { by: restraint.startedBy, at: restraint.startedAt }
  const [other] = merged
  if (other) return { by: other.by.kind === 'member' ? other.by.member : '', at: other.at }
  if (situation.is === 'acknowledged' && !raisers.includes(situation.by))
    return { by: situation.by, at: situation.since }
  const [comes] = Object.entries(responders).filter(([who]) => !raisers.includes(who as MemberId))
  return comes ? { by: comes[0], at: comes[1].at } : null
}
