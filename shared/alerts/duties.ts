import type { Duty } from '../asking.ts'
import type { CommandId } from '../ids.ts'
import { againIn } from './began.ts'
import { isOver, type Alert, type Alerts } from './alert.ts'
import type { AlertCommand } from './command.ts'
import { clockAt, dueAt, overdueSteps, owes } from './decide-overdue.ts'
import { nextRung } from './next-rung.ts'
import type { Owed } from './owed.ts'
import { shownWithin } from './within.ts'

/**
 * While nobody has answered, the next rung of the ladder falls due at its minute since raised; an answer with nobody there
 * runs out; an alert that no display shows is said to be so; what a crisis left to be done falls due. A rung's id is the
 * alert's and its number, so it is reached once, whoever notices.
 */
export function alertDuties({ alerts }: Alerts): Duty<AlertCommand>[] {
  return Object.values(alerts).flatMap(alert => [
    ...(isOver(alert) ? [] : [...rung(alert), ...lapses(alert), ...missing(alert)]),
    ...overdue(alert),
    ...restraints(alert)
  ])
}

function rung(alert: Alert): Duty<AlertCommand>[] {
  const { id, situation } = alert
  const next = situation.is === 'raised' ? nextRung(alert) : null
  if (!next) return []
  const { step, at } = next
  const command = { type: 'alert.escalate', alert: id, step } as const
  return [{ id: `escalate:${id}:${step}${againIn(alert)}` as CommandId, at, command }]
}

function lapses({ id, situation }: Alert): Duty<AlertCommand>[] {
  if (situation.is !== 'acknowledged' || situation.lapses === null) return []
  const { since, lapses: at } = situation
  return [{ id: `lapse:${id}:${since}` as CommandId, at, command: { type: 'alert.lapse', alert: id, since } }]
}

function missing(alert: Alert): Duty<AlertCommand>[] {
  const { id, unshown, shown, ladderFrom } = alert
  if (unshown || Object.keys(shown).length > 0) return []
  const command = { type: 'alert.miss-screens', alert: id } as const
  return [{ id: `unshown:${id}${againIn(alert)}` as CommandId, at: ladderFrom + shownWithin, command }]
}

function overdue(alert: Alert): Duty<AlertCommand>[] {
  if (!owes(alert)) return []
  return Object.values(alert.owed).flatMap(owed => remindOf(alert, owed))
}

function remindOf({ id }: Alert, owed: Owed): Duty<AlertCommand>[] {
  const { kind, told: step } = owed
  const [at, rung] = [dueAt(owed), overdueSteps[step]]
  if (at === null || !rung) return []
  const command = { type: 'alert.remind', alert: id, owed: kind, step } as const
  return [{ id: `overdue:${id}:${kind}:${at}:${step}` as CommandId, at: at + rung.after, command }]
}

function restraints(alert: Alert): Duty<AlertCommand>[] {
  const { id } = alert
  return alert.restraints.flatMap(restraint =>
    (['order', 'face-to-face'] as const).flatMap(clock => {
      const at = clockAt(alert, restraint, clock)
      if (at === null) return []
      const command = { type: 'alert.remind-restraint', alert: id, restraint: restraint.id, clock } as const
      return [{ id: `restraint:${restraint.id}:${clock}:${at}` as CommandId, at, command }]
    })
  )
}
