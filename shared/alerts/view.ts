import { seesPeople, seesStaff, type Audience } from '../audience.ts'
import type { AlertId, MemberId, PlaceId, StayId } from '../ids.ts'
import { remember, rowsOf } from '../memo.ts'
import type { Rung } from '../profile/profile.ts'
import {
  isFor,
  raiserOf,
  raisersOf,
  type Alert,
  type Alerts,
  type AlertSituation,
  type Answer,
  type Lapsed,
  type PastAlert
} from './alert.ts'
import type { AlertKind, Priority, ResponseRole } from './kind.ts'
import { memberPart, type MemberPart } from './view-after.ts'

/**
 * Absent for `wall-public`; silent ones also where a tablet is locked, for who stands before it may be the danger.
 * Ended alerts stay in view for some hours. Notes are never in a row.
 */
export interface AlertRow extends MemberPart {
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
  /** how many rungs have been reached, and what their minutes count from */
  told: number
  ladderFrom: number
  /** how many of each, also where names may not be shown */
  coming: number
  there: number
  /** how many raised it: 1, and one for each that was merged into it */
  times: number
  /** this is the same event as that one: look there */
  into: AlertId | null
  /** no display had it on its glass 5 s after it was raised */
  unshown: boolean
  /** null where people, or staff, are not shown */
  stay: StayId | null
  raisedBy: MemberId | null
  raisers: readonly MemberId[] | null
  responders: Readonly<
    Record<MemberId, { is: 'coming' | 'there'; at: number; role: ResponseRole | null }>
  > | null
  /** whom a raiser asked for by name and who has not answered yet */
  called: readonly MemberId[] | null
  declined: readonly MemberId[] | null
  /**
   * whose answer ran out with nobody there, oldest first, and who has not come, answered or declined since; `at`: since
   * when it stood; `answer` `handled`: they said so and did not mean to come
   */
  lapsed: readonly Lapsed[] | null
  answer: { by: MemberId; answer: Answer; lapses: number | null } | null
  endedBy: MemberId | null
  /** who said that nobody is in danger any more, while it stands so */
  containedBy: MemberId | null
}

const alertRow = remember((alert: Alert, audience: Audience): AlertRow | null => {
  if (!isFor(alert, audience)) return null
  const { id, kind, priority, place, silent, drill, raisedAt, seenAt, raisedSeq } = alert
  const { situation, needed, ladder, told, ladderFrom, merged, unshown } = alert
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
    ladderFrom,
    ...counts(alert),
    times: 1 + merged.length,
    into: situation.is === 'merged' ? situation.into : null,
    unshown,
    stay: seesPeople(audience) ? alert.stay : null,
    ...staffPart(alert, audience),
    ...memberPart(alert, audience)
  }
})

function counts({ responders }: Alert): { coming: number; there: number } {
  const all = Object.values(responders)
  return {
    coming: all.filter(r => r.is === 'coming').length,
    there: all.filter(r => r.is === 'there').length
  }
}

type StaffPart = Pick<
  AlertRow,
  | 'raisedBy'
  | 'raisers'
  | 'responders'
  | 'called'
  | 'declined'
  | 'lapsed'
  | 'answer'
  | 'endedBy'
  | 'containedBy'
>

const noStaff: StaffPart = {
  raisedBy: null,
  raisers: null,
  responders: null,
  called: null,
  declined: null,
  lapsed: null,
  answer: null,
  endedBy: null,
  containedBy: null
}

function staffPart(alert: Alert, audience: Audience): StaffPart {
  if (!seesStaff(audience)) return noStaff
  const { responders, called, declined, lapsed, situation, outcome } = alert
  const acknowledged = situation.is === 'acknowledged' ? situation : null
  return {
    raisedBy: raiserOf(alert),
    raisers: raisersOf(alert),
    responders,
    called: Object.keys(called) as MemberId[],
    declined: Object.keys(declined) as MemberId[],
    lapsed,
    answer: acknowledged && { by: acknowledged.by, answer: acknowledged.answer, lapses: acknowledged.lapses },
    endedBy: situation.is === 'cancelled' ? situation.by : (outcome?.by ?? null),
    containedBy: situation.is === 'contained' ? situation.by : null
  }
}

const none: Record<string, AlertRow> = {}

export const viewAlerts = remember(
  (alerts: Alerts['alerts'], audience: Audience): Record<string, AlertRow> => {
    return audience === 'wall-public' ? none : rowsOf(alerts, alert => alertRow(alert, audience))
  }
)

/** Alerts that ended, for the record and its figures: charge staff only. No person and nobody of the staff. */
export type PastAlertRow = PastAlert

const noPast: Record<string, PastAlertRow> = {}

export const viewPastAlerts = (past: Alerts['past'], audience: Audience): Record<string, PastAlertRow> =>
  audience === 'charge' ? past : noPast
