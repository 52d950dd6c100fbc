import { minutes, type Duty } from '../asking.ts'
import type { CommandId } from '../ids.ts'
import type { Alert, Alerts } from './alert.ts'
import type { AlertCommand } from './command.ts'

/**
 * While nobody has answered, each rung of the ladder falls due at its minute since raised; an answer with nobody there
 * runs out. A rung's id is the alert's and its number, so it is reached once, whoever notices.
 */
export function alertDuties({ alerts }: Alerts): Duty<AlertCommand>[] {
  return Object.values(alerts).flatMap(alert => [...rungs(alert), ...lapses(alert)])
}

function rungs({ id, ladder, told, situation, raisedAt }: Alert): Duty<AlertCommand>[] {
  if (situation.is !== 'raised') return []
  return ladder.slice(told).map((rung, i) => ({
    id: `escalate:${id}:${told + i}` as CommandId,
    at: raisedAt + minutes(rung.minutes),
    command: { type: 'alert.escalate', alert: id, step: told + i }
  }))
}

function lapses({ id, situation }: Alert): Duty<AlertCommand>[] {
  if (situation.is !== 'acknowledged' || situation.lapses === null) return []
  const { since, lapses: at } = situation
  return [{ id: `lapse:${id}:${since}` as CommandId, at, command: { type: 'alert.lapse', alert: id, since } }]
}
