import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyDelta, deltaBetween } from '../../shared/protocol/difference.ts'

const name = fc.constantFrom('__proto__', 'constructor', 'toString', 'a', 'b', '1', '0')
const rows = fc.array(
  fc.tuple(name, fc.record({ n: fc.nat(3), deep: fc.array(fc.nat(2), { maxLength: 2 }) })),
  { maxLength: 4 }
)
/** Entries become own keys, also `__proto__`. */
const slices = fc
  .array(fc.tuple(name, rows), { maxLength: 4 })
  .map(all => Object.fromEntries(all.map(([slice, entries]) => [slice, Object.fromEntries(entries)])))

/** Rows and slices by name, an empty slice being no slice. */
const told = (set: object) =>
  Object.entries(set)
    .map(
      ([slice, entries]) =>
        [slice, Object.entries(entries as object).sort(([a], [b]) => (a < b ? -1 : 1))] as const
    )
    .filter(([, entries]) => entries.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))

describe('the difference of two sets of rows', () => {
  it('W-1, W-2 makes of the first the second, also after the wire, whatever the names', () => {
    fc.assert(
      fc.property(slices, slices, (before, after) => {
        const delta = deltaBetween(before, after)
        const arrived = JSON.parse(JSON.stringify(delta)) as typeof delta
        expect(told(arrived ? applyDelta(before, arrived) : before)).toEqual(told(after))
      }),
      { numRuns: 500 }
    )
  })

  it('W-1 of the same content is none, whatever the order of its keys', () => {
    expect(deltaBetween({ a: { x: { n: 1, m: [1] } } }, { a: { x: { m: [1], n: 1 } } })).toBeNull()
    expect(deltaBetween({ a: { x: { m: [1, 2] } } }, { a: { x: { m: [2, 1] } } })).toEqual({
      put: { a: { x: { m: [2, 1] } } }
    })
  })

  it('W-2 never reaches what all objects share', () => {
    const delta = JSON.parse(
      '{"put": {"__proto__": {"__proto__": {"polluted": true}}}, "drop": {"toString": ["valueOf"]}}'
    )
    applyDelta({ a: {} }, delta)
    expect({}).not.toHaveProperty('polluted')
    expect({}.toString()).toBe('[object Object]')
  })

  it('W-1 leaves alone what it does not touch', () => {
    const before = { a: { x: { n: 1 }, y: { n: 2 } }, b: { z: { n: 3 } } }
    const after = applyDelta(before, { put: { a: { x: { n: 9 } } } })
    expect(after.a.y).toBe(before.a.y)
    expect(after.b).toBe(before.b)
    expect(before.a.x).toEqual({ n: 1 })
  })
})
