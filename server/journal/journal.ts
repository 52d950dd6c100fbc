/**
 * The port of the journal: what the rest of the server may ask of it. `redis.ts` is the one implementation; the
 * contract suite in `test/journal/` says what any other would have to hold.
 */
import type { CommandId, UnitId } from '../../shared/ids.ts'
import type { Position } from '../../shared/position.ts'
import type { Entry, Recorded } from '../../shared/recorded.ts'

/** Proof that a command was recorded: the seq of its last event and a fingerprint of what was asked. */
export interface Receipt {
  command: CommandId
  seq: number
  fingerprint: string
}

export interface Append {
  /** the position the entries were decided on; both parts must still be true */
  after: Position
  /** one or more commands, in order, each with the entries it led to (at least one) */
  commands: { command: CommandId; fingerprint: string; entries: Entry[] }[]
  /** when time next owes this unit something (milliseconds since 1970), or null for never */
  due: number | null
}

/** The journal answers with a word. Everything else (a time-out, a lost link) is thrown as a `JournalFault`: unsure. */
export type Answer =
  /** all was written; `at` is the stamp they share, `now` Redis' clock, which may be up to 5 s behind it */
  | { word: 'appended'; seq: number; at: number; now: number }
  /** some of the commands had been recorded before; nothing was written */
  | { word: 'repeated'; receipts: Receipt[] }
  /** another node was first: read on from where you stand and decide again; nothing was written */
  | { word: 'moved'; seq: number }
  /** the journal began a new life (Redis restarted, failed over, was restored): open it again; nothing was written */
  | { word: 'renewed' }

export interface Opened {
  position: Position
  /** Redis' clock, milliseconds since 1970 */
  now: number
  /** the newest stored snapshot, if any: its seq and the text given to `store` */
  snapshot: { seq: number; text: string } | null
}

export interface Tail {
  /** seq up to which the listener has taken events in, by whatever way: the tail skips those without parsing them */
  applied(): number
  /**
   * Called with consecutive events, in order, each once, the first right after what was applied. Own appends come
   * this way too when the tail is faster than the answer of `append`. Must take them in before it returns. A listener
   * that throws is not called again: it gets `onRenewed`.
   */
  onRecorded(recorded: Recorded[]): void
  /** called once, at the end, when the journal's life changed or a gap cannot be filled: open again and follow anew */
  onRenewed(): void
}

export interface Journal {
  open(unit: UnitId): Promise<Opened>
  append(unit: UnitId, append: Append): Promise<Answer>
  /** receipts of these commands that are still kept (72 h), in any order */
  receipts(unit: UnitId, commands: CommandId[]): Promise<Receipt[]>
  /** events with seq > after, at most `limit`, in order */
  read(unit: UnitId, after: number, limit: number): Promise<Recorded[]>
  /** the same from a position, or `renewed` where its life is over: then the same numbers may be other events */
  readOn(unit: UnitId, position: Position, limit: number): Promise<Recorded[] | 'renewed'>
  /** follows the unit from `position`; returns a function that stops it. Many units share a blocking connection */
  tail(unit: UnitId, position: Position, tail: Tail): () => void
  /** keeps a snapshot, unless a newer one is there or the position's life is over */
  store(unit: UnitId, position: Position, text: string): Promise<void>
  /** units whose due time is <= `until` (milliseconds since 1970, Redis' clock), soonest first */
  dueUnits(until: number, limit: number): Promise<{ unit: UnitId; due: number }[]>
  /**
   * Sets the unit's next due time without an append (a host that folded the state anew), unless the journal has moved
   * on from `position`: then the append that moved it has said when, from a newer state.
   */
  setDue(unit: UnitId, position: Position, due: number | null): Promise<void>
  /** names a unit so that it is listed; idempotent */
  register(unit: UnitId): Promise<void>
  units(): Promise<UnitId[]>
  /** Redis' clock now; rejects when Redis did not answer in time */
  now(): Promise<number>
  /**
   * Milliseconds since Redis last answered through the tail's own connection: of this unit, else the worst of all. A
   * quiet connection answers once a second, also where nothing is followed, so a sound one stays near or below 1000.
   */
  age(unit?: UnitId): number
  /**
   * Small facts that nodes share about a unit and that may be lost (what a screen painted): field -> text, or null to
   * take the field away. All of a unit's go a day after the last was shared.
   */
  share(unit: UnitId, fields: Record<string, string | null>): Promise<void>
  shared(unit: UnitId): Promise<Record<string, string>>
  close(): Promise<void>
}
