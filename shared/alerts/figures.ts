/**
 * Figures of what was answered how fast. Percentiles are by nearest rank (definition 1 of Hyndman & Fan, "Sample
 * quantiles in statistical packages", The American Statistician 50, 1996): always a value that was measured.
 */
import type { AlertKind } from './kind.ts'
import type { AlertRow, PastAlertRow } from './view.ts'

/** The smallest value that at least `percent` of the values do not exceed; null of none. */
export function percentile(values: readonly number[], percent: number): number | null {
  const rank = Math.max(1, Math.ceil((percent / 100) * values.length))
  return values.toSorted((a, b) => a - b)[rank - 1] ?? null
}

/** How many values the 90th percentile needs: of fewer it is but their largest. */
export const enough = 5

/** Milliseconds; `high` is the 90th percentile, null also where there are too few. */
export interface Spread {
  count: number
  median: number | null
  high: number | null
}

export function spreadOf(values: readonly (number | null)[]): Spread {
  const known = values.filter(value => value !== null)
  const high = known.length < enough ? null : percentile(known, 90)
  return { count: known.length, median: percentile(known, 50), high }
}

export type ShiftName = 'day' | 'evening' | 'night'
const shifts: readonly ShiftName[] = ['day', 'evening', 'night']

/** By the clock on the wall of the unit: day 07 to 15, evening 15 to 23, night 23 to 07. */
export function shiftOf(at: number, timeZone: string): ShiftName {
  const hour = hourOf(at, timeZone)
  if (hour >= 7 && hour < 15) return 'day'
  return hour >= 15 && hour < 23 ? 'evening' : 'night'
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Screens and the server count alike, also where a browser has no Temporal yet. */
function hourOf(at: number, timeZone: string): number {
  const known = clocks.get(timeZone)
  const clock = known ?? new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' })
  if (!known) clocks.set(timeZone, clock)
  return Number(clock.format(at))
}

export interface Figures<Of> {
  of: Of
  count: number
  answered: Spread
  onScene: Spread
  resolved: Spread
}

interface Over {
  alerts: Readonly<Record<string, AlertRow>>
  pastAlerts: Readonly<Record<string, PastAlertRow>>
}

/** All that are closed or were taken back: what has left the view, and what has not yet. */
export function over({ alerts, pastAlerts }: Over): PastAlertRow[] {
  const recent = Object.values(alerts).flatMap(recentOf)
  return [...Object.values(pastAlerts), ...recent.filter(({ id }) => !Object.hasOwn(pastAlerts, id))]
}

function recentOf(row: AlertRow): PastAlertRow[] {
  const { id, kind, priority, place, silent, drill, raisedAt, raisedSeq, situation, times, reached } = row
  if (situation !== 'closed' && situation !== 'cancelled') return []
  const took = (at: number | null = null): number | null => (at === null ? null : at - raisedAt)
  return [
    {
      ...{ id, kind, priority, place, silent, drill, raisedAt, raisedSeq, ended: situation },
      merged: times - 1,
      answered: took(reached?.answered),
      onScene: took(reached?.onScene),
      resolved: took(reached?.resolved)
    }
  ]
}

/** Drills or the rest, newest first. */
export function listed(past: readonly PastAlertRow[], drill: boolean): PastAlertRow[] {
  return past.filter(one => one.drill === drill).toSorted((a, b) => b.raisedAt - a.raisedAt)
}

/** What was taken back as a mistake says nothing of how fast people come. */
const counted = (past: readonly PastAlertRow[]): PastAlertRow[] =>
  past.filter(({ ended }) => ended === 'closed')

/** One line for each kind there was, the most frequent first. */
export function byKind(past: readonly PastAlertRow[]): Figures<AlertKind>[] {
  const kinds = new Set(counted(past).map(({ kind }) => kind))
  return [...kinds]
    .map(kind =>
      figuresOf(
        kind,
        past.filter(one => one.kind === kind)
      )
    )
    .toSorted((a, b) => b.count - a.count || a.of.localeCompare(b.of))
}

/** All three, also where there was nothing. */
export const byShift = (past: readonly PastAlertRow[], timeZone: string): Figures<ShiftName>[] =>
  shifts.map(shift =>
    figuresOf(
      shift,
      past.filter(({ raisedAt }) => shiftOf(raisedAt, timeZone) === shift)
    )
  )

export function figuresOf<Of>(of: Of, past: readonly PastAlertRow[]): Figures<Of> {
  const all = counted(past)
  return {
    of,
    count: all.length,
    answered: spreadOf(all.map(one => one.answered)),
    onScene: spreadOf(all.map(one => one.onScene)),
    resolved: spreadOf(all.map(one => one.resolved))
  }
}
