import { describe, expect, it } from 'vitest'
import {
  armedFor,
  atRest,
  filled,
  holdFor,
  outside,
  press,
  release,
  slop,
  tapUnder,
  tick,
  type Hold
} from '../../../client/tablet/hold.ts'

const held = (since: number, armed = false): Hold => ({ is: 'held', since, armed })

describe('the crisis button', () => {
  it('T-11 fires when it has been held long enough, and not a millisecond before', () => {
    const hold = press(atRest, 1_000)
    expect(tick(hold, 1_000 + holdFor - 1)).toEqual({ hold, fires: false })
    expect(tick(hold, 1_000 + holdFor)).toEqual({ hold: atRest, fires: true })
  })

  it('T-11 sends nothing when it is let go before', () => {
    const { hold, fires } = release(press(atRest, 1_000), 1_000 + holdFor - 100)
    expect({ hold, fires }).toEqual({ hold: atRest, fires: false })
  })

  it('T-11 asks for a second tap after the first, and fires on it', () => {
    const first = release(press(atRest, 0), tapUnder - 1)
    expect(first).toEqual({ hold: { is: 'armed', until: tapUnder - 1 + armedFor }, fires: false })
    const second = press(first.hold, 2_000)
    expect(release(second, 2_100)).toEqual({ hold: atRest, fires: true })
  })

  it('forgets a first tap after a while', () => {
    const { hold } = release(press(atRest, 0), 100)
    expect(tick(hold, 100 + armedFor + 1).hold).toEqual(atRest)
    expect(release(press(hold, 100 + armedFor + 1), 100 + armedFor + 50).fires).toBe(false)
  })

  it('can be held after a first tap as well', () => {
    const { hold } = release(press(atRest, 0), 100)
    expect(tick(press(hold, 500), 500 + holdFor).fires).toBe(true)
  })

  it('counts a key that repeats as one press', () => {
    const hold = press(atRest, 1_000)
    expect(press(hold, 1_400)).toBe(hold)
  })

  it('fills its ring evenly', () => {
    expect(filled(held(0), 0)).toBe(0)
    expect(filled(held(0), holdFor / 4)).toBe(0.25)
    expect(filled(held(0), holdFor * 3)).toBe(1)
    expect(filled(atRest, 500)).toBe(0)
  })

  it('is left only when the finger is beyond the slop', () => {
    const edge = { left: 100, right: 380, top: 600, bottom: 672 }
    expect(outside({ x: 100 - slop, y: 640 }, edge)).toBe(false)
    expect(outside({ x: 100 - slop - 1, y: 640 }, edge)).toBe(true)
    expect(outside({ x: 200, y: 672 + slop + 1 }, edge)).toBe(true)
  })
})
