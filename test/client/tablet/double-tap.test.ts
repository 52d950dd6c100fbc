import { describe, expect, it } from 'vitest'
import { isSecond, oneTap } from '../../../client/tablet/double-tap.ts'

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

  it('T-118 does nothing where either tap falls where it is guarded; elsewhere two taps are two', () => {
    const stopped = (guarded: boolean[]): boolean[] => {
      const hear = oneTap(({ button }) => button === 1)
      return guarded.map((inIt, i) => {
        const tap = new Event('click', { cancelable: true })
        const mouse = { detail: 1, clientX: 100, clientY: 400, button: inIt ? 1 : 0 }
        hear(Object.assign(tap, mouse) as unknown as MouseEvent)
        return tap.defaultPrevented && i > 0
      })
    }
    expect(stopped([true, true])).toEqual([false, true])
    expect(stopped([true, false])).toEqual([false, true])
    expect(stopped([false, true])).toEqual([false, true])
    expect(stopped([false, false])).toEqual([false, false])
  })
})
