/** What is kept of alerts after they have left the view. */
import { isEnded, type Alert, type Alerts, type PastAlert } from './alert.ts'
import { tookOf } from './took.ts'

/** How long an alert stays in view once nothing is owed any more, in milliseconds. */
export const keptFor = 12 * 3_600_000
/** How long, and how many at most, the figures look back. */
const figuresFor = 92 * 86_400_000
const most = 500

/** Lets go of what has been over long enough, and keeps what its figures need. */
export function withoutOld({ alerts, past }: Alerts, now: number): Alerts {
  const old = Object.values(alerts).filter(alert => isEnded(alert) && alert.situation.since <= now - keptFor)
  if (old.length === 0) return { alerts, past }
  const gone = new Set<string>(old.map(({ id }) => id))
  const kept = Object.fromEntries(Object.entries(alerts).filter(([id]) => !gone.has(id)))
  const all = [...Object.values(past), ...old.flatMap(alert => pastOf(alert) ?? [])]
    .filter(({ raisedAt }) => raisedAt > now - figuresFor)
    .sort((a, b) => a.raisedAt - b.raisedAt)
    .slice(-most)
  return { alerts: kept, past: Object.fromEntries(all.map(one => [one.id, one])) }
}

/** Null where it is the same event as another: that one is counted. */
export function pastOf(alert: Alert): PastAlert | null {
  const { id, kind, priority, place, silent, drill, raisedAt, raisedSeq, situation, merged, reached } = alert
  if (situation.is !== 'closed' && situation.is !== 'cancelled') return null
  const { answered, onScene, resolved } = tookOf(raisedAt, reached)
  return {
    ...{ id, kind, priority, place, silent, drill, raisedAt, raisedSeq },
    ended: situation.is,
    merged: merged.length,
    ...{ answered, onScene, resolved }
  }
}
