/**
 * Every key of the journal, and no other file knows one. All keys of a unit carry the tag of its shard (`{s17}`), so
 * that they live together on one node of a Redis Cluster and a script may touch them at once.
 */
import type { CommandId, UnitId } from '../../shared/ids.ts'

/** Fixed for good: another number would send units to other keys. */
export const shards = 64

/** A stable hash of the id (FNV-1a, 32 bit), the same on every node and in every version. */
export function shardOf(unit: UnitId): number {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(unit)) hash = Math.imul(hash ^ byte, 0x01000193)
  return (hash >>> 0) % shards
}

export interface Keys {
  /** stream: `<seq>-0` -> at, e */
  journal(unit: UnitId): string
  /** hash: epoch, run, seq, at */
  meta(unit: UnitId): string
  /** string, kept 72 h: `<seq>:<fingerprint>` */
  receipt(unit: UnitId, command: CommandId): string
  /** hash: seq, text */
  snapshot(unit: UnitId): string
  /** hash of small facts that may be lost: field -> text */
  shared(unit: UnitId): string
  /** sorted set of a shard: unit by milliseconds since 1970 */
  due(shard: number): string
  /** stream that nobody writes: what a tail waits for that follows nothing */
  quiet(shard: number): string
  /** set of all unit ids */
  units: string
}

export function keysWith(prefix: string): Keys {
  const of = (unit: UnitId, kind: string): string => `${prefix}{s${shardOf(unit)}}:${kind}:${unit}`
  return {
    journal: unit => of(unit, 'journal'),
    meta: unit => of(unit, 'meta'),
    receipt: (unit, command) => `${of(unit, 'receipt')}:${command}`,
    snapshot: unit => of(unit, 'snapshot'),
    shared: unit => of(unit, 'shared'),
    due: shard => `${prefix}{s${shard}}:due`,
    quiet: shard => `${prefix}{s${shard}}:quiet`,
    units: `${prefix}{units}`
  }
}
