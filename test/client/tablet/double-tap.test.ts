import { describe, expect, it } from 'vitest'
import { isSecond } from '../../../client/tablet/double-tap.ts'

describe('a double tap', () => {
  const first = { x: 100, y: 400, at: 1_000 }

  it('T-100 has a second tap in the same place within half a second', () => {
    expect(isSecond(first, { x: 110, y: 395, at: 1_200 })).toBe(true)
    expect(isSecond(null, first)).toBe(false)
  })

  it('T-100 is not a tap elsewhere, nor a later one', () => {
    expect(isSecond(first, { x: 100, y: 430, at: 1_200 })).toBe(false)
    expect(isSecond(first, { x: 100, y: 400, at: 1_500 })).toBe(false)
  })
})
