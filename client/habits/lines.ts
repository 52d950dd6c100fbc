/** What the journal counted, as lines of tables: by shift, by member and by person. Nobody is ranked. */
import { keptLooks } from '../../shared/check-ins/habit.ts'
import type { HabitRow } from '../../shared/check-ins/view-habits.ts'
import { enoughIntervals } from '../../shared/check-ins/regularity.ts'
import type { Rows } from '../../shared/rows.ts'

/** Checks in time, late and missed. */
export interface Counted {
  id: string
  onTime: number
  late: number
  missed: number
}

/** `2026-06-16` and `day`, `evening` or `night` */
export interface ShiftLine extends Counted {
  date: string
  shift: string
}

export interface MemberLine extends Counted {
  name: string
  /** looks of the last twelve hours; null: none then */
  habit: HabitRow | null
}

export interface PersonLine extends Counted {
  name: string
  bed: string
  /** coefficient of variation of the intervals; null of too few */
  regularity: number | null
}

type Shifts = Rows['shifts']

/** Fewer say nothing of anybody. */
export const isEnough = (count: number): boolean => count >= enoughIntervals

export const sum = ({ onTime, late, missed }: Omit<Counted, 'id'>): number => onTime + late + missed

function added(id: string, shifts: Shifts, of: 'members' | 'people'): Counted {
  const counts: Counted = { id, onTime: 0, late: 0, missed: 0 }
  for (const shift of Object.values(shifts)) {
    const byId: Readonly<Record<string, readonly [number, number, number]>> = shift[of]
    const [onTime, late, missed] = byId[id] ?? [0, 0, 0]
    counts.onTime += onTime
    counts.late += late
    counts.missed += missed
  }
  return counts
}

/** Newest first. What was missed counts with the shift in which it was. */
export function shiftLines(shifts: Shifts): ShiftLine[] {
  const lines = Object.values(shifts).map(one => {
    const [date = '', shift = ''] = one.id.split('~')
    const all = Object.keys(one.people).map(id => added(id, { [one.id]: one }, 'people'))
    const total = (key: 'onTime' | 'late' | 'missed') => all.reduce((so, line) => so + line[key], 0)
    return { id: one.id, date, shift, onTime: total('onTime'), late: total('late'), missed: total('missed') }
  })
  return lines.sort((a, b) => (orderOf(a) < orderOf(b) ? 1 : -1))
}

const shiftOrder: Record<string, number> = { day: 1, evening: 2, night: 3 }

/** Sorts as text: by date, then by shift as the day goes. */
export const orderOf = ({ date, shift }: Pick<ShiftLine, 'date' | 'shift'>): string =>
  `${date}~${shiftOrder[shift] ?? 0}`

/** Members of the staff who looked at anybody in these days, by name. */
export function memberLines({ members, shifts, habits }: Rows, now: number): MemberLine[] {
  const lines = Object.values(members).map(({ id, name }) => {
    const habit = habits[id]
    const recent = habit !== undefined && (habit.last ?? 0) > now - keptLooks
    return { ...added(id, shifts, 'members'), name, habit: recent ? habit : null }
  })
  return lines.filter(line => sum(line) > 0 || line.habit !== null)
}

/** Who is on the census and was owed checks in these days. */
export function personLines({ stays, shifts, checkIns }: Rows): PersonLine[] {
  const lines = Object.values(stays).map(({ id, person, alias, bed }) => ({
    ...added(id, shifts, 'people'),
    name: person?.name ?? alias,
    bed: bed ?? '',
    regularity: checkIns[id]?.regularity ?? null
  }))
  return lines.filter(line => sum(line) > 0)
}
