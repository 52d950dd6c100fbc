/** What an open alert, or the end of a shift, leaves behind: meetings without a leader, and who could take them. */
import type { AlertRow } from '../../shared/alerts/view.ts'
import { isNear } from '../../shared/groups/against.ts'
import type { MeetingRow } from '../../shared/groups/view.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { Rows } from '../../shared/rows.ts'
import { isOver as isEnded } from '../alerts/open-alerts.ts'
import { leads, leadersOf, type Missing } from '../groups/leaders.ts'
import { dateOf } from './day.ts'
import { holdingOf, missing } from './holds.ts'
import { isHole, isOver } from './plan.ts'
import { candidates, isFree, previewOf, type Preview } from './preview.ts'

export interface Left {
  meeting: MeetingRow
  /** the one who is missing there */
  member: MemberId
  why: 'there' | 'coming' | 'off'
  /** who leads on: a co-facilitator who stayed, or to whom it was given since */
  led: MemberId | null
  /** the best who could take it; null when nobody can, or who leads on leads it in their own right */
  cover: Preview | null
}

/** What its responders lead now or within half an hour, what nobody leads first. What was given away since stays in the list. */
export function leftBehind(rows: Rows, alert: AlertRow, now: number): Left[] {
  const gone = missing(rows)
  return Object.entries(alert.responders ?? {})
    .map(([id, { is }]) => ({ member: id as MemberId, is }))
    .flatMap(({ member, is }) =>
      Object.values(rows.meetings)
        .filter(meeting => isLeft(meeting, now) && (leads(meeting, member) || gaveUp(meeting, member, alert)))
        .map(meeting => leftOf(rows, meeting, member, is, gone, now))
    )
    .sort(byNeed)
}

function leftOf(
  rows: Rows,
  meeting: MeetingRow,
  member: MemberId,
  why: Left['why'],
  gone: Missing,
  now: number
): Left {
  const led = leadersOf({ ...meeting, situation: 'running' }, gone, now)[0] ?? null
  return { meeting, member, why, led, cover: coverOf(rows, meeting, led, gone, now) }
}

const byNeed = (a: Left, b: Left): number =>
  Number(a.led !== null) - Number(b.led !== null) || a.meeting.startsAt - b.meeting.startsAt

/** Of several alerts: who answers two leaves a group but once. */
export function leftBehindAll(rows: Rows, alerts: readonly AlertRow[], now: number): Left[] {
  const all = [...alerts.flatMap(alert => leftBehind(rows, alert, now)), ...leftOff(rows, now)]
  return all
    .filter((one, place) => all.findIndex(({ meeting }) => meeting.id === one.meeting.id) === place)
    .sort(byNeed)
}

/** Meetings whose leader is off shift now that it matters, and nobody else is there to lead them; the next one first. */
export function leftOff(rows: Rows, now: number): Left[] {
  const gone = missing(rows)
  return ofToday(rows, now)
    .flatMap(meeting => {
      const member = meeting.facilitator
      if (member === null || !gone.off.has(member) || !isHole(meeting, gone, now)) return []
      return [{ ...leftOf(rows, meeting, member, 'off', gone, now), led: null }]
    })
    .sort(byNeed)
}

/** Today's meetings that lose their leader when this member's shift ends; also the later ones, for nobody comes back. */
export function losesLeader(rows: Rows, member: MemberId, now: number): MeetingRow[] {
  const gone = missing(rows)
  const then = { ...gone, off: new Set([...gone.off, member]) }
  const lost = (meeting: MeetingRow, without: Missing) =>
    leadersOf({ ...meeting, startsAt: Math.min(meeting.startsAt, now) }, without, now).length === 0
  return ofToday(rows, now).filter(
    meeting => leads(meeting, member) && lost(meeting, then) && !lost(meeting, gone)
  )
}

export interface Back {
  meeting: MeetingRow
  to: MemberId
}

/** Groups that still run and were given away for an alert that is over: who led them could have them back. */
export function giveBacks(rows: Rows, now: number): Back[] {
  const { away } = missing(rows)
  const alerts = Object.values(rows.alerts)
  return Object.values(rows.meetings)
    .flatMap(meeting => {
      const to = meeting.reassigned?.from ?? null
      const member = to === null ? undefined : rows.members[to]
      if (meeting.situation !== 'running' || !member || away.has(member.id)) return []
      const over = alerts.some(alert => gaveUp(meeting, member.id, alert))
      const could = over && isFree(previewOf(rows, meeting, member, now))
      return could ? [{ meeting, to: member.id }] : []
    })
    .sort((a, b) => a.meeting.startsAt - b.meeting.startsAt)
}

/** It was theirs, and was given to another while they answered this alert. */
function gaveUp({ reassigned, facilitator }: MeetingRow, member: MemberId, alert: AlertRow): boolean {
  const given = reassigned?.from === member && facilitator !== member
  const until = alert.resolvedAt ?? (isEnded(alert) ? alert.since : Infinity)
  const during = given && reassigned.at >= alert.raisedAt && reassigned.at <= until
  return during && alert.responders?.[member] !== undefined
}

function ofToday(rows: Rows, now: number): MeetingRow[] {
  const zone = rows.unit['unit']?.timeZone ?? 'UTC'
  const today = dateOf(now, zone)
  return Object.values(rows.meetings).filter(
    meeting =>
      meeting.situation === 'running' || (!isOver(meeting) && dateOf(meeting.startsAt, zone) === today)
  )
}

/** The co-facilitator who stayed; else one who leads it with them; else the best of who is free. */
function coverOf(
  rows: Rows,
  meeting: MeetingRow,
  led: MemberId | null,
  { away }: Missing,
  now: number
): Preview | null {
  const could = candidates(rows, meeting, now).filter(
    ({ member }) => !away.has(member.id) && !isBusy(rows, member.id, meeting, now)
  )
  if (led !== null) return could.find(({ member }) => member.id === led) ?? null
  return could.find(({ member }) => meeting.coFacilitators.includes(member.id)) ?? could[0] ?? null
}

/** Leads another group at this moment, also where that one should be over by now, and this one is due. */
function isBusy(rows: Rows, member: MemberId, meeting: MeetingRow, now: number): boolean {
  const row = rows.members[member]
  const holds = row && holdingOf(rows, row, now).now
  const due = meeting.situation === 'running' || meeting.startsAt <= now
  return due && holds?.is === 'meeting' && holds.meeting.id !== meeting.id
}

/** What should be over by now, and never began, is left behind by nobody. */
const isLeft = (meeting: MeetingRow, now: number): boolean =>
  isNear(meeting, now) && (meeting.situation === 'running' || meeting.endsAt > now)
