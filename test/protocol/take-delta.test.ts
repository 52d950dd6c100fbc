import { describe, expect, it } from 'vitest'
import { takeDelta } from '../../shared/protocol/take-delta.ts'

const standing = { rows: { a: { x: { n: 1 } } }, position: { epoch: 'e1', seq: 41 } }

describe('a delta', () => {
  it('L-21 is taken where it begins, and only in the epoch that the connection was told last', () => {
    const after = { rows: { a: { x: { n: 2 } } }, position: { epoch: 'e1', seq: 44 } }
    expect(takeDelta(standing, [44, 3, { '/a/x/n': 2 }], 'e1')).toEqual(after)
    expect(takeDelta(standing, [44, 3, { '/a/x/n': 2 }], 'e2')).toBe('gap')
    expect(takeDelta(standing, [44, 3, { '/a/x/n': 2 }], null)).toBe('gap')
  })

  it('L-2 that begins elsewhere is known, or a gap', () => {
    expect(takeDelta(standing, [41, 1, {}], 'e1')).toBe('known')
    expect(takeDelta(standing, [43, 1, {}], 'e1')).toBe('gap')
    expect(takeDelta({ rows: {}, position: null }, [43, 1, {}], 'e1')).toBe('gap')
  })

  it('L-5 may carry no rows and lead back', () => {
    expect(takeDelta(standing, [39, -2, {}], 'e1')).toEqual({
      ...standing,
      position: { epoch: 'e1', seq: 39 }
    })
  })

  it.each([
    ['changes a row that is not there', { '/a/y/n': 2 }, []],
    ['changes rows of a slice that is not there', { '/b/x': {} }, []],
    ['changes what is no object', { '/a/x/n/m': 2 }, []],
    ['drops what is not there', {}, ['/a/y']]
  ])('L-22 that %s was made from other rows, and is not taken', (_, put, drop) => {
    expect(takeDelta(standing, [42, 1, put as Record<string, unknown>, drop], 'e1')).toBe('unfit')
  })
})
