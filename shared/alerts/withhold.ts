/** What may be told outside of the person whom an alert is about, and what of it is therefore owed or not to be done. */
import type { Floor } from '../floor.ts'
import type { StayId } from '../ids.ts'
import { owedAfter } from './afterwards.ts'
import type { Alert, Alerts } from './alert.ts'
import { owes } from './decide-overdue.ts'
import type { AlertEvent } from './event.ts'

const notice = 'family-notice'

/** The notice that is open is withheld where nobody may be told anything of the person. */
export function withheld(alert: Alert, { census }: Pick<Floor, 'census'>): AlertEvent[] {
  const is = alert.owed[notice]?.state.is
  const person = alert.stay === null ? undefined : census.stays[alert.stay]?.person
  if (person?.noInformation !== true || (is !== 'owed' && is !== 'deferred')) return []
  return [{ type: 'alert.withheld', alert: alert.id, owed: notice }]
}

/**
 * After it was said whether anybody may be told of a person: what is owed of them is withheld, or owed from now on where
 * it had not been because of that. Alerts that are open are asked when they are resolved.
 */
export function informing(alerts: Alerts, floor: Floor, stay: StayId, now: number): AlertEvent[] {
  const left = Object.values(alerts.alerts).filter(alert => alert.stay === stay && owes(alert))
  if (floor.census.stays[stay]?.person.noInformation === true)
    return left.flatMap(alert => withheld(alert, floor))
  return left.flatMap((alert): AlertEvent[] => {
    const is = alert.owed[notice]?.state.is ?? 'withheld'
    const owed = owedAfter(alert, floor, now).filter(({ kind }) => kind === notice && is === 'withheld')
    return owed.length === 0 ? [] : [{ type: 'alert.owes', alert: alert.id, owed }]
  })
}
