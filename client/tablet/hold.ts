/**
 * The crisis button's patience. Held, it fires after `holdFor`; tapped, it asks for a second tap within `armedFor`.
 * Instants are milliseconds of a clock that never goes back.
 */
export type Hold =
  | { is: 'rest' }
  /** `armed`: a tap came before, so that a second one fires */
  | { is: 'held'; since: number; armed: boolean }
  | { is: 'armed'; until: number }

export const holdFor = 800
export const tapUnder = 350
export const armedFor = 5_000

/** Beyond the button's edge by more than this, in CSS pixels, the finger has left it. */
export const slop = 24

export const atRest: Hold = { is: 'rest' }

export function press(hold: Hold, now: number): Hold {
  if (hold.is === 'held') return hold
  return { is: 'held', since: now, armed: hold.is === 'armed' && now <= hold.until }
}

/** Letting go early is a tap, or a change of mind. */
export function release(hold: Hold, now: number): { hold: Hold; fires: boolean } {
  if (hold.is !== 'held') return { hold, fires: false }
  const tapped = now - hold.since < tapUnder
  if (tapped && hold.armed) return { hold: atRest, fires: true }
  return { hold: tapped ? { is: 'armed', until: now + armedFor } : atRest, fires: false }
}

/** Time goes on: the ring fills, or the first tap is forgotten. */
export function tick(hold: Hold, now: number): { hold: Hold; fires: boolean } {
  if (hold.is === 'held' && now - hold.since >= holdFor) return { hold: atRest, fires: true }
  if (hold.is === 'armed' && now > hold.until) return { hold: atRest, fires: false }
  return { hold, fires: false }
}

/** How full the ring is, 0 to 1. */
export const filled = (hold: Hold, now: number): number =>
  hold.is === 'held' ? Math.min(1, (now - hold.since) / holdFor) : 0

export function outside(
  { x, y }: { x: number; y: number },
  edge: { left: number; right: number; top: number; bottom: number }
): boolean {
  return x < edge.left - slop || x > edge.right + slop || y < edge.top - slop || y > edge.bottom + slop
}
