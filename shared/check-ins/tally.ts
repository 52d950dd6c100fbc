/** The strip of the charge screen: when checks were made, hour by hour, and which were late. */
import type { Check, CheckIns, Tally } from './check-in.ts'

type Completed = Pick<Check, 'seenAt' | 'late' | 'level'>

const keptHours = 24

const hourOf = (at: number): number => Math.floor(at / 3_600_000) * 3_600_000
const tickOf = ({ seenAt, late }: Pick<Check, 'seenAt' | 'late'>): Tally['ticks'][number] => [
  Math.floor((seenAt - hourOf(seenAt)) / 1000),
  late
]

/** Ticks of a new hour push out those of yesterday; within the hour nothing else is copied. */
export function tally(checkIns: CheckIns, event: Completed, at: number): CheckIns {
  const { level, seenAt } = event
  const hour = hourOf(seenAt)
  const id = `${level}~${hour}`
  const known = checkIns.tallies[id]
  const others = known ? checkIns.tallies : recent(checkIns.tallies, at)
  const ticks = [...(known?.ticks ?? []), tickOf(event)]
  return { ...checkIns, tallies: { ...others, [id]: { level, hour, ticks } } }
}

function recent(tallies: CheckIns['tallies'], now: number): CheckIns['tallies'] {
  return Object.fromEntries(
    Object.entries(tallies).filter(([, { hour }]) => hour >= now - keptHours * 3_600_000)
  )
}

/** The strip forgets a check that was undone. */
export function untally(tallies: CheckIns['tallies'], check: Check): CheckIns['tallies'] {
  const id = `${check.level}~${hourOf(check.seenAt)}`
  const tally = tallies[id]
  const [second, late] = tickOf(check)
  const place = tally?.ticks.findLastIndex(tick => tick[0] === second && tick[1] === late) ?? -1
  if (!tally || place < 0) return tallies
  return { ...tallies, [id]: { ...tally, ticks: tally.ticks.toSpliced(place, 1) } }
}
