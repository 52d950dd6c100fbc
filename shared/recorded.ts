/**
 * The envelope of an event once it is in the journal. `at` (milliseconds since 1970, by Redis' own clock) is when it
 * was recorded; when it *happened*, if that differs, is the event's own `seenAt`.
 */
import type { CommandId, MemberId } from './ids.ts'

/** Who submitted the command that led to the event. */
export type Author =
  | { kind: 'member'; member: MemberId }
  /** a locked tablet or a display, raising as the device, with no person behind it */
  | { kind: 'screen'; screen: string }
  /** time itself: a duty that fell due */
  | { kind: 'clock' }
  /** a node, telling what it saw of its screens */
  | { kind: 'node' }
  /** the unit file, loaded by whoever runs the server */
  | { kind: 'loader' }

/** What goes into the journal: one event, its schema version, and the command it came from. */
export interface Entry<E = { type: string }> {
  v: number
  command: CommandId
  by: Author
  event: E
}

export interface Recorded<E = { type: string }> extends Entry<E> {
  /** number of the event in its journal, from 1, without gaps */
  seq: number
  /** milliseconds since 1970 by the clock of Redis */
  at: number
}
