import type { CommandId } from './ids.ts'
import type { Author } from './recorded.ts'
import type { Refused } from './refusal.ts'

/** The circumstances of a command: everything `decide` may know besides the state and the command itself. */
export interface Asking {
  /** id of the command; what it creates may be named after it */
  command: CommandId
  by: Author
  /** milliseconds since 1970, by the clock of Redis as this node knows it */
  now: number
}

/** What `decide` answers: the events to record, in order, or a refusal. Never an empty list. */
export type Decision<E> = E[] | Refused

/** What time owes: submit `command` under the derived `id` as soon as `at` has come. */
export interface Duty<C> {
  id: CommandId
  at: number
  command: C
}

export const minutes = (n: number): number => n * 60_000
export const hours = (n: number): number => n * 3_600_000

/** A screen's clock and the journal's may differ a little without anyone being wrong. */
export const clockTolerance = 30_000

/** What was seen longer ago than this belongs in the notes, not on the board. */
export const seenWithin = hours(12)

/**
 * When something began, for what is never refused: a moment ahead, or one too long ago to be anything but a clock that
 * is set wrong, is taken as now (milliseconds since 1970).
 */
export const takenAsSeen = (seenAt: number | undefined, now: number): number =>
  seenAt === undefined || seenAt > now || seenAt < now - seenWithin ? now : seenAt
