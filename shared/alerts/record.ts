/** The record of one alert, folded from the events of its unit: also of others that were raised of the same event. */
import type { AlertId, MemberId } from '../ids.ts'
import type { Author, Recorded } from '../recorded.ts'
import { initialAlerts, isEnded, type Alerts } from './alert.ts'
import type { AlertEvent } from './event.ts'
import { evolveAlerts } from './evolve.ts'
import { keptFor } from './past.ts'
import type { AlertRecord, Behind, RecordStep } from './record-step.ts'
import { stepOf } from './step-of.ts'
import { tookOf } from './took.ts'

export interface RecordFold {
  alert: AlertId
  /** this alert and those that were merged into it */
  ids: readonly AlertId[]
  alerts: Alerts
  steps: readonly RecordStep[]
  /** what was raised last, for the others that turn out to be of the same event */
  raised: { alert: AlertId; seenAt: number } | null
  unread: number
}

export const emptyRecord = (alert: AlertId): RecordFold => ({
  alert,
  ids: [alert],
  alerts: initialAlerts,
  steps: [],
  raised: null,
  unread: 0
})

/** Nothing that comes from `at` on is of it any more: it has left the unit's state. */
export function isComplete({ alerts, alert }: RecordFold, at: number): boolean {
  const now = alerts.alerts[alert]
  return now !== undefined && isEnded(now) && at > now.situation.since + keptFor
}

/** Takes the next event of the unit in, of whatever slice. `readable`: whether this program knows it. */
export function taken(fold: RecordFold, recorded: Recorded, readable: boolean): RecordFold {
  if (!readable) return isOfIt(fold, recorded) ? { ...fold, unread: fold.unread + 1 } : fold
  const { event } = recorded as Recorded<AlertEvent | { type: 'member.shift-ended' | 'member.retired' }>
  if (event.type === 'member.shift-ended' || event.type === 'member.retired') return wentHome(fold, recorded)
  if (!event.type.startsWith('alert.')) return fold
  if (event.type === 'alert.merged' && event.into === fold.alert) return merged(fold, recorded, event.alert)
  if (event.type === 'alert.raised' && event.alert !== fold.alert)
    return { ...fold, raised: { alert: event.alert, seenAt: event.seenAt } }
  return isOfIt(fold, recorded) ? withStep(fold, recorded as Recorded<AlertEvent>) : fold
}

function isOfIt({ ids }: RecordFold, { event }: Recorded): boolean {
  return 'alert' in event && ids.includes(event.alert as AlertId)
}

function withStep(fold: RecordFold, recorded: Recorded<AlertEvent>): RecordFold {
  // What is said of a merged alert is meant for the one that goes on.
  const meant = { ...recorded, event: { ...recorded.event, alert: fold.alert } }
  const before = fold.alerts.alerts[fold.alert]
  const alerts = evolveAlerts(fold.alerts, meant)
  const now = alerts.alerts[fold.alert]
  return now
    ? { ...fold, alerts, steps: [...fold.steps, stepOf(meant, stemOf(recorded), now, before)] }
    : fold
}

function merged(fold: RecordFold, recorded: Recorded, alert: AlertId): RecordFold {
  const alerts = evolveAlerts(fold.alerts, recorded as Recorded<AlertEvent>)
  const seenAt = fold.raised?.alert === alert ? fold.raised.seenAt : recorded.at
  const step: RecordStep = { ...stemOf(recorded), what: 'merged', seenAt }
  return { ...fold, alerts, ids: [...fold.ids, alert], raised: null, steps: [...fold.steps, step] }
}

/** A step only where it was somebody who answered. */
function wentHome(fold: RecordFold, recorded: Recorded): RecordFold {
  const { member: who } = recorded.event as { type: string; member: MemberId }
  const before = fold.alerts.alerts[fold.alert]
  const alerts = evolveAlerts(fold.alerts, recorded as Recorded<AlertEvent>)
  if (!before || isEnded(before) || before.responders[who] === alerts.alerts[fold.alert]?.responders[who])
    return { ...fold, alerts }
  return { ...fold, alerts, steps: [...fold.steps, { ...stemOf(recorded), what: 'went-home', who }] }
}

const stemOf = ({ seq, at, by }: Recorded) => ({ seq, at, by: behind(by) })

/** A screen's id is nobody's business. */
export const behind = (by: Author): Behind =>
  by.kind === 'member' ? { kind: 'member', member: by.member } : { kind: by.kind }

/** Null where its beginning was not among the events. `withNotes`: whether the reader may have the notes. */
export function recordOf(fold: RecordFold, withNotes: boolean, asOf: number): AlertRecord | null {
  const alert = fold.alerts.alerts[fold.alert]
  if (!alert) return null
  const { id, kind, priority, place, silent, drill, raisedAt, seenAt, situation, merged: others } = alert
  return {
    ...{ id, kind, priority, place, silent, drill, raisedAt, seenAt },
    situation: situation.is,
    since: situation.since,
    times: 1 + others.length,
    took: tookOf(raisedAt, alert.reached),
    steps: withNotes ? [...fold.steps] : fold.steps.map(withoutNotes),
    withNotes,
    unread: fold.unread,
    asOf
  }
}

const withoutNotes = (step: RecordStep): RecordStep =>
  step.what === 'resolved' || step.what === 'settled' ? { ...step, notes: null } : step
