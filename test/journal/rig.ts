import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { expect, onTestFinished } from 'vitest'
import type { Address } from '../../server/journal/address.ts'
import { JournalFault } from '../../server/journal/fault.ts'
import type { Answer, Append, Journal, Tail } from '../../server/journal/journal.ts'
import { openJournal } from '../../server/journal/redis.ts'
import type { CommandId, UnitId } from '../../shared/ids.ts'
import type { Position } from '../../shared/position.ts'
import type { Entry, Recorded } from '../../shared/recorded.ts'

export const elapsed = (): number => performance.now()

/** A unit that no other test writes to. */
export const newUnit = (): UnitId => `u-${randomUUID().slice(0, 13)}` as UnitId

/** As one node of the board opens it; closed when the test ends. */
export async function nodeOn(address: Address): Promise<Journal> {
  const journal = await openJournal({ address, random: randomUUID, elapsed, log: () => undefined })
  onTestFinished(() => journal.close())
  return journal
}

type Command = Append['commands'][number]

/** A command that led to `count` events; `mark` tells its events from all others. */
export function commandOf(mark: string, count = 1): Command {
  const command = `command-${mark}` as CommandId
  const entry = (n: number): Entry => ({ v: 1, command, by: { kind: 'clock' }, event: eventOf(mark, n) })
  return { command, fingerprint: `print:${mark}`, entries: Array.from({ length: count }, (_, n) => entry(n)) }
}

const eventOf = (mark: string, n: number): { type: string } & Record<string, unknown> => ({
  type: 'thing.done',
  mark: `${mark}/${n}`
})

/** What `commandOf` marked the event with. */
export const markOf = ({ event }: Recorded): unknown => (event as { mark?: unknown }).mark

export function appendOf(after: Position, marks: string[], due: number | null = null): Append {
  return { after, commands: marks.map(mark => commandOf(mark)), due }
}

/** The answer, which has to be that all was written. */
export const appendedAt = (answer: Answer): { seq: number; at: number; now: number } => {
  if (answer.word !== 'appended') throw new Error(`expected appended, got ${answer.word}`)
  return answer
}

/** Appends one command on the newest position, whoever else writes; resolves to the position after it. */
export async function recordOn(journal: Journal, unit: UnitId, mark: string): Promise<Position> {
  const { position } = await journal.open(unit)
  for (let after = position; ;) {
    const answer = await journal.append(unit, appendOf(after, [mark]))
    if (answer.word === 'appended') return { ...after, seq: answer.seq }
    if (answer.word !== 'moved') throw new Error(`not recorded: ${answer.word}`)
    after = { ...after, seq: answer.seq }
  }
}

/** A host as the tail sees it, whose tests wait for what it is given. */
export class Listener implements Tail {
  readonly given: Recorded[] = []
  renewed = false
  #applied: number
  #waiting: { seq: number; done: () => void }[] = []
  #onRenewed: (() => void)[] = []

  constructor(position: Position) {
    this.#applied = position.seq
  }

  applied(): number {
    return this.#applied
  }

  /** as when the host's own append was answered */
  apply(seq: number): void {
    this.#applied = Math.max(this.#applied, seq)
  }

  onRecorded(recorded: Recorded[]): void {
    this.given.push(...recorded)
    this.apply(recorded.at(-1)?.seq ?? 0)
    for (const { seq, done } of this.#waiting) if (seq <= this.#applied) done()
  }

  onRenewed(): void {
    this.renewed = true
    for (const done of this.#onRenewed) done()
  }

  get seqs(): number[] {
    return this.given.map(({ seq }) => seq)
  }

  /** Resolves when it was given the event `seq`. */
  until(seq: number): Promise<void> {
    if (this.given.some(recorded => recorded.seq >= seq)) return Promise.resolve()
    return new Promise(done => this.#waiting.push({ seq, done }))
  }

  untilRenewed(): Promise<void> {
    return this.renewed ? Promise.resolve() : new Promise(done => this.#onRenewed.push(done))
  }
}

/** Follows the unit from its newest position. */
export async function listenTo(journal: Journal, unit: UnitId): Promise<Listener & { stop: () => void }> {
  const { position } = await journal.open(unit)
  const listener = new Listener(position)
  return Object.assign(listener, { stop: journal.tail(unit, position, listener) })
}

/** 1, 2, ... count */
export const oneTo = (count: number): number[] => Array.from({ length: count }, (_, n) => n + 1)

/** Says one command (words between single spaces) to Redis as an operator would; resolves to its answer as it came. */
export function say(where: string | { port: number }, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = typeof where === 'string' ? connect(where) : connect(where.port, '127.0.0.1')
    socket.once('error', reject)
    socket.once('close', () => reject(new Error(`no answer to ${command}`)))
    socket.once('data', answer => {
      resolve(answer.toString())
      socket.destroy()
    })
    const words = command.split(' ').map(word => `$${Buffer.byteLength(word)}\r\n${word}\r\n`)
    socket.write(`*${words.length}\r\n${words.join('')}`)
  })
}

/** How the journal failed, and after how many milliseconds. */
export async function faultOf(
  asked: () => Promise<unknown>
): Promise<{ code: string; says: string; took: number }> {
  const began = elapsed()
  const fault = await asked().then(
    () => undefined,
    (error: unknown) => error
  )
  if (!(fault instanceof JournalFault)) throw new Error(`no fault but ${String(fault)}`)
  return { code: fault.code, says: fault.message, took: elapsed() - began }
}

/** Resolves when the journal answers again. */
export const answers = (journal: Journal): Promise<unknown> =>
  expect
    .poll(
      () =>
        journal.now().then(
          () => 'yes',
          () => 'no'
        ),
      { timeout: 8000 }
    )
    .toBe('yes')
