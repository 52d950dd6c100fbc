import type { Asking, Decision } from '../asking.ts'
import type { Floor } from '../floor.ts'
import { refuse } from '../refusal.ts'
import { isOver, whoEnded, type Alert, type Alerts } from './alert.ts'
import type { AlertCommand } from './command.ts'
import { decideAfter, type AfterCommand } from './decide-after.ts'
import { decideAnswer } from './decide-answer.ts'
import { decideClock, type ClockCommand } from './decide-clock.ts'
import { describe, nameAfter, namesAfter } from './describe.ts'
import { decideEnd } from './decide-end.ts'
import type { AlertEvent } from './event.ts'
import { raised } from './raise.ts'

const clocks: readonly AlertCommand['type'][] = [
  'alert.escalate',
  'alert.lapse',
  'alert.show',
  'alert.miss-screens',
  'alert.remind',
  'alert.remind-restraint'
]

const afters: readonly AlertCommand['type'][] = [
  'alert.settle',
  'alert.defer',
  'alert.assign',
  'alert.close',
  'alert.reopen',
  'alert.restrain',
  'alert.renew-order',
  'alert.evaluate',
  'alert.release'
]

const isClock = (command: AlertCommand): command is ClockCommand => clocks.includes(command.type)
const isAfter = (command: AlertCommand): command is AfterCommand => afters.includes(command.type)

export function decideAlerts(
  alerts: Alerts,
  floor: Floor,
  command: AlertCommand,
  asking: Asking
): Decision<AlertEvent> {
  if (command.type === 'alert.raise') return raised(command, alerts, floor, asking)
  const alert = meant(alerts, command.alert)
  if (!alert) return refuse('alert-unknown', { alert: command.alert })
  if (isClock(command)) return decideClock(alert, floor, command, asking)
  const member = asking.by.kind === 'member' ? asking.by.member : null
  if (isAfter(command)) {
    return member === null ? refuse('not-permitted') : decideAfter(alert, floor, command, member, asking)
  }
  if (command.type === 'alert.describe' && member !== null && namesAfter(alert, command))
    return nameAfter(alert, command, floor, asking)
  if (isOver(alert))
    return refuse('alert-over', { alert: alert.id, by: whoEnded(alert), at: alert.situation.since })
  if (command.type === 'alert.describe') return describe(alert, command, floor)
  if (member === null) return refuse('not-permitted')
  if (command.type === 'alert.contain' || command.type === 'alert.resolve' || command.type === 'alert.cancel')
    return decideEnd(alert, floor, command, member, asking)
  return decideAnswer(alert, floor, command, member, asking)
}

/** What is said of an alert that was merged is meant for the one that goes on. */
function meant({ alerts }: Alerts, id: Alert['id']): Alert | undefined {
  const alert = alerts[id]
  return alert?.situation.is === 'merged' ? alerts[alert.situation.into] : alert
}
