/** The difference of two sets of rows, found and applied. Apart from the schemas, so that a wall need not carry them. */
import type { Delta } from './delta.ts'
import type { RowSet } from './rows.ts'

export type Difference = Pick<Delta, 'put' | 'drop'>

/** What turns `before` into `after`; null when nothing does. Compares rows by identity first, by content second. */
export function deltaBetween(before: RowSet, after: RowSet): Difference | null {
  const put: Record<string, Record<string, unknown>> = {}
  const drop: Record<string, string[]> = {}
  for (const slice of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const was = before[slice] ?? {}
    const is = after[slice] ?? {}
    if (was === is) continue
    for (const id in is) if (!same(was[id], is[id])) (put[slice] ??= {})[id] = is[id]
    for (const id in was) if (!(id in is)) (drop[slice] ??= []).push(id)
  }
  const puts = Object.keys(put).length > 0
  const drops = Object.keys(drop).length > 0
  if (!puts && !drops) return null
  return { ...(puts && { put: put as NonNullable<Delta['put']> }), ...(drops && { drop }) }
}

/** The rows after a difference. Slices and rows that it does not touch stay the same objects. */
export function applyDelta<R extends RowSet>(rows: R, { put = {}, drop = {} }: Difference): R {
  const after: Record<string, Record<string, unknown>> = { ...(rows as RowSet) }
  for (const slice of new Set([...Object.keys(put), ...Object.keys(drop)])) {
    const changed = { ...after[slice], ...put[slice] }
    for (const id of drop[slice] ?? []) delete changed[id]
    after[slice] = changed
  }
  return after as unknown as R
}

const same = (a: unknown, b: unknown): boolean =>
  a === b || (a !== undefined && JSON.stringify(a) === JSON.stringify(b))
