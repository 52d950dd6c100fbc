/**
 * When somebody last touched a screen of this device that was open for a member. A page that was closed does not lock
 * itself: the next one asks here whether it was left for too long. Survives a reload; by the device's own clock.
 */
const key = 'milieu:touched'
const noteEvery = 2_000
let noted = -Infinity

export function touched(now = Date.now()): void {
  if (Math.abs(now - noted) < noteEvery) return
  noted = now
  try {
    localStorage.setItem(key, String(now))
  } catch {
    return
  }
}

/** Whether nobody has touched it for that long (milliseconds). A clock that was set back says so too. */
export function wasLeft(after: number, now = Date.now()): boolean {
  try {
    const kept = localStorage.getItem(key)
    const since = now - Number(kept)
    return kept !== null && (since >= after || since < -noteEvery)
  } catch {
    return false
  }
}
