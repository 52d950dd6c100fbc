/** The round: everybody on the unit who is owed a look, in an order that helps. */
import type { StayRow } from '../../shared/census/view.ts'
import type { CheckInRow } from '../../shared/check-ins/view.ts'
import { isHere } from '../../shared/groups/is-here.ts'
import type { MeetingRow } from '../../shared/groups/view.ts'
import type { StayId } from '../../shared/ids.ts'
import type { Rows } from '../../shared/rows.ts'
import type { RoundOrder } from './device.ts'
import { byBed } from './people.ts'

export interface Owed {
  stay: StayRow
  check: CheckInRow
}

/** Everybody on the unit; who is watched all the time comes last, and who is away is not in it. */
export function owedOn(rows: Pick<Rows, 'stays' | 'checkIns'>, order: RoundOrder, now: number): Owed[] {
  const all = Object.values(rows.stays).flatMap(stay => {
    const check = rows.checkIns[stay.id]
    return check && !check.paused && !stay.off ? [{ stay, check }] : []
  })
  if (order === 'room') return all.sort((a, b) => byBed(a.stay, b.stay))
  return all.sort(order === 'suggested' ? bySuggestion(now) : byUrgency)
}

function byUrgency(a: Owed, b: Owed): number {
  return (a.check.due ?? Infinity) - (b.check.due ?? Infinity) || byBed(a.stay, b.stay)
}

/** As suggested, which is always before due; who is late has passed every suggestion and comes first. */
function bySuggestion(now: number): (a: Owed, b: Owed) => number {
  const when = ({ check }: Owed): number => check.suggested ?? check.due ?? Infinity
  const late = ({ check }: Owed): number => Number(isLate(check, now))
  return (a, b) => late(b) - late(a) || (late(a) ? 0 : Math.sign(when(a) - when(b)) || 0) || byUrgency(a, b)
}

export const isLate = ({ due }: Pick<CheckInRow, 'due'>, now: number): boolean => due !== null && now > due

/** Begun minutes past due. */
export const minutesLate = (due: number, now: number): number => Math.max(1, Math.ceil((now - due) / 60_000))

/** Whole minutes until due; 0 within the last one. */
export const minutesLeft = (due: number, now: number): number => Math.max(0, Math.ceil((due - now) / 60_000))

/** Percent of the interval that remains. */
export function percentLeft({ from, due }: Pick<CheckInRow, 'from' | 'due'>, now: number): number | null {
  if (due === null || due <= from) return null
  return Math.min(100, Math.max(0, ((due - now) / (due - from)) * 100))
}

/** Whether a look cannot be recorded without saying why others were missed. */
export const reasonOwed = ({ missed, reason }: Pick<CheckInRow, 'missed' | 'reason'>): boolean =>
  missed > 0 && reason === null

/** The running meeting that a person sits in. */
export function meetingWith({ meetings }: Pick<Rows, 'meetings'>, stay: StayId): MeetingRow | undefined {
  return Object.values(meetings).find(({ situation, roster }) => {
    const attendance = roster?.[stay]
    return situation === 'running' && isHere(attendance)
  })
}
