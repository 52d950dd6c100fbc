/** The rows of the page, with the budget of each. */
import type { Name } from './targets.ts'

/** Figures by key, as `p99/50`, of each target. What a target can not do has no figure. */
export type Figures = Record<string, number>
export type Round = Record<Name, Figures>

export interface Row {
  what: string
  key: string
  unit: string
  /** what it is a ratio to; `key` where that is another figure */
  to: { name: Name; key?: string } | null
  /** what the board is to keep, in words; empty where none was set for these numbers of boards */
  budget: string
}

/** Budgets are set for these numbers of boards and no others. */
const budgets: Record<string, string> = {
  'p50/50': 'at most 1.20',
  'p99/50': 'at most 1.15',
  'p99/1000': 'at most 0.85',
  'busy/50': 'at least 3',
  'busy/1000': 'at least 6',
  'cpu/50': 'at most 1.15',
  'cpu/1000': 'at most 1.15',
  'across/200': 'at most 1.0',
  'storm/1000': 'at most 1.75',
  'resumed/1000': 'at most 1.5',
  'resident/1000': 'at most 26 KB'
}

export function rowsFor(sizes: number[], across: number): Row[] {
  const most = Math.max(...sizes)
  const [floor, raw] = [{ name: 'floor' }, { name: 'raw' }] as const
  const rows: Omit<Row, 'budget'>[] = [
    ...sizes.flatMap(n => [
      { what: `p50 sent to held by all, ${n} boards`, key: `p50/${n}`, unit: 'ms', to: floor },
      { what: `p99 sent to held by all, ${n} boards`, key: `p99/${n}`, unit: 'ms', to: floor },
      { what: `changes a second, 32 in flight, ${n} boards`, key: `busy/${n}`, unit: '/s', to: floor },
      { what: `server CPU a change and board, ${n} boards`, key: `cpu/${n}`, unit: 'µs', to: raw },
      { what: `bytes a change and board, ${n} boards`, key: `bytes/${n}`, unit: 'B', to: null }
    ]),
    { what: `p99 through another node, ${across} boards`, key: `across/${across}`, unit: 'ms', to: floor },
    { what: `storm: ${most} boards rejoin at once`, key: `storm/${most}`, unit: 'ms', to: raw },
    {
      what: `storm with resume, ${most} boards`,
      key: `resumed/${most}`,
      unit: 'ms',
      to: { ...raw, key: `storm/${most}` }
    },
    { what: 'bytes of a greeting answered', key: 'welcome', unit: 'B', to: null },
    { what: 'bytes of a resume that missed 5 changes', key: 'welcome-back', unit: 'B', to: null },
    { what: `resident memory a connection, ${most} boards`, key: `resident/${most}`, unit: 'KB', to: null }
  ]
  return rows.map(row => ({ ...row, budget: budgetOf(row.key) }))
}

const budgetOf = (key: string): string => (key.startsWith('bytes/') ? 'at most 135 B' : (budgets[key] ?? ''))
