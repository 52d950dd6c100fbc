/** given (what happened) . when (somebody asks) . then (what is recorded) or . refused (why not). */
import { expect } from 'vitest'
import type { Asking, Duty } from '../../shared/asking.ts'
import type { CommandId, MemberId } from '../../shared/ids.ts'
import type { Author, Recorded } from '../../shared/recorded.ts'
import { isRefused, type Refusal, type Says } from '../../shared/refusal.ts'
import {
  decide,
  duties,
  eventVersion,
  evolve,
  initial,
  parseCommand,
  type UnitCommand,
  type UnitEvent,
  type UnitState
} from '../../shared/unit.ts'

export const clock: Author = { kind: 'clock' }
export const loader: Author = { kind: 'loader' }
export const node: Author = { kind: 'node' }
export const screen: Author = { kind: 'screen', screen: 'tablet-7' }
export const by = (member: MemberId | string): Author => ({ kind: 'member', member: member as MemberId })

export interface Circumstances {
  by?: Author
  /** milliseconds since 1970 */
  now?: number
  /** id of the command */
  id?: string
}

/** An event, and when, by whom and under which command it was recorded. */
export type Happened = UnitEvent | readonly [UnitEvent, Circumstances]

/** What tests write of a command: ids as plain text. It passes the real schema before it is decided. */
export type Asked = { type: UnitCommand['type'] } & Record<string, unknown>

/** 14:00 on Tuesday 16 June 2026 in Toronto. */
export const now = Date.parse('2026-06-16T18:00:00Z')

export const minute = 60_000
export const hour = 60 * minute

/** A board without a journal: what is decided is recorded at once. */
export class Board {
  state: UnitState
  seq = 0
  journal: Recorded[] = []

  constructor(state: UnitState = initial) {
    this.state = state
  }

  record(event: UnitEvent, { by = loader, now: at = now, id }: Circumstances = {}): this {
    const command = (id ?? `given-${String(this.seq).padStart(6, '0')}`) as CommandId
    this.seq += 1
    const recorded: Recorded = { seq: this.seq, at, v: eventVersion, command, by, event }
    this.journal.push(recorded)
    this.state = evolve(this.state, recorded)
    return this
  }

  /** Decides and, unless it is refused, records. */
  ask(asked: Asked, circumstances: Circumstances = {}) {
    const command = understood(asked)
    const asking = askingOf(circumstances, this.seq)
    const decision = decide(this.state, command, asking)
    if (isRefused(decision)) return decision
    const { by: author, now: at, command: id } = asking
    for (const event of decision) this.record(event, { by: author, now: at, id })
    return decision
  }

  /** What time owes by then, soonest first. */
  owed(at: number): Duty<UnitCommand>[] {
    return duties(this.state, at)
      .filter(duty => duty.at <= at)
      .sort((a, b) => a.at - b.at)
  }

  /** Moves time to an instant, from one thing owed to the next, each done when it falls due. */
  until(end: number): this {
    let at = this.at
    for (;;) {
      const [owed] = duties(this.state, at).sort((a, b) => a.at - b.at)
      if (!owed || owed.at > end) return this
      at = Math.max(at, owed.at)
      const decision = this.ask(owed.command as Asked, { by: clock, now: at, id: owed.id })
      if (isRefused(decision)) throw new Error(`What is owed was refused: ${decision.refusal}, ${owed.id}`)
    }
  }

  get at(): number {
    return this.journal.at(-1)?.at ?? 0
  }
}

function understood(asked: Asked): UnitCommand {
  const command = parseCommand(asked)
  if (!command) throw new Error(`Not a command: ${JSON.stringify(asked)}`)
  return command
}

function askingOf({ by: author = by('mei-tanaka'), now: at = now, id }: Circumstances, seq: number): Asking {
  return { by: author, now: at, command: (id ?? `asked-${String(seq).padStart(6, '0')}`) as CommandId }
}

export function boardOf(...happened: readonly Happened[]): Board {
  const board = new Board()
  for (const one of happened) {
    const [event, circumstances] = 'type' in one ? [one, {}] : one
    board.record(event, circumstances)
  }
  return board
}

export function given(...happened: readonly Happened[]) {
  const board = boardOf(...happened)
  return {
    board,
    /** what time owes at an instant, and when */
    owes: (at = now) => duties(board.state, at),
    when: (asked: Asked, circumstances: Circumstances = {}) => {
      const decision = board.ask(asked, circumstances)
      return {
        /** Exactly these events, each with at least these fields. */
        then: (...events: Record<string, unknown>[]) => {
          expect(decision).toMatchObject(events)
          return board
        },
        refused: (refusal: Refusal, says: Says = {}) => {
          expect(decision).toMatchObject({ refusal, says })
          return board
        }
      }
    }
  }
}
