import { describe, expect, it } from 'vitest'
import { keysWith, shardOf, shards } from '../../server/journal/keys.ts'
import type { CommandId, UnitId } from '../../shared/ids.ts'

const unitsOf = (count: number): UnitId[] => Array.from({ length: count }, (_, n) => `unit-${n}` as UnitId)
const tagOf = (key: string): string | undefined => /\{(.*?)\}/.exec(key)?.[1]

describe('the keys of the journal', () => {
  // Another answer would look for a unit where it is not: these may never change.
  it('J-16 sends a unit to the same shard in every version', () => {
    const known = { 'unit-1': 61, birch: 33, 'demo-nord': 24 }
    expect(Object.fromEntries(Object.keys(known).map(unit => [unit, shardOf(unit as UnitId)]))).toEqual(known)
  })

  it('J-16 spreads units over all shards', () => {
    const counts = new Map<number, number>()
    for (const unit of unitsOf(6400)) counts.set(shardOf(unit), (counts.get(shardOf(unit)) ?? 0) + 1)
    expect(counts.size).toBe(shards)
    expect(Math.max(...counts.values())).toBeLessThan(200)
  })

  it("J-16 gives all keys of a unit, and its shard's, one tag", () => {
    const keys = keysWith('board:')
    for (const unit of unitsOf(50)) {
      const shard = shardOf(unit)
      const all = [keys.journal, keys.meta, keys.snapshot, keys.shared].map(of => of(unit))
      all.push(keys.receipt(unit, 'command-1' as CommandId), keys.due(shard), keys.quiet(shard))
      expect(new Set(all.map(tagOf))).toEqual(new Set([`s${shard}`]))
      expect(new Set(all).size).toBe(all.length)
      expect(all.every(key => key.startsWith('board:'))).toBe(true)
    }
  })
})
