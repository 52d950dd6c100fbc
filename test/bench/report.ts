import type { Spread } from './measure.ts'

/** One server, measured once. */
export interface Round {
  name: string
  /** by number of boards */
  gentle: Record<number, Spread & { cpuPerChangeAndBoard: number; bytes: number; faults: number }>
  busy: Record<number, { perSecond: number; complete: boolean }>
  storm: { took: number; residentPerBoard: number }
}

interface Row {
  what: string
  figure: (round: Round) => number
  unit: string
  /** what it is a ratio to */
  to: 'floor' | 'raw' | null
}

/** The figures as a page: medians over the rounds, with ratios to the floor (or raw) of the same run. */
export function report(
  rounds: Round[],
  sizes: number[],
  machine: string,
  date: string,
  median: (values: number[]) => number
): string {
  const names = [...new Set(rounds.map(round => round.name))]
  const middle = (name: string, figure: Row['figure']) =>
    median(rounds.filter(round => round.name === name).map(figure))
  const line = ({ what, figure, unit, to }: Row): string => {
    const cells = names.map(name => {
      const value = middle(name, figure)
      const ratio = to === null ? '' : ` (${(value / middle(to, figure)).toFixed(2)})`
      return `${value >= 100 ? value.toFixed(0) : value.toFixed(2)} ${unit}${ratio}`
    })
    return `| ${what} | ${cells.join(' | ')} |`
  }
  const incomplete = rounds.filter(round => Object.values(round.busy).some(busy => !busy.complete))
  const faults = rounds.flatMap(round => Object.values(round.gentle).map(gentle => gentle.faults))
  return [
    '# Performance',
    '',
    `Measured ${date} on ${machine}. Written by \`npm run bench\`; the load runs in a process of its own, the servers`,
    'take turns, and each figure is the median of its rounds. In brackets: the ratio to the floor (plain `ws`, `XADD`,',
    '`XREAD BLOCK`) or to raw (plain `ws`, a ready buffer, no Redis) of the same run. A difference under 10 % means',
    'nothing. A change is 82 characters of text; the board records it with a receipt before it is shown.',
    '',
    `| what | ${names.join(' | ')} |`,
    `|---|${names.map(() => '--:').join('|')}|`,
    ...rowsFor(sizes).map(line),
    '',
    `Gaps and repeats seen by boards at 20 changes a second: ${faults.reduce((a, b) => a + b, 0)}. Runs with 32 on their way`,
    `in which a board never held the last change: ${incomplete.map(round => round.name).join(', ') || 'none'}.`,
    ''
  ].join('\n')
}

function rowsFor(sizes: number[]): Row[] {
  const bySize = sizes.flatMap((n): Row[] => [
    {
      what: `p50 sent to held by all, ${n} boards`,
      figure: r => r.gentle[n]?.p50 ?? NaN,
      unit: 'ms',
      to: 'floor'
    },
    {
      what: `p99 sent to held by all, ${n} boards`,
      figure: r => r.gentle[n]?.p99 ?? NaN,
      unit: 'ms',
      to: 'floor'
    },
    {
      what: `changes a second, 32 in flight, ${n} boards`,
      figure: r => r.busy[n]?.perSecond ?? NaN,
      unit: '/s',
      to: 'floor'
    },
    {
      what: `server CPU a change and board, ${n} boards`,
      figure: r => r.gentle[n]?.cpuPerChangeAndBoard ?? NaN,
      unit: 'µs',
      to: 'raw'
    },
    {
      what: `bytes a change and board, ${n} boards`,
      figure: r => r.gentle[n]?.bytes ?? NaN,
      unit: 'B',
      to: null
    }
  ])
  const most = Math.max(...sizes)
  return [
    ...bySize,
    { what: `storm: ${most} boards join at once`, figure: r => r.storm.took, unit: 'ms', to: 'raw' },
    {
      what: `resident memory a connection, ${most} boards`,
      figure: r => r.storm.residentPerBoard,
      unit: 'KB',
      to: null
    }
  ]
}
