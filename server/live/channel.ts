/**
 * What all screens of one audience of a unit are told on this node: a chain of views. `position` is its head: the seq at
 * which the view last changed, as this node saw it. Every delta starts at the head before and ends at the new one; every
 * beacon names the head. So:
 *
 * - A screen on the chain holds exactly the view at the head. It was put there by `welcome` and follows by deltas.
 * - A screen is current if and only if its position is the beacon's; what its audience may not see moves neither, and
 *   costs it no bytes.
 * - Heads of two nodes may differ for the same view, since one saw events together that the other saw apart. A screen
 *   that comes with a position of another node's chain is moved onto this one by a delta, which may carry no rows, and
 *   may go back to a lower seq: the view did not change in between.
 * - A chain never leads into another epoch: there it begins anew, all its screens are told so, and greet.
 */
import type { Audience } from '../../shared/audience.ts'
import type { Position } from '../../shared/position.ts'
import type { Delta } from '../../shared/protocol/delta.ts'
import { deltaBetween, type Difference } from '../../shared/protocol/difference.ts'
import type { Welcome } from '../../shared/protocol/hello.ts'
import type { RowSet } from '../../shared/protocol/rows.ts'
import type { Snapshot } from '../../shared/protocol/snapshot.ts'

/** Of a host, what a channel looks at. */
export interface Source {
  readonly position: Position
  view(audience: Audience): RowSet
  viewAt(seq: number, audience: Audience): RowSet | undefined
}

type Whole = Extract<Welcome, { snapshot: Snapshot }>
type Missing = Extract<Welcome, { deltas: Delta[] }>

/** How old the time in an answer may be that several screens are given, in milliseconds. */
const shared = 100
/** Answers kept for screens that resume, each for another seq. */
const most = 64

export class Channel {
  readonly audience: Audience
  readonly #source: Source
  #rows: RowSet
  #head: Position
  /** the source's position when it was looked at last */
  #seen: Position
  /** shared by all who join at about the same time, so that it is encoded once */
  #whole: Whole | undefined
  /** the same for those who resume, by the seq they stand at; all of one head */
  readonly #missed = new Map<number, Missing>()

  constructor(source: Source, audience: Audience) {
    this.audience = audience
    this.#source = source
    this.#rows = source.view(audience)
    this.#head = this.#seen = source.position
  }

  get position(): Position {
    return this.#head
  }

  /** Looks again: the delta that everyone on the chain is to be given, or `anew` where the journal began a new life. */
  turn(): Delta | 'anew' | null {
    const { position } = this.#source
    if (position === this.#seen) return null
    this.#seen = position
    const before = this.#rows
    this.#rows = this.#source.view(this.audience)
    const { epoch, seq: since } = this.#head
    if (position.epoch !== epoch) {
      this.#moveTo(position)
      return 'anew'
    }
    const difference = deltaBetween(before, this.#rows)
    if (!difference) return null
    this.#moveTo(position)
    return deltaOf(since, position.seq, difference)
  }

  #moveTo(head: Position): void {
    this.#head = head
    this.#missed.clear()
  }

  /** Puts a screen onto the chain: with what it lacks, or with everything. To be called right after a `turn`. */
  welcome(now: number, position?: Position): Welcome {
    return (position && this.#resume(now, position)) ?? this.#snapshot(now)
  }

  /** null where only a snapshot helps: another life of the journal, or too long ago. */
  #resume(now: number, { epoch, seq }: Position): Missing | null {
    if (epoch !== this.#head.epoch || seq > this.#seen.seq) return null
    const kept = this.#missed.get(seq)
    if (kept && Math.abs(now - kept.now) < shared) return kept
    const deltas = kept?.deltas ?? this.#missing(seq)
    if (!deltas) return null
    const missing: Missing = { ok: true, deltas, position: this.#head, now }
    if (kept || this.#missed.size < most) this.#missed.set(seq, missing)
    return missing
  }

  #snapshot(now: number): Whole {
    const { position, now: then } = this.#whole?.snapshot ?? {}
    if (this.#whole && position === this.#head && Math.abs(now - (then ?? now)) < shared) return this.#whole
    const rows = this.#rows as Snapshot['rows']
    return (this.#whole = { ok: true, snapshot: { position: this.#head, now, rows } })
  }

  #missing(seq: number): Delta[] | null {
    const head = this.#head.seq
    if (seq === head) return []
    if (seq > head) return [deltaOf(seq, head)]
    const then = this.#source.viewAt(seq, this.audience)
    return then ? [deltaOf(seq, head, deltaBetween(then, this.#rows))] : null
  }
}

function deltaOf(since: number, seq: number, difference: Difference | null = null): Delta {
  const { put, drop } = difference ?? { put: {}, drop: [] }
  return drop.length > 0 ? [seq, seq - since, put, drop] : [seq, seq - since, put]
}
