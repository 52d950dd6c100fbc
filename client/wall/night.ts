/** What matters in the night: who is watched without a break, and who was awake when last seen. */
import type { CheckInRow } from '../../shared/check-ins/view.ts'
import type { StayRow } from '../../shared/census/view.ts'
import type { Rows } from '../../shared/rows.ts'
import { themeFor } from '../ui/theme.svelte.ts'

export interface Awake {
  stay: StayRow
  /** a code, of which the unit may have its own label */
  activity: string
  /** milliseconds since 1970 */
  seenAt: number
}

/** Night by the unit's own clock, as for the theme; `hour` is local, null while not known. */
export const isNight = (hour: number | null): boolean => themeFor('auto', hour, false) === 'night'

/** Levels at which somebody stays with the person; by bed. */
export function watched({ stays }: Pick<Rows, 'stays'>): StayRow[] {
  const constant = Object.values(stays).filter(({ level, off }) => !level.startsWith('q') && off === null)
  return constant.sort(byBed)
}

/** Latest first: who was seen awake a moment ago is most likely still awake. */
export function awake({ checkIns, stays }: Pick<Rows, 'checkIns' | 'stays'>): Awake[] {
  return Object.values(checkIns)
    .flatMap(({ id, activity, from }: CheckInRow) => {
      const stay = stays[id]
      if (!stay || stay.off !== null || activity === null || activity === 'eyes-closed') return []
      return [{ stay, activity, seenAt: from }]
    })
    .sort((a, b) => b.seenAt - a.seenAt || byBed(a.stay, b.stay))
}

const byBed = (a: StayRow, b: StayRow): number =>
  (a.bed ?? a.alias).localeCompare(b.bed ?? b.alias, 'en', { numeric: true })
