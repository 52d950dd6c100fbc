const every = 600_000
const reach = 3

/**
 * How far the sheet lies from its place, in pixels: up to 3 each way, another place every 10 minutes, so that no edge
 * burns into a panel that shows the same board for years. The same on every display at the same time.
 */
export function shiftAt(now: number): { x: number; y: number } {
  const step = Math.floor(now / every)
  const places = 2 * reach + 1
  // Two strides without a common factor with the number of places: every place is visited, neighbours seldom.
  return {
    x: ((step * 3) % places) - reach,
    y: ((Math.floor(step / places) * 5 + step * 2) % places) - reach
  }
}
