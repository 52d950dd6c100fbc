import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allot, type Claim, type Part } from '../../../client/wall/allot.ts'

const all: Claim[] = [
  [0, Infinity],
  [1, Infinity]
]

describe('rows of a column', () => {
  it('are all shown where there is room', () => {
    expect(
      allot(
        100,
        [
          { fixed: 10, rows: [30, 30] },
          { fixed: 10, rows: [20] }
        ],
        all
      )
    ).toEqual([2, 1])
  })

  it('X-3 are cut at the last whole row', () => {
    expect(allot(99, [{ fixed: 10, rows: [30, 30, 30] }], [[0, Infinity]])).toEqual([2])
    expect(allot(100, [{ fixed: 10, rows: [30, 30, 30] }], [[0, Infinity]])).toEqual([3])
  })

  it('count the gaps between parts', () => {
    const parts = [
      { fixed: 10, rows: [40] },
      { fixed: 10, rows: [40] }
    ]
    expect(allot(100, parts, all)).toEqual([1, 1])
    expect(allot(100, parts, all, 5)).toEqual([1, 0])
  })

  it('are given out in the order of the claims: each part one row before any has two', () => {
    const parts = [
      { fixed: 0, rows: [30, 30, 30] },
      { fixed: 0, rows: [30] }
    ]
    expect(allot(90, parts, [[0, 1], [1, 1], ...all])).toEqual([2, 1])
    expect(allot(90, parts, all)).toEqual([3, 0])
  })

  it('X-3 never skip a tall urgent row for a short one behind it', () => {
    expect(
      allot(
        50,
        [{ fixed: 0, rows: [20, 60, 20] }],
        [
          [0, 1],
          [0, Infinity]
        ]
      )
    ).toEqual([1])
  })

  const height = fc.integer({ min: 1, max: 300 })
  const part: fc.Arbitrary<Part> = fc.record({
    fixed: fc.integer({ min: 0, max: 80 }),
    rows: fc.array(height, { maxLength: 20 })
  })
  const claim = fc.tuple(fc.integer({ min: 0, max: 2 }), fc.constantFrom(1, 2, 5, Infinity))

  it('never overflow, and more room never shows fewer of the first part', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 }),
        fc.array(part, { minLength: 3, maxLength: 3 }),
        fc.array(claim, { minLength: 1, maxLength: 8 }),
        (available, parts, claims) => {
          const counts = allot(available, parts, claims, 7)
          const used = parts.reduce(
            (sum, { fixed, rows }, i) => sum + fixed + rows.slice(0, counts[i]).reduce((a, b) => a + b, 0),
            14
          )
          if (counts.some(count => count > 0)) expect(used).toBeLessThanOrEqual(available + 0.5)
          const first = claims[0]?.[0] ?? 0
          const alone = [[first, Infinity]] as const
          const narrow = allot(available, parts, alone, 7)[first] ?? 0
          expect(allot(available + 50, parts, alone, 7)[first] ?? 0).toBeGreaterThanOrEqual(narrow)
        }
      )
    )
  })
})
