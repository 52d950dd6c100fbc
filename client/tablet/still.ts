/** What of the last look may be offered again, for a tap that confirms that nothing changed. A suggestion only. */
import type { CheckInRow, CheckRow } from '../../shared/check-ins/view.ts'
import type { StayRow } from '../../shared/census/view.ts'
import type { PlaceId } from '../../shared/ids.ts'
import { codesInUse } from '../../shared/profile/standing.ts'
import type { Rows } from '../../shared/rows.ts'
import { activityWords } from '../../shared/words/round-words.ts'
import { isOver } from '../alerts/open-alerts.ts'
import type { LiveBoard } from '../live/live-board.ts'
import { inSamePart } from './night.ts'
import { meetingWith, type Owed } from './round.ts'

export interface Still {
  place: PlaceId
  activity: string
  presentation: string
  /** when it was seen so (milliseconds since 1970) */
  seenAt: number
}

/** What may well be the same for hours. All else, and a unit's own words, ask for a fresh look each time. */
const steady: readonly string[] = ['calm', 'anxious', 'withdrawn']

type Seen = Pick<LiveBoard, 'rows' | 'sendings'>

/** Null where anything came between, or could have: then how the person looks is asked. `now`: an instant. */
export function stillOf({ rows, sendings }: Seen, { stay, check }: Owed, now: number): Still | null {
  const { last } = check
  if (!last || last.place === null || !steady.includes(last.presentation)) return null
  if (isOld(check, last, rows, now) || isOtherwise(rows, stay, check, last)) return null
  if (sendings.some(({ fields }) => fields.type.startsWith('check-in.') && fields['stay'] === stay.id))
    return null
  const { place, activity, presentation, seenAt } = last
  return { place, activity, presentation, seenAt }
}

/** Older than two intervals, of the day while it is night or the other way round, or not the moment that counts. */
function isOld({ from, due }: CheckInRow, { seenAt }: CheckRow, { unit }: Rows, now: number): boolean {
  const clock = unit['unit']
  if (due === null || !clock || seenAt !== from) return true
  return now - seenAt > 2 * (due - from) || !inSamePart(seenAt, now, clock)
}

/** The board knows already that something is not as it was: a place, a level, a group, an alert about the person. */
function isOtherwise(rows: Rows, stay: StayRow, { level }: CheckInRow, last: CheckRow): boolean {
  const activities = rows.unit['unit']?.codes?.activities
  return (
    stay.place !== last.place ||
    !rows.places[stay.place ?? ''] ||
    level !== last.level ||
    (meetingWith(rows, stay.id) !== undefined) !== (last.activity === 'in-group') ||
    !codesInUse(activities, Object.keys(activityWords)).includes(last.activity) ||
    isInAlert(rows, stay, last.seenAt)
  )
}

const isInAlert = ({ alerts }: Rows, { id }: StayRow, since: number): boolean =>
  Object.values(alerts).some(
    alert => alert.stay === id && !alert.drill && (!isOver(alert) || alert.raisedAt > since)
  )
