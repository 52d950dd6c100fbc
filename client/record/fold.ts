/** How a record comes onto one page: from the roomiest way of setting it to the tightest. The page takes the first that fits. */
import * as m from '../../shared/words/compiled/messages.js'
import type { Line } from './lines.ts'

export interface Density {
  columns: 1 | 2
  /** size of the letters; never below 8 */
  points: number
  lines: readonly Line[]
  /** how many steps are left off */
  left: number
}

/** Characters of a text that is cut. */
const short = 180

export function densities(lines: readonly Line[]): Density[] {
  const grouped = withGroups(lines)
  const spare = grouped.map(line => ({ ...line, more: line.weight >= 3 ? cut(line.more) : '' }))
  const bare = spare.map(line => ({ ...line, text: cut(line.text), more: '' }))
  const most = [100, 80, 65, 50, 40, 30, 20, 12].filter(count => count < bare.length)
  return [
    { columns: 1, points: 10, lines, left: 0 },
    { columns: 2, points: 9, lines, left: 0 },
    { columns: 2, points: 8.5, lines: grouped, left: 0 },
    { columns: 2, points: 8, lines: grouped, left: 0 },
    { columns: 2, points: 8, lines: spare, left: 0 },
    { columns: 2, points: 8, lines: bare, left: 0 },
    ...most.map(count => ({ columns: 2 as const, points: 8, ...weightiest(bare, count) }))
  ]
}

/** Where it was shown, said once: at the first of those steps. One alone stays as it is. */
function withGroups(lines: readonly Line[]): Line[] {
  const shown = lines.filter(line => line.shown)
  return lines.flatMap(line => (line === shown[0] ? together(shown) : line.shown ? [] : line))
}

/** The same for screens that showed it one right after the other: what came between stays between. */
export function inRuns(lines: readonly Line[]): Line[] {
  const runs: Line[][] = []
  for (const line of lines) {
    const run = runs.at(-1)
    if (line.shown && run?.[0]?.shown) run.push(line)
    else runs.push([line])
  }
  return runs.flatMap(together)
}

function together(lines: readonly Line[]): Line[] {
  const [first] = lines
  if (!first?.shown || lines.length === 1) return [...lines]
  const screens = new Set(lines.flatMap(({ shown }) => shown?.screen ?? []))
  const sounded = new Set(lines.flatMap(({ shown }) => (shown?.sounded ? shown.screen : [])))
  const text = m.record_shown_on({ count: screens.size, sounded: sounded.size })
  const named = [...screens].map(screen => (sounded.has(screen) ? m.record_heard({ screen }) : screen))
  return [{ ...first, text, more: named.join(', ') }]
}

const cut = (text: string): string =>
  text.length <= short ? text : `${text.slice(0, short).trimEnd()}${m.record_cut()}`

/** The weightiest and, of those alike, the earliest; in their own order. */
function weightiest(lines: readonly Line[], count: number): Pick<Density, 'lines' | 'left'> {
  const kept = new Set(lines.toSorted((a, b) => b.weight - a.weight || a.seq - b.seq).slice(0, count))
  return { lines: lines.filter(line => kept.has(line)), left: lines.length - kept.size }
}
