import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { deskLocksAfter, lockAfter, whenLeft } from '../../../client/sign-in/idle.ts'

describe('a tablet that nobody touches', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is left after two minutes, once', () => {
    const left = vi.fn()
    whenLeft(new EventTarget(), left)
    vi.advanceTimersByTime(lockAfter - 1_000)
    expect(left).not.toHaveBeenCalled()
    vi.advanceTimersByTime(lockAfter * 3)
    expect(left).toHaveBeenCalledTimes(1)
  })

  it('is left later at a desk, which is read without being touched', () => {
    const left = vi.fn()
    whenLeft(new EventTarget(), left, deskLocksAfter)
    vi.advanceTimersByTime(lockAfter * 4)
    expect(left).not.toHaveBeenCalled()
    vi.advanceTimersByTime(deskLocksAfter)
    expect(left).toHaveBeenCalledTimes(1)
  })

  it('is not left while a key or a finger comes now and then', () => {
    const page = new EventTarget()
    const left = vi.fn()
    whenLeft(page, left)
    for (const sign of ['pointerdown', 'keydown', 'wheel']) {
      vi.advanceTimersByTime(lockAfter - 5_000)
      page.dispatchEvent(new Event(sign))
    }
    expect(left).not.toHaveBeenCalled()
  })

  it('is left at once when it wakes after a long sleep', () => {
    const page = new EventTarget()
    const left = vi.fn()
    const stop = whenLeft(page, left)
    vi.setSystemTime(Date.now() + lockAfter)
    const asleep = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + lockAfter)
    page.dispatchEvent(new Event('visibilitychange'))
    asleep.mockRestore()
    stop()
    expect(left).toHaveBeenCalledTimes(1)
  })

  it('is never left once watching has stopped', () => {
    const left = vi.fn()
    whenLeft(new EventTarget(), left)()
    vi.advanceTimersByTime(lockAfter * 2)
    expect(left).not.toHaveBeenCalled()
  })
})
