import { seesPeople, seesStaff, type Audience } from '../audience.ts'
import type { AlertId, MemberId, PlaceId, StayId } from '../ids.ts'
import { remember, rowsOf } from '../memo.ts'
import type { Rung } from '../profile/profile.ts'
import type { Alert, Alerts, AlertSituation, Answer } from './alert.ts'
import type { AlertKind, Priority } from './kind.ts'

/**
 * Absent for `wall-public`; silent ones also where a tablet is locked, for who stands before it may be the danger.
 * Ended alerts stay in view for some hours. Notes are never in a row.
 */
export interface AlertRow {
  id: AlertId
  kind: AlertKind
  priority: Priority
  place: PlaceId | null
  silent: boolean
  drill: boolean
  raisedAt: number
  /** when it began; before `raisedAt` when it could not be sent at once */
  seenAt: number
  raisedSeq: number
  situation: AlertSituation['is']
  since: number
  needed: number
  ladder: readonly Rung[]
  /** how many rungs have been reached */
  told: number
  /** how many of each, also where names may not be shown */
  coming: number
  there: number
  /** null where people, or staff, are not shown */
  stay: StayId | null
  raisedBy: MemberId | null
  responders: Readonly<Record<MemberId, { is: 'coming' | 'there'; at: number }>> | null
  answer: { by: MemberId; answer: Answer; lapses: number | null } | null
  endedBy: MemberId | null
  action: string | null
}

const alertRow = remember((alert: Alert, audience: Audience): AlertRow | null => {
  if (alert.silent && !seesStaff(audience)) return null
  const { id, kind, priority, place, silent, drill, raisedAt, seenAt, raisedSeq } = alert
  const { situation, needed, ladder, told } = alert
  return {
    id,
    kind,
    priority,
    place,
    silent,
    drill,
    raisedAt,
    seenAt,
    raisedSeq,
    situation: situation.is,
    since: situation.since,
    needed,
    ladder,
    told,
    ...counts(alert),
    stay: seesPeople(audience) ? alert.stay : null,
    ...staffPart(alert, audience)
  }
})

function counts({ responders }: Alert): { coming: number; there: number } {
  const all = Object.values(responders)
  return {
    coming: all.filter(r => r.is === 'coming').length,
    there: all.filter(r => r.is === 'there').length
  }
}

function staffPart(
  { raisedBy, responders, situation }: Alert,
  audience: Audience
): Pick<AlertRow, 'raisedBy' | 'responders' | 'answer' | 'endedBy' | 'action'> {
  if (!seesStaff(audience))
    return { raisedBy: null, responders: null, answer: null, endedBy: null, action: null }
  const acknowledged = situation.is === 'acknowledged' ? situation : null
  const over = situation.is === 'resolved' || situation.is === 'cancelled' ? situation : null
  return {
    raisedBy: raisedBy.kind === 'member' ? raisedBy.member : null,
    responders,
    answer: acknowledged && { by: acknowledged.by, answer: acknowledged.answer, lapses: acknowledged.lapses },
    endedBy: over ? over.by : null,
    action: situation.is === 'resolved' && audience !== 'wall' ? situation.action : null
  }
}

const none: Record<string, AlertRow> = {}

export const viewAlerts = remember(
  (alerts: Alerts['alerts'], audience: Audience): Record<string, AlertRow> => {
    return audience === 'wall-public' ? none : rowsOf(alerts, alert => alertRow(alert, audience))
  }
)
