/**
 * All that this node follows, on as few blocking connections as is good: one for up to 32 units, because what a read
 * costs grows with the units it names; on a Cluster one for each shard in use, because a read may not name two.
 */
import type { UnitId } from '../../shared/ids.ts'
import type { Position } from '../../shared/position.ts'
import type { Follow } from './follow.ts'
import type { Tail } from './journal.ts'
import { shardOf } from './keys.ts'
import { Line, type Surroundings } from './line.ts'

const unitsPerLine = 32

export class Tails {
  readonly #around: Surroundings
  readonly #sharded: boolean
  /** always there, also when nothing is followed: it is how this node knows its distance from Redis */
  readonly #first: Line
  readonly #lines = new Map<Line, number>()

  constructor(around: Surroundings, sharded: boolean) {
    this.#around = around
    this.#sharded = sharded
    this.#first = this.#draw(0)
  }

  follow(unit: UnitId, position: Position, tail: Tail): () => void {
    const shard = this.#sharded ? shardOf(unit) : 0
    const line = this.#roomyLine(shard) ?? this.#draw(shard)
    const follow: Follow = { unit, epoch: position.epoch, tail, given: position.seq, ended: false }
    line.add(follow)
    return () => {
      line.remove(follow)
      this.#tidy()
    }
  }

  age(unit?: UnitId): number {
    const all = [...this.#lines.keys()]
    const its =
      unit === undefined ? [] : all.filter(line => [...line.follows].some(follow => follow.unit === unit))
    return Math.max(...(its.length > 0 ? its : all).map(line => line.age))
  }

  close(): void {
    for (const line of this.#lines.keys()) line.close()
  }

  #roomyLine(shard: number): Line | undefined {
    for (const [line, of] of this.#lines) if (of === shard && line.follows.size < unitsPerLine) return line
    return undefined
  }

  #draw(shard: number): Line {
    this.#tidy()
    const line = new Line(shard, this.#around)
    this.#lines.set(line, shard)
    return line
  }

  /** Lets go of connections that follow nothing any more. */
  #tidy(): void {
    for (const line of this.#lines.keys()) {
      if (line === this.#first || line.follows.size > 0) continue
      line.close()
      this.#lines.delete(line)
    }
  }
}
