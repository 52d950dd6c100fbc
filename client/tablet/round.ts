/** The round: everybody on the unit who is owed a look, in an order that helps. */
import type { StayRow } from '../../shared/census/view.ts'
import type { CheckInRow } from '../../shared/check-ins/view.ts'
import type { MeetingRow } from '../../shared/groups/view.ts'
import type { StayId } from '../../shared/ids.ts'
import type { Rows } from '../../shared/rows.ts'
import { isHere } from './attendance.ts'
import type { RoundOrder } from './device.ts'
import { byBed } from './people.ts'

export interface Owed {
  stay: StayRow
  check: CheckInRow
}

/** Everybody on the unit; who is watched all the time comes last, and who is away is not in it. */
export function owedOn(rows: Pick<Rows, 'stays' | 'checkIns'>, order: RoundOrder): Owed[] {
  const all = Object.values(rows.stays).flatMap(stay => {
    const check = rows.checkIns[stay.id]
    return check && !check.paused && !stay.off ? [{ stay, check }] : []
  })
  return all.sort(order === 'room' ? (a, b) => byBed(a.stay, b.stay) : byUrgency)
}

function byUrgency(a: Owed, b: Owed): number {
  return (a.check.due ?? Infinity) - (b.check.due ?? Infinity) || byBed(a.stay, b.stay)
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
    return situation === 'running' && attendance !== undefined && isHere(attendance)
  })
}
