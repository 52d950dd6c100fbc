/** The difference of two sets of rows, found and applied. Apart from the schemas, so that a wall need not carry them. */
import { same } from '../same.ts'
import { keysOf, pointerTo } from './pointer.ts'
import type { RowSet } from './rows.ts'

/** By pointer: what is new or changed, whole; and what is gone. No pointer leads into what another one names. */
export interface Difference {
  put: Record<string, unknown>
  drop: string[]
}

type Fields = Readonly<Record<string, unknown>>

/**
 * What turns `before` into `after`; null when nothing does. Compares by identity first, by content second, and names
 * what changed as far down as objects go (a list is one thing). A field that is undefined is none. Names may be anything,
 * also one that every object has (`__proto__`).
 */
export function deltaBetween(before: RowSet, after: RowSet): Difference | null {
  const found = between('', before, after, (slice, was, is) =>
    between(slice, was, is, (row, then, now) => shorter(fieldsBetween(row, then, now), row, now))
  )
  return found.drop.length > 0 || Object.keys(found.put).length > 0 ? found : null
}

/** The rows after a difference; null where it was made from others. What it does not touch stays the same object. */
export function applyDelta<R extends RowSet>(rows: R, { put, drop }: Difference): R | null {
  let after: Fields | null = rows
  for (const [pointer, value] of Object.entries(put)) after &&= changed(after, keysOf(pointer), { value })
  for (const pointer of drop) after &&= changed(after, keysOf(pointer), null)
  return after as R | null
}

type Inner = (at: string, was: Fields, is: Fields) => Difference

const fieldsBetween: Inner = (at, was, is) => between(at, was, is, fieldsBetween)

/** `inner` compares what is an object before and after. */
function between(at: string, was: Fields, is: Fields, inner: Inner): Difference {
  const found: Difference = { put: {}, drop: [] }
  for (const [key, now] of Object.entries(is)) {
    const then = own(was, key)
    if (now === then || now === undefined) continue
    if (isFields(then) && isFields(now)) {
      const { put, drop } = inner(pointerTo(at, key), then, now)
      Object.assign(found.put, put)
      found.drop.push(...drop)
    } else if (!same(then, now)) found.put[pointerTo(at, key)] = now
  }
  for (const [key, then] of Object.entries(was))
    if (then !== undefined && own(is, key) === undefined) found.drop.push(pointerTo(at, key))
  return found
}

/** Where most of a row changed, the row itself says it in fewer words than a pointer to each field. */
function shorter(found: Difference, row: string, now: Fields): Difference {
  if (Object.keys(found.put).length + found.drop.length < 2) return found
  const whole = { put: { [row]: now }, drop: [] }
  return JSON.stringify(whole).length < JSON.stringify(found).length ? whole : found
}

/** A copy in which `keys` leads to the new value, or to nothing; null where there is nothing to change. */
function changed(
  fields: Fields,
  [key = '', ...rest]: string[],
  to: { value: unknown } | null
): Fields | null {
  if (rest.length === 0 && to) return { ...fields, [key]: to.value }
  if (!Object.hasOwn(fields, key)) return null
  if (rest.length === 0) return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key))
  const inner = fields[key]
  const after = isFields(inner) ? changed(inner, rest, to) : null
  return after && { ...fields, [key]: after }
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A record's own entry: never what it inherits. */
const own = (fields: Fields, key: string): unknown => (Object.hasOwn(fields, key) ? fields[key] : undefined)
