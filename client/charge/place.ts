/** Where a popover lies: over the past, never over the future where that can be, and never over what is being changed. */
export interface Box {
  left: number
  top: number
  width: number
  height: number
}

/** `height`: the most there is room for, where it has to be cut short */
export interface Lies {
  left: number
  top: number
  height?: number
}

/** below this a popover cannot be read */
const least = 220
const gap = 14
const edge = 8

/** All in pixels of the desk; `now` is where the present stands, `target` what is being changed. */
export function placed(
  desk: { width: number; height: number },
  pop: { width: number; height: number },
  now: number,
  target: Box
): Lies {
  const right = Math.min(now, target.left) - gap
  const left = Math.max(edge, right - pop.width)
  const clear = left + pop.width <= target.left
  const lowest = Math.max(0, desk.height - pop.height)
  const within = (top: number): number => Math.min(lowest, Math.max(0, top))
  if (clear) return { left, top: within(target.top + target.height / 2 - pop.height / 3) }
  const below = target.top + target.height + gap / 2
  if (below + pop.height <= desk.height) return { left, top: below }
  const above = target.top - pop.height - gap / 2
  if (above >= 0) return { left, top: above }
  // Cut short, and scrolled, over the past rather than whole over what comes.
  const [over, under] = [target.top - gap / 2, desk.height - below]
  if (under >= Math.max(over, least)) return { left, top: below, height: under }
  if (over >= least) return { left, top: 0, height: over }
  // No room in time or height: beside it, over what comes after.
  const beside = target.left + target.width + gap
  return { left: Math.min(beside, Math.max(0, desk.width - pop.width)), top: within(target.top) }
}
