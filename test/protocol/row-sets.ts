/** Rows of any shape, under names that objects, numbers and pointers could mistake for their own. */
import fc from 'fast-check'
import type { RowSet } from '../../shared/protocol/rows.ts'

const name = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  'a',
  'b',
  '1',
  '0',
  '',
  'a/b',
  '~1',
  '~0~'
)

/** Entries become own keys, also `__proto__`. */
const named = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc.array(fc.tuple(name, value), { maxLength: 4 }).map(entries => Object.fromEntries(entries))

const plain = fc.constantFrom<unknown>(null, undefined, 0, 1, '', 'text', true, [], [1], [{ a: null }], {})
const deep = named(fc.oneof(plain, named(plain)))
const row = named(fc.oneof(plain, plain, deep)) as fc.Arbitrary<object>

/** A field may be missing, undefined or null; a row may be of another shape than under that name before. */
export const rowSets: fc.Arbitrary<RowSet> = named(named(row))
