/** What an open alert, or the end of a shift, leaves behind: meetings without a leader, and who could take them. */
import type { AlertRow } from '../../shared/alerts/view.ts'
import type { MeetingRow } from '../../shared/groups/view.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { Rows } from '../../shared/rows.ts'
import { dateOf } from './day.ts'
import { leads, missing, type Missing } from './holds.ts'
import { isHole, isOver } from './plan.ts'
import { candidates, type Preview } from './preview.ts'

export interface Left {
  meeting: MeetingRow
  /** the one who is missing there */
  member: MemberId
  why: 'there' | 'coming' | 'off'
  /** somebody else leads on */
  covered: boolean
  /** the best who could take it; null when nobody can */
  cover: Preview | null
}

const soon = 20 * 60_000

export function leftBehind(rows: Rows, alert: AlertRow, now: number): Left[] {
  const gone = missing(rows)
  return Object.entries(alert.responders ?? {})
    .map(([id, { is }]) => ({ member: id as MemberId, is }))
    .flatMap(({ member, is }) =>
      Object.values(rows.meetings)
        .filter(meeting => leads(meeting, member) && isNear(meeting, now))
        .map(meeting => ({ meeting, member, why: is, covered: isCovered(meeting, gone) }))
    )
    .map(left => ({ ...left, cover: left.covered ? null : coverOf(rows, left.meeting, gone, now) }))
    .sort((a, b) => Number(a.covered) - Number(b.covered) || a.meeting.startsAt - b.meeting.startsAt)
}

/** Today's meetings whose leader is off shift, and nobody else is there to lead them; the next one first. */
export function leftOff(rows: Rows, now: number): Left[] {
  const gone = missing(rows)
  return ofToday(rows, now)
    .flatMap(meeting => {
      const member = meeting.facilitator
      if (member === null || !gone.off.has(member) || !isHole(meeting, gone)) return []
      const cover = coverOf(rows, meeting, gone, now)
      return [{ meeting, member, why: 'off' as const, covered: false, cover }]
    })
    .sort((a, b) => a.meeting.startsAt - b.meeting.startsAt)
}

/** Today's meetings that lose their leader when this member's shift ends. */
export function losesLeader(rows: Rows, member: MemberId, now: number): MeetingRow[] {
  const gone = missing(rows)
  const then = { ...gone, off: new Set([...gone.off, member]) }
  return ofToday(rows, now).filter(
    meeting => leads(meeting, member) && isHole(meeting, then) && !isHole(meeting, gone)
  )
}

function ofToday(rows: Rows, now: number): MeetingRow[] {
  const zone = rows.unit['unit']?.timeZone ?? 'UTC'
  const today = dateOf(now, zone)
  return Object.values(rows.meetings).filter(
    meeting =>
      meeting.situation === 'running' || (!isOver(meeting) && dateOf(meeting.startsAt, zone) === today)
  )
}

const coverOf = (rows: Rows, meeting: MeetingRow, { away }: Missing, now: number): Preview | null =>
  candidates(rows, meeting, now).find(one => !away.has(one.member.id)) ?? null

const isNear = ({ situation, startsAt, endsAt }: MeetingRow, now: number): boolean =>
  situation === 'running' || (situation === 'scheduled' && startsAt < now + soon && endsAt > now)

const isCovered = (meeting: MeetingRow, gone: Missing): boolean =>
  !isHole({ ...meeting, situation: 'running' }, gone)
