/** The plan of the day as rows of groups, each meeting where it stands on the axis and how it stands now. */
import type { MeetingRow } from '../../shared/groups/view.ts'
import type { Rows } from '../../shared/rows.ts'
import { leadersOf, type Missing } from '../groups/leaders.ts'
import { dateOf, spanOf, wallHours, type Span } from './day.ts'
import { missing } from './holds.ts'

export interface PlannedMeeting {
  row: MeetingRow
  /** hours of the day */
  from: number
  to: number
  /** over: ended or cancelled */
  is: 'over' | 'cancelled' | 'running' | 'waiting' | 'coming'
  /** nobody leads it: no leader, or the leader is at an alert or off shift and no other is there */
  hole: boolean
  /** hours of room for the name: to the next meeting of the row, or the end of the day */
  room: number
  /** too near the end of the day to be written after its beginning: the name ends where the meeting ends */
  eve: boolean
  /** parallel meetings of one group lie below each other */
  track: number
}

export interface PlanRow {
  group: string
  meetings: PlannedMeeting[]
  tracks: number
  /** all of it lies behind */
  done: boolean
}

export interface Plan {
  date: string
  span: Span
  now: number
  rows: PlanRow[]
}

export const isOver = ({ situation }: MeetingRow): boolean =>
  situation === 'ended' || situation === 'cancelled'

export function planOf(rows: Rows, now: number): Plan {
  const zone = rows.unit['unit']?.timeZone ?? 'UTC'
  const date = dateOf(now, zone)
  const hour = wallHours(now, zone, date)
  const today = Object.values(rows.meetings).filter(
    row => dateOf(row.startsAt, zone) === date || row.situation === 'running'
  )
  const placed = today.map(row => {
    const from = wallHours(row.startsAt, zone, date)
    return { row, from, to: from + (row.endsAt - row.startsAt) / 3_600_000 }
  })
  const span = spanOf([hour, ...placed.flatMap(({ from, to }) => [from, to])])
  const gone = missing(rows)
  const byGroup = new Map<string, Placed[]>()
  for (const one of placed) byGroup.set(one.row.group, [...(byGroup.get(one.row.group) ?? []), one])
  const planned = [...byGroup].map(([group, meetings]) => rowOf(group, meetings, span, now, gone))
  planned.sort(
    (a, b) => (a.meetings[0]?.from ?? 0) - (b.meetings[0]?.from ?? 0) || (a.group < b.group ? -1 : 1)
  )
  return { date, span, now: hour, rows: planned }
}

type Placed = Pick<PlannedMeeting, 'row' | 'from' | 'to'>
type Tracked = Placed & Pick<PlannedMeeting, 'track'>

function rowOf(group: string, placed: Placed[], span: Span, now: number, gone: Missing): PlanRow {
  const inOrder = placed.toSorted((a, b) => a.from - b.from || (a.row.id < b.row.id ? -1 : 1))
  const ends: number[] = []
  const tracked = inOrder.map(meeting => {
    const free = ends.findIndex(end => end <= meeting.from)
    const track = free < 0 ? ends.length : free
    ends[track] = meeting.to
    return { ...meeting, track }
  })
  const meetings = tracked.map((meeting, place): PlannedMeeting => {
    const beside = (others: Tracked[]) => others.find(other => other.track === meeting.track)
    const near = beside(tracked.slice(0, place).reverse())
    const next = beside(tracked.slice(place + 1))
    const eve = isEve(meeting, span) && !next
    const until = next
      ? isEve(next, span) && isLast(next, tracked)
        ? (meeting.to + next.from) / 2
        : next.from
      : span.to
    const room = eve ? meeting.to - (near ? (near.to + meeting.from) / 2 : span.from) : until - meeting.from
    return { ...meeting, room, eve, is: standing(meeting.row, now), hole: isHole(meeting.row, gone, now) }
  })
  return { group, meetings, tracks: ends.length, done: meetings.every(({ row }) => isOver(row)) }
}

const isEve = ({ from }: Placed, { from: begin, to }: Span): boolean => to - from < 0.14 * (to - begin)

const isLast = (meeting: Tracked, all: Tracked[]): boolean =>
  all.findLast(({ track }) => track === meeting.track) === meeting

function standing(row: MeetingRow, now: number): PlannedMeeting['is'] {
  if (row.situation === 'ended') return 'over'
  if (row.situation === 'cancelled' || row.situation === 'running') return row.situation
  return row.startsAt <= now ? 'waiting' : 'coming'
}

/** Nobody is planned to lead it, or of those who are nobody does (client/groups/leaders.ts). */
export function isHole(row: MeetingRow, gone: Missing, now: number): boolean {
  if (isOver(row)) return false
  if (row.facilitator === null && row.situation !== 'running') return true
  return leadersOf(row, gone, now).length === 0
}
