import { describe, expect, it } from 'vitest'
import { Clock } from '../../../client/live/clock.svelte.ts'

const noon = 1_781_611_200_000

/** A clock with a monotonic time of its own, which the test moves. */
function clockAt(): { clock: Clock; pass: (milliseconds: number) => void } {
  let monotonic = 5_000
  const clock = new Clock(() => monotonic)
  return {
    clock,
    pass(milliseconds) {
      monotonic += milliseconds
      clock.tick()
    }
  }
}

describe('how current a screen is', () => {
  it('Y-4 given no beacon yet, it waits and is sure of nothing', () => {
    const { clock, pass } = clockAt()
    pass(60_000)
    expect(clock.freshness).toEqual({ is: 'waiting' })
    expect(clock.sure).toBe(false)
  })

  it.each([
    [2_999, 'live', true],
    [3_000, 'late', true],
    [4_999, 'late', true],
    [5_000, 'stale', false],
    [59_999, 'stale', false],
    [60_000, 'cut-off', false]
  ])('Y-4 given %i ms without a beacon, it is %s', (silence, is, sure) => {
    const { clock, pass } = clockAt()
    clock.heard(noon, 0)
    pass(silence)
    expect(clock.freshness.is).toBe(is)
    expect(clock.sure).toBe(sure)
  })

  it('Y-5 given beacons from a node that has itself lost the journal, its silence counts too', () => {
    const { clock, pass } = clockAt()
    clock.heard(noon, 4_500)
    expect(clock.freshness.is).toBe('late')
    pass(500)
    expect(clock.freshness.is).toBe('stale')
    clock.heard(noon + 1_000, 61_000)
    expect(clock.freshness.is).toBe('cut-off')
  })

  it('Y-11 given a welcome and no beacon, it waits with its clock, is never live, and is stale from 5 s', () => {
    const { clock, pass } = clockAt()
    clock.told(noon)
    for (const silence of [0, 2_000, 2_999]) {
      pass(silence)
      expect(clock.freshness).toEqual({ is: 'waiting' })
    }
    expect(clock.now).toBe(noon + 4_000)
    pass(1)
    expect(clock.freshness.is).toBe('stale')
    clock.told(noon + 5_000)
    expect(clock.freshness.is).toBe('stale')
    clock.heard(noon + 5_000, 0)
    expect(clock.freshness.is).toBe('live')
  })

  it('Y-6 given a cut-off screen, clock times go on by the monotonic clock', () => {
    const { clock, pass } = clockAt()
    clock.heard(noon, 0)
    pass(90_500)
    expect(clock.now).toBe(noon + 90_000)
    expect(clock.instant).toBe(noon + 90_500)
  })
})
