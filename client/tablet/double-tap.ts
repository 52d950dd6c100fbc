/**
 * The second tap of a double tap does nothing on a round: it falls where the first one put something else. What was not
 * looked at must not be recorded by it, and no alert be raised.
 */
export interface Tap {
  x: number
  y: number
  /** milliseconds on the page's clock, as an event says them */
  at: number
}

const within = 500
/** pixels that a finger moves between two taps */
const near = 24

export const isSecond = (first: Tap | null, { x, y, at }: Tap): boolean =>
  first !== null && at - first.at < within && Math.hypot(x - first.x, y - first.y) < near

/**
 * Listens to clicks before anything else does. One by the keyboard has no place and always counts. `guards`: where either
 * tap has to fall, where two quick ones mean two elsewhere.
 */
export function oneTap(guards: (event: MouseEvent) => boolean = () => true): (event: MouseEvent) => void {
  let last: Tap | null = null
  let guarded = false
  return event => {
    if (event.detail === 0) return
    const tap = { x: event.clientX, y: event.clientY, at: event.timeStamp }
    const guardedBefore = guarded
    guarded = guards(event)
    if ((guarded || guardedBefore) && isSecond(last, tap)) {
      event.preventDefault()
      event.stopPropagation()
    }
    last = tap
  }
}
