/** The last totals as a line: where its points lie. */
import { profiles } from '../../shared/withdrawal/profiles/profiles.ts'
import type { WithdrawalRow } from '../../shared/withdrawal/view.ts'

export const width = 132
export const height = 44
const edge = 5

export interface Point {
  x: number
  y: number
  total: number
  danger: boolean
}

/** The lowest total that raises an alert by itself. */
export const alertsFrom = ({ profile }: Pick<WithdrawalRow, 'profile'>): number =>
  Math.min(...profiles[profile].alerts.map(({ from }) => from))

/** The same room for each of twelve, the latest at the right; up to a little above the total that raises an alert. */
export function lineOf(row: Pick<WithdrawalRow, 'profile' | 'trend'>): { points: Point[]; bound: number } {
  const top = Math.max(alertsFrom(row) * 1.2, ...row.trend.map(({ total }) => total))
  const yOf = (total: number): number => round(height - edge - (total / top) * (height - 2 * edge))
  const step = (width - 2 * edge) / 11
  const points = row.trend.map(({ total, danger }, place) => {
    return { x: round(width - edge - (row.trend.length - 1 - place) * step), y: yOf(total), total, danger }
  })
  return { points, bound: yOf(alertsFrom(row)) }
}

const round = (figure: number): number => Math.round(figure * 10) / 10
