/** How withdrawal watch stands: how many people are watched, and of how many a score is late. */
import type { Rows } from '../../shared/rows.ts'

/** Late from the minute it is due, as on a wall; `now` in milliseconds since 1970. */
export function withdrawalsOf(
  rows: Pick<Rows, 'withdrawals'>,
  now: number
): { people: number; late: number } {
  const watches = Object.values(rows.withdrawals)
  const late = watches.filter(({ due }) => due !== null && due <= now)
  return { people: new Set(watches.map(stayOf)).size, late: new Set(late.map(stayOf)).size }
}

const stayOf = ({ stay }: { stay: string }): string => stay
