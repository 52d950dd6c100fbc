/** How long a tablet stays open with nobody touching it. */
export const lockAfter = 2 * 60_000

/** A charge desk is read without touching it, and is not carried about. */
export const deskLocksAfter = 10 * 60_000

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

/**
 * Calls `left` once nobody has touched the screen for `after` milliseconds. Measured on the monotonic clock and looked
 * at again when the page wakes, so that a sleeping tablet is locked by the time anyone sees it. `noted` is called with
 * each touch. Returns how to stop.
 */
export function whenLeft(
  page: EventTarget,
  left: () => void,
  after = lockAfter,
  noted: () => void = () => undefined
): () => void {
  let touched = performance.now()
  const touch = (): void => {
    touched = performance.now()
    noted()
  }
  const look = (): void => {
    if (performance.now() - touched < after) return
    stop()
    left()
  }
  const timer = setInterval(look, 1_000)
  for (const sign of signs) page.addEventListener(sign, touch, { passive: true, capture: true })
  page.addEventListener('visibilitychange', look)
  const stop = (): void => {
    clearInterval(timer)
    for (const sign of signs) page.removeEventListener(sign, touch, { capture: true })
    page.removeEventListener('visibilitychange', look)
  }
  return stop
}
