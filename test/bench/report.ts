import { rangeOf } from './measure.ts'
import { rowsFor, type Round, type Row } from './rows.ts'
import { names, type Name } from './targets.ts'

export interface About {
  machine: string
  date: string
  /** numbers of boards that were measured, the last the most */
  sizes: number[]
  /** boards at another node than the sender */
  across: number
}

/** The figures as a page: medians over the rounds, and ratios to the floor (or raw) of the same round. */
export function report(rounds: Round[], about: About): string {
  const rows = rowsFor(about.sizes, about.across)
  const faults = names.map(name => `${name} ${sumOf(rounds, name)}`)
  return [
    '# Performance',
    '',
    `Measured ${about.date} on ${about.machine}, rounds: ${rounds.length}. Written by \`npm run bench\`: the load runs in one`,
    'process, each server and its Redis in others, and the servers take turns in every round, on the same machine.',
    '',
    '- **floor**: plain `ws`, `XADD`, `XREAD BLOCK`, the same Redis with every write on the disk before its reply.',
    '- **raw**: plain `ws` and a ready buffer, no Redis. **stock**: Socket.IO with the state as one text in Redis.',
    '- **board**: the real server with the demo unit; a change is recorded and has its receipt before it is shown.',
    '',
    'A change is 82 characters of text, of a row that is there. Each figure is the median of the rounds; after it, where',
    'it is to be compared, the ratio to floor or raw in the same round: median (least to most). A difference under 10 %',
    'means nothing. The budget is for the board: what its ratio is to keep, or its figure where there is no ratio.',
    '',
    `| what | to | ${names.join(' | ')} | budget |`,
    `|---|---|${names.map(() => '--:|').join('')}--:|`,
    ...rows.map(row => lineOf(row, rounds)),
    '',
    '32 in flight: 32 lanes, each to a place of its own, each change after the receipt of the one before; over when every',
    'board holds the last of every lane. The board may fold changes of one place that come together; the others do not.',
    '',
    `Changes that a board got twice, late or never, all rounds: ${faults.join(', ')}.`,
    ''
  ].join('\n')
}

function lineOf({ what, key, unit, to, budget }: Row, rounds: Round[]): string {
  const cell = (name: Name): string => {
    const values = rounds.flatMap(round => round[name][key] ?? [])
    if (values.length === 0) return '-'
    const figure = `${shown(rangeOf(values).middle)} ${unit}`
    const ratios = rounds.flatMap(round => ratioOf(round, name, key, to))
    return ratios.length === 0 || name === to?.name ? figure : `${figure} · ${spread(ratios)}`
  }
  return `| ${what} | ${to?.name ?? ''} | ${names.map(cell).join(' | ')} | ${budget} |`
}

function ratioOf(round: Round, name: Name, key: string, to: Row['to']): number[] {
  const [value, base] = [round[name][key], to && round[to.name][to.key ?? key]]
  return value === undefined || !base ? [] : [value / base]
}

function spread(ratios: number[]): string {
  const { least, middle, most } = rangeOf(ratios)
  const range = ratios.length > 1 ? ` (${least.toFixed(2)} to ${most.toFixed(2)})` : ''
  return `**${middle.toFixed(2)}**${range}`
}

const shown = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2)

const sumOf = (rounds: Round[], name: Name): number =>
  rounds.reduce((sum, round) => sum + (round[name]['faults'] ?? 0), 0)
