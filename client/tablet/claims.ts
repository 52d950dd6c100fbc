/** How much of this screen an alert may take, and what its member would leave behind. */
import type { AlertRow } from '../../shared/alerts/view.ts'
import type { MeetingRow } from '../../shared/groups/view.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { Tells } from '../../shared/profile/profile.ts'
import type { Rows } from '../../shared/rows.ts'
import { rank } from '../../shared/alerts/priority.ts'
import { isContained } from './contained.ts'
import { isAnsweredBy, isOver, openAlerts, stillNeeded } from '../alerts/open-alerts.ts'

/** `whole`: the screen, until answered. `strip`: a line above the work. */
export type Claim = 'whole' | 'strip'

/**
 * What takes a member's screen who responds to a real alert is at least as urgent as that, and never a drill; where that
 * one is contained only a drill is kept off.
 */
function isKeptOff(alert: AlertRow, me: MemberId, open: readonly AlertRow[]): boolean {
  const held = open.filter(one => !one.drill && !isOver(one) && one.responders?.[me] !== undefined)
  if (alert.drill) return held.length > 0
  return held.some(
    one => one.id !== alert.id && !isContained(one) && rank[one.priority] > rank[alert.priority]
  )
}

/**
 * A low alert never takes the screen, nor one that is contained. Any other does until this member has answered, said that
 * they cannot come or that it is handled, or handed it on (`handedOn`: alert to member), or enough people come. One that
 * was put aside comes back when its answer ran out or was taken back, and when it becomes worse. `open`: all open alerts.
 */
export function claimOf(
  alert: AlertRow,
  me: MemberId,
  asides: ReadonlyMap<string, string>,
  handedOn: Readonly<Record<string, MemberId>> = {},
  open: readonly AlertRow[] = []
): Claim | null {
  if (isOver(alert)) return null
  if (isKeptOff(alert, me, open)) return 'strip'
  if (isContained(alert) || alert.priority === 'low' || asides.get(alert.id) === loudness(alert))
    return 'strip'
  if (isAnsweredBy(alert, me) || alert.answer?.by === me) return 'strip'
  const to = handedOn[alert.id]
  if (to !== undefined && alert.responders?.[to]) return 'strip'
  return alert.situation === 'raised' || stillNeeded(alert) > 0 ? 'whole' : 'strip'
}

/** Changes whenever an alert that was put aside has to be seen again. */
export const loudness = ({ priority, situation, since }: AlertRow): string =>
  `${priority} ${situation === 'raised' ? `raised ${since}` : 'held'}`

/** Whom it tells at once that this member cannot come; null where it rests on others, or all have been told. */
export function toldByDeclining({ situation, answer, ladder, told }: AlertRow, me: MemberId): Tells | null {
  const open = situation === 'raised' || (situation === 'acknowledged' && answer?.by === me)
  return open ? (ladder[told]?.tells ?? null) : null
}

/** The running meetings that a member leads, and who could lead each instead. */
export function leftBehind(rows: Rows, me: MemberId): { meeting: MeetingRow; by: MemberId | null }[] {
  const led = Object.values(rows.meetings).filter(({ situation, facilitator }) => {
    return situation === 'running' && facilitator === me
  })
  return led.map(meeting => ({ meeting, by: cover(rows, meeting, me) }))
}

/** Who helps lead it already, else whoever is free. */
function cover(rows: Rows, meeting: MeetingRow, me: MemberId): MemberId | null {
  const free = (id: MemberId) => id !== me && rows.members[id]?.onShift === true && !isBusy(rows, id)
  const seconds = meeting.coFacilitators.filter(free)
  return seconds[0] ?? (Object.keys(rows.members) as MemberId[]).filter(free).sort()[0] ?? null
}

/** Leads a running meeting or answers an open alert. */
export function isBusy(rows: Rows, member: MemberId): boolean {
  const leads = Object.values(rows.meetings).some(({ situation, facilitator }) => {
    return situation === 'running' && facilitator === member
  })
  return leads || openAlerts(rows.alerts).some(({ responders }) => responders?.[member] !== undefined)
}
