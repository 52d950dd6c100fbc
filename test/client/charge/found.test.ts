import { describe, expect, it } from 'vitest'
import { freeBeds } from '../../../client/charge/beds.ts'
import { fit } from '../../../client/charge/found.ts'
import { stepped } from '../../../client/charge/keys.ts'
import { mapleHouse } from '../../browser/gallery/maple.ts'

describe('finding', () => {
  const chloe = { name: 'Chloé Martin', note: '2A, Q15, Wren 3' }

  it('looks past accents and case, at the beginnings of words', () => {
    expect([fit(chloe, 'chlo'), fit(chloe, 'MART chl'), fit(chloe, 'artin')]).toEqual([1, 1, 0])
  })

  it('looks at beds, levels and aliases too, names first', () => {
    expect(fit(chloe, '2a')).toBeGreaterThan(0)
    expect(fit(chloe, '2a')).toBeLessThan(fit(chloe, 'martin'))
    expect(fit(chloe, 'chloé 9b')).toBe(0)
  })

  it('finds all with nothing asked', () => {
    expect(fit(chloe, '  ')).toBe(1)
  })
})

describe('choosing by arrows', () => {
  it('goes around, and begins at the near end', () => {
    const list = ['a', 'b', 'c']
    expect([
      stepped(list, null, 1),
      stepped(list, null, -1),
      stepped(list, 'c', 1),
      stepped(list, 'a', -1)
    ]).toEqual(['a', 'c', 'a', 'c'])
    expect(stepped([], null, 1)).toBeNull()
  })
})

describe('beds', () => {
  it('are offered where nobody else lies, one’s own among them', () => {
    const rows = mapleHouse().rows('charge')
    expect(freeBeds(rows, null)).toEqual(['15A', '15B'])
    expect(freeBeds(rows, 's03')).toEqual(['2A', '15A', '15B'])
  })
})
