/**
 * Habits that can be seen in the looks of one member: for talking about, never a score of anybody. Plain functions of
 * looks in order of when they were made.
 */
import type { Habits, Look } from './habit.ts'

type At = Pick<Look, 'stay' | 'seenAt'>

/** Below this many intervals nothing is said of how regular they are. */
export const enoughIntervals = 6

/**
 * Coefficient of variation (standard deviation by mean, of the population) of the intervals between looks at the same
 * person; 0 is clockwork. Null of fewer than `enoughIntervals`.
 */
export function regularity(looks: readonly At[]): number | null {
  const last = new Map<string, number>()
  const intervals = looks.flatMap(({ stay, seenAt }) => {
    const before = last.get(stay)
    last.set(stay, seenAt)
    return before === undefined ? [] : [seenAt - before]
  })
  return intervals.length < enoughIntervals ? null : variation(intervals)
}

function variation(values: readonly number[]): number | null {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  if (mean === 0) return null
  const spread = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
  return Math.sqrt(spread) / mean
}

const batchOf = 5
const batchWithin = 60_000

/** What somebody looked at together: a pass through one place is one look, however many are in it. */
const together = ({ pass, place, stay }: Look): string => (pass === null ? stay : `${pass}/${place ?? ''}`)

/** So many people, a pass counting as one, were entered in so many seconds. */
export interface Batch {
  people: number
  seconds: number
}

/** Where five people or more were entered within a minute, apart from passes through one place. */
export function batches(looks: readonly Look[]): Batch[] {
  const found: Batch[] = []
  let from = 0
  while (from < looks.length) {
    const first = looks[from]?.seenAt ?? 0
    const within = looks.slice(from).findIndex(({ seenAt }) => seenAt > first + batchWithin)
    const window = looks.slice(from, within < 0 ? undefined : from + within)
    const people = new Set(window.map(together)).size
    const isBatch = people >= batchOf
    if (isBatch)
      found.push({ people, seconds: Math.round(((window.at(-1)?.seenAt ?? first) - first) / 1000) })
    from += isBatch ? window.length : 1
  }
  return found
}

/** The one with the most people a second; null of none. */
export function tightest(found: readonly Batch[]): Batch | null {
  const pace = ({ people, seconds }: Batch): number => people / Math.max(1, seconds)
  return found.reduce<Batch | null>((best, one) => (best && pace(best) >= pace(one) ? best : one), null)
}

const orderOf = 4

/** The longest run of successive rounds in which the same people, four or more, came in the same order; 0: none did. */
export function sameOrder(looks: readonly At[]): number {
  let [longest, run, before] = [0, 0, '']
  for (const round of roundsOf(looks)) {
    const order = round.length < orderOf ? '' : round.join(' ')
    run = order === '' ? 0 : order === before ? run + 1 : 1
    before = order
    longest = Math.max(longest, run)
  }
  return longest > 1 ? longest : 0
}

/** How many rounds there are of which an order can be said. */
export const ordered = (looks: readonly At[]): number =>
  roundsOf(looks).filter(({ length }) => length >= orderOf).length

/** A round ends where somebody is seen again. What was not finished says nothing. */
function roundsOf(looks: readonly At[]): string[][] {
  const rounds: string[][] = [[]]
  for (const { stay } of looks) {
    if (rounds.at(-1)?.includes(stay)) rounds.push([])
    rounds.at(-1)?.push(stay)
  }
  return rounds
}

/** Seven days from Monday by 24 hours, of local time: how many checks were late or missed, and how many were owed. */
export interface Heat {
  late: readonly (readonly number[])[]
  owed: readonly (readonly number[])[]
}

export function heatOf(days: Habits['hours']): Heat {
  const empty = (): number[][] => Array.from({ length: 7 }, () => new Array<number>(24).fill(0))
  const [late, owed] = [empty(), empty()]
  for (const [date, hours] of Object.entries(days)) {
    const weekday = (new Date(date).getUTCDay() + 6) % 7
    for (const [hour, [onTime, tooLate, missed]] of Object.entries(hours)) {
      add(late, weekday, Number(hour), tooLate + missed)
      add(owed, weekday, Number(hour), onTime + tooLate + missed)
    }
  }
  return { late, owed }
}

function add(map: number[][], weekday: number, hour: number, count: number): void {
  const day = map[weekday]
  if (day) day[hour] = (day[hour] ?? 0) + count
}
