/** Random choices that a seed repeats (mulberry32). */
export interface Random {
  /** 0 to `below` - 1 */
  int(below: number): number
  pick<T>(from: readonly T[]): T
}

export function seeded(seed: number): Random {
  let state = seed | 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (below: number): number => Math.floor(next() * below)
  return {
    int,
    pick: from => {
      if (from.length === 0) throw new RangeError('nothing to pick from')
      return from[int(from.length)] as (typeof from)[number]
    }
  }
}
