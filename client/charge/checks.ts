/** The checks made since a time, level by level: each one a stroke on the day's axis, the late ones apart. */
import type { Level } from '../../shared/census/stay.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { Rows } from '../../shared/rows.ts'
import { wallHours } from './day.ts'

export interface Strip {
  level: Level
  /** people of that level who are on the unit */
  people: number
  /** hours of the day, in time and late */
  inTime: number[]
  late: number[]
  /** minutes of the longest delay of a check that was made */
  longest: number
  /** people whose check is due and not made */
  owed: number
  /** percent in time of all that were made or are owed, rounded down; null when there are none */
  percent: number | null
}

const levels: Level[] = ['q15', 'q30', 'q60']

/**
 * When the shift of who looks at it began, if that was within a day; else the beginning of the axis. Whoever else comes
 * or leaves does not move it.
 */
export function sinceOf(rows: Rows, member: MemberId, now: number, axisFrom: number): number {
  const began = rows.members[member]?.shiftSince ?? null
  return began !== null && began > now - 24 * 3_600_000 ? began : axisFrom
}

/** One strip for each level that somebody has, or had since; `date` is the day of the axis. */
export function stripsOf(rows: Rows, since: number, now: number, date: string): Strip[] {
  return levels
    .map(level => stripOf(rows, level, since, now, date))
    .filter(({ people, inTime, late }) => {
      return people + inTime.length + late.length > 0
    })
}

function stripOf(rows: Rows, level: Level, since: number, now: number, date: string): Strip {
  const zone = rows.unit['unit']?.timeZone ?? 'UTC'
  const rounds = Object.values(rows.checkIns).filter(round => round.level === level && !round.paused)
  const strip: Strip = {
    level,
    people: rounds.length,
    inTime: [],
    late: [],
    longest: 0,
    owed: 0,
    percent: null
  }
  for (const tally of Object.values(rows.tallies)) {
    if (tally.level !== level || tally.hour + 3_600_000 <= since) continue
    const from = wallHours(tally.hour, zone, date)
    for (const [second, late] of tally.ticks) {
      if (tally.hour + second * 1000 < since) continue
      const kind = late > 0 ? strip.late : strip.inTime
      kind.push(from + second / 3600)
      strip.longest = Math.max(strip.longest, late)
    }
  }
  strip.owed = rounds.filter(({ due }) => due !== null && due < now).length
  const all = strip.inTime.length + strip.late.length + strip.owed
  // Rounded down: 100 % is said only when it is true.
  strip.percent = all === 0 ? null : Math.floor((strip.inTime.length / all) * 100)
  return strip
}

/** An SVG path of upright strokes; `hours` on an axis of `width` units. */
export function strokes(
  hours: readonly number[],
  at: (hour: number) => number,
  top: number,
  bottom: number
): string {
  return hours.map(hour => `M${at(hour).toFixed(1)} ${top}V${bottom}`).join('')
}
