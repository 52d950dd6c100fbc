import { minutes, type Duty } from '../asking.ts'
import type { CommandId } from '../ids.ts'
import type { Alert, Alerts } from './alert.ts'
import type { AlertCommand } from './command.ts'

/**
 * While nobody has answered, the next rung of the ladder falls due at its minute since raised; an answer with nobody there
 * runs out. A rung's id is the alert's and its number, so it is reached once, whoever notices.
 */
export function alertDuties({ alerts }: Alerts): Duty<AlertCommand>[] {
  return Object.values(alerts).flatMap(alert => [...nextRung(alert), ...lapses(alert)])
}

function nextRung({ id, ladder, told, situation, raisedAt }: Alert): Duty<AlertCommand>[] {
  if (situation.is !== 'raised') return []
  const rung = ladder[told]
  if (!rung) return []
  return [
    {
      id: `escalate:${id}:${told}` as CommandId,
      at: raisedAt + minutes(rung.minutes),
      command: { type: 'alert.escalate', alert: id, step: told }
    }
  ]
}

function lapses({ id, situation }: Alert): Duty<AlertCommand>[] {
  if (situation.is !== 'acknowledged' || situation.lapses === null) return []
  const { since, lapses: at } = situation
  return [{ id: `lapse:${id}:${since}` as CommandId, at, command: { type: 'alert.lapse', alert: id, since } }]
}
