/**
 * When to look next so that nobody can reckon with it: at random inside the maximum, the same on every screen. A
 * suggestion only; what is owed is the maximum.
 */
const [soonest, latest] = [0.5, 0.95]

/** Between half and 95 % of the interval (milliseconds) after `from`, by what the seed says. */
export function suggestedAt(from: number, interval: number, seed: string): number {
  return from + Math.round(interval * (soonest + (latest - soonest) * fraction(seed)))
}

/** FNV-1a over the seed, mixed once more as its last letters alone would hardly move it; from 0 to below 1. */
function fraction(seed: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < seed.length; i++) hash = Math.imul(hash ^ seed.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 4_294_967_296
}
