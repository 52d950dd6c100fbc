/** The difference of two sets of rows, found and applied. Apart from the schemas, so that a wall need not carry them. */
import { same } from '../same.ts'
import type { Delta } from './delta.ts'
import type { RowSet } from './rows.ts'

export type Difference = Pick<Delta, 'put' | 'drop'>

type Slice = RowSet[string]

/**
 * What turns `before` into `after`; null when nothing does. Compares slices and rows by identity first, by content
 * second. Ids may be anything, also a name that every object has (`__proto__`).
 */
export function deltaBetween(before: RowSet, after: RowSet): Difference | null {
  const put: [slice: string, rows: Slice][] = []
  const drop: [slice: string, ids: string[]][] = []
  for (const slice of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const was = own(before, slice) ?? {}
    const is = own(after, slice) ?? {}
    if (was === is) continue
    const changed = Object.entries(is).filter(([id, row]) => !same(own(was, id), row))
    const gone = Object.keys(was).filter(id => !Object.hasOwn(is, id))
    if (changed.length > 0) put.push([slice, Object.fromEntries(changed)])
    if (gone.length > 0) drop.push([slice, gone])
  }
  if (put.length === 0 && drop.length === 0) return null
  return {
    ...(put.length > 0 && { put: Object.fromEntries(put) as NonNullable<Delta['put']> }),
    ...(drop.length > 0 && { drop: Object.fromEntries(drop) })
  }
}

/** The rows after a difference. Slices and rows that it does not touch stay the same objects. */
export function applyDelta<R extends RowSet>(rows: R, { put = {}, drop = {} }: Difference): R {
  const after = new Map<string, Slice>(Object.entries(rows))
  for (const slice of new Set([...Object.keys(put), ...Object.keys(drop)])) {
    const changed = new Map(Object.entries({ ...after.get(slice), ...own(put, slice) }))
    for (const id of own(drop, slice) ?? []) changed.delete(id)
    after.set(slice, Object.fromEntries(changed))
  }
  return Object.fromEntries(after) as R
}

/** A record's own entry: never what it inherits. */
const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined
