/** What an open alert leaves behind: the meetings of those who answer it, and who could take them meanwhile. */
import type { AlertRow } from '../../shared/alerts/view.ts'
import type { MeetingRow } from '../../shared/groups/view.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { Rows } from '../../shared/rows.ts'
import { away, leads } from './holds.ts'
import { isHole } from './plan.ts'
import { candidates, type Preview } from './preview.ts'

export interface Left {
  meeting: MeetingRow
  /** the one who answers the alert */
  member: MemberId
  there: boolean
  /** somebody else leads on */
  covered: boolean
  /** the best who could take it; null when nobody can */
  cover: Preview | null
}

const soon = 20 * 60_000

export function leftBehind(rows: Rows, alert: AlertRow, now: number): Left[] {
  const gone = away(rows)
  return Object.entries(alert.responders ?? {})
    .map(([id, { is }]) => ({ member: id as MemberId, is }))
    .flatMap(({ member, is }) =>
      Object.values(rows.meetings)
        .filter(meeting => leads(meeting, member) && isNear(meeting, now))
        .map(meeting => ({ meeting, member, there: is === 'there', covered: isCovered(meeting, gone) }))
    )
    .map(left => ({
      ...left,
      cover: left.covered
        ? null
        : (candidates(rows, left.meeting, now).find(one => !gone.has(one.member.id)) ?? null)
    }))
    .sort((a, b) => Number(a.covered) - Number(b.covered) || a.meeting.startsAt - b.meeting.startsAt)
}

const isNear = ({ situation, startsAt, endsAt }: MeetingRow, now: number): boolean =>
  situation === 'running' || (situation === 'scheduled' && startsAt < now + soon && endsAt > now)

const isCovered = (meeting: MeetingRow, gone: ReadonlySet<MemberId>): boolean =>
  !isHole({ ...meeting, situation: 'running' }, gone)
