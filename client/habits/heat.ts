/** Weekdays by hours, cell by cell: what is shown of each. */
import type { Night } from '../../shared/profile/codes.ts'
import { isInNight } from '../../shared/profile/local-time.ts'
import type { HeatRow } from '../../shared/check-ins/view-habits.ts'

/** `none`: no check was owed then, which is not the same as none late. */
export type Step = 'none' | 'zero' | 'few' | 'some' | 'many'

export interface Cell {
  /** checks that came late or were missed, and all that were owed */
  late: number
  owed: number
  step: Step
}

export const hours: readonly number[] = Array.from({ length: 24 }, (_, hour) => hour)

export const hourText = (hour: number): string => String(hour).padStart(2, '0')

/** Below 5 % few, from 15 % many. */
export function stepOf({ late, owed }: Pick<Cell, 'late' | 'owed'>): Step {
  if (owed === 0) return 'none'
  if (late === 0) return 'zero'
  const share = late / owed
  return share < 0.05 ? 'few' : share < 0.15 ? 'some' : 'many'
}

const cell = (late: number, owed: number): Cell => ({ late, owed, step: stepOf({ late, owed }) })

/** Seven days from Monday, of 24 hours each. */
export const cellsOf = ({ late, owed }: Pick<HeatRow, 'late' | 'owed'>): Cell[][] =>
  owed.map((day, weekday) => day.map((count, hour) => cell(late[weekday]?.[hour] ?? 0, count)))

/** All of these cells together. */
export const together = (cells: readonly Cell[]): Cell =>
  cell(
    cells.reduce((so, one) => so + one.late, 0),
    cells.reduce((so, one) => so + one.owed, 0)
  )

/** Whether an hour begins at night. */
export const isNightHour = (hour: number, night: Night): boolean => isInNight(`${hourText(hour)}:00`, night)

/** Neighbouring hours that are alike night or day, as heads above them. */
export function spansOf(night: Night): { night: boolean; hours: number[] }[] {
  const spans: { night: boolean; hours: number[] }[] = []
  for (const hour of hours) {
    const dark = isNightHour(hour, night)
    const last = spans.at(-1)
    if (last?.night === dark) last.hours.push(hour)
    else spans.push({ night: dark, hours: [hour] })
  }
  return spans
}

/** Where an arrow key leads from a cell, as weekday and hour; the edge of the map holds. */
export function steppedTo(key: string, [day, hour]: readonly [number, number]): [number, number] | null {
  const within = (value: number, last: number): number => Math.min(last, Math.max(0, value))
  if (key === 'ArrowUp' || key === 'ArrowDown') return [within(day + (key === 'ArrowDown' ? 1 : -1), 6), hour]
  if (key === 'ArrowLeft' || key === 'ArrowRight')
    return [day, within(hour + (key === 'ArrowRight' ? 1 : -1), 23)]
  if (key === 'Home' || key === 'End') return [day, key === 'Home' ? 0 : 23]
  return null
}
