/** The journal on Redis 7.0 or later, or Valkey: one server, Sentinels or a Cluster. */
import type { CommandId, UnitId } from '../../shared/ids.ts'
import type { Position } from '../../shared/position.ts'
import type { Recorded } from '../../shared/recorded.ts'
import type { Address } from './address.ts'
import {
  answerOf,
  mustBeWhole,
  pairsOf,
  receiptOf,
  type AppendAnswer,
  type OpenAnswer,
  type ReadAnswer
} from './answers.ts'
import { Appends } from './appends.ts'
import { connect, type Connection } from './connect.ts'
import { faultOf, JournalFault, within } from './fault.ts'
import type { Answer, Append, Journal, Opened, Receipt, Tail } from './journal.ts'
import { keysWith, shardOf, shards, type Keys } from './keys.ts'
import type { Log } from './link.ts'
import { recordedOf, type Row } from './recorded.ts'
import { times } from './settings.ts'
import { Tails } from './tails.ts'

export interface JournalOptions {
  address: Address
  /** a fresh random text of at most 64 characters, for epochs */
  random(): string
  /** milliseconds on a clock that never goes back */
  elapsed(): number
  log: Log
  /** in front of every key; `milieu:` when not given */
  prefix?: string
}

const hour = 3_600_000
const receiptsKept = 72 * hour
const sharedKept = 24 * hour
const allShards = Array.from({ length: shards }, (_, shard) => shard)

/** Rejects with a JournalFault when Redis does not answer at first; later it goes on by itself whenever Redis is back. */
export async function openJournal(options: JournalOptions): Promise<Journal> {
  const connection = connect(options.address, options.log)
  try {
    await within(2 * times.answer, connection.begin())
    return new RedisJournal(connection, options)
  } catch (error) {
    connection.close()
    const { code, message } = faultOf(error)
    throw new JournalFault(code, connection.trouble() ?? message)
  }
}

class RedisJournal implements Journal {
  readonly #connection: Connection
  readonly #redis: Connection['commands']
  readonly #keys: Keys
  readonly #random: () => string
  readonly #appends = new Appends()
  readonly #tails: Tails

  constructor(connection: Connection, { random, elapsed, log, prefix }: JournalOptions) {
    this.#connection = connection
    this.#redis = connection.commands
    this.#keys = keysWith(prefix ?? 'milieu:')
    this.#random = random
    const read = this.read.bind(this)
    const { wire, sharded } = connection
    const settled = this.#appends.settled.bind(this.#appends)
    this.#tails = new Tails({ keys: this.#keys, wire, read, settled, elapsed, log }, sharded)
  }

  async open(unit: UnitId): Promise<Opened> {
    const { journal, meta, snapshot } = this.#keys
    const asked = this.#redis.journalOpen(3, journal(unit), meta(unit), snapshot(unit), this.#random())
    const answer = (await within(times.answer, asked)) as OpenAnswer
    if (answer[0] === 'damaged') {
      throw new JournalFault(
        'damaged',
        `journal of ${unit} should end at ${answer[1]} and ends at ${answer[2]}`
      )
    }
    const [, epoch, seq, now, snapshotSeq, text] = answer
    const kept = snapshotSeq === undefined || text === undefined ? null : { seq: snapshotSeq, text }
    return { position: { epoch, seq }, now, snapshot: kept }
  }

  async append(unit: UnitId, append: Append): Promise<Answer> {
    const { after, commands, due } = append
    mustBeWhole(append)
    const { journal, meta, receipt } = this.#keys
    const receipts = commands.map(({ command }) => receipt(unit, command))
    const keys = [journal(unit), meta(unit), this.#keys.due(shardOf(unit)), ...receipts]
    const entries = commands.flatMap(c => [
      c.fingerprint,
      c.entries.length,
      ...c.entries.map(e => JSON.stringify(e))
    ])
    const args = [after.epoch, after.seq, unit, due ?? '', receiptsKept, ...entries]
    const asked = within(times.answer, this.#redis.journalAppend(keys.length, ...keys, ...args))
    this.#appends.begin(unit, asked)
    return answerOf(append, (await asked) as AppendAnswer)
  }

  async receipts(unit: UnitId, commands: CommandId[]): Promise<Receipt[]> {
    if (commands.length === 0) return []
    const keys = commands.map(command => this.#keys.receipt(unit, command))
    const kept = await within(times.answer, this.#redis.mget(...keys))
    return commands.flatMap((command, i) => receiptOf(command, kept[i]))
  }

  async read(unit: UnitId, after: number, limit: number): Promise<Recorded[]> {
    if (limit < 1) return []
    const asked = this.#redis.xrange(this.#keys.journal(unit), `(${after}-0`, '+', 'COUNT', limit)
    return ((await within(times.answer, asked)) as Row[]).map(recordedOf)
  }

  async readOn(unit: UnitId, { epoch, seq }: Position, limit: number): Promise<Recorded[] | 'renewed'> {
    if (limit < 1) return []
    const { journal, meta } = this.#keys
    const asked = this.#redis.journalReadOn(2, journal(unit), meta(unit), epoch, seq, limit)
    const [word, rows = []] = (await within(times.answer, asked)) as ReadAnswer
    return word === 'read' ? rows.map(recordedOf) : word
  }

  tail(unit: UnitId, position: Position, tail: Tail): () => void {
    return this.#tails.follow(unit, position, tail)
  }

  async store(unit: UnitId, { epoch, seq }: Position, text: string): Promise<void> {
    const { meta, snapshot } = this.#keys
    await within(times.answer, this.#redis.journalStore(2, meta(unit), snapshot(unit), epoch, seq, text))
  }

  async dueUnits(until: number, limit: number): Promise<{ unit: UnitId; due: number }[]> {
    const keys = allShards.map(this.#keys.due)
    // One question where one server holds all shards, else one for each.
    const groups = this.#connection.sharded ? keys.map(key => [key]) : [keys]
    const asked = groups.map(group => this.#redis.journalDueUnits(group.length, ...group, until, limit))
    const found = (await within(times.answer, Promise.all(asked))) as string[][]
    return found
      .flatMap(pairsOf)
      .sort((a, b) => a.due - b.due)
      .slice(0, limit)
  }

  async setDue(unit: UnitId, { epoch, seq }: Position, due: number | null): Promise<void> {
    const keys = [this.#keys.meta(unit), this.#keys.due(shardOf(unit))]
    await within(times.answer, this.#redis.journalDue(2, ...keys, epoch, seq, unit, due ?? ''))
  }

  async register(unit: UnitId): Promise<void> {
    await within(times.answer, this.#redis.sadd(this.#keys.units, unit))
  }

  async units(): Promise<UnitId[]> {
    const units = await within(times.answer, this.#redis.smembers(this.#keys.units))
    return units.sort() as UnitId[]
  }

  async now(): Promise<number> {
    const [seconds, micros] = await within(times.answer, this.#redis.time())
    return Number(seconds) * 1000 + Math.floor(Number(micros) / 1000)
  }

  age(unit?: UnitId): number {
    return this.#tails.age(unit)
  }

  async share(unit: UnitId, fields: Record<string, string | null>): Promise<void> {
    const key = this.#keys.shared(unit)
    const kept = Object.entries(fields).filter((field): field is [string, string] => field[1] !== null)
    const gone = Object.keys(fields).filter(name => fields[name] === null)
    const asked: Promise<unknown>[] = []
    if (gone.length > 0) asked.push(this.#redis.hdel(key, ...gone))
    if (kept.length > 0)
      asked.push(this.#redis.hset(key, ...kept.flat()), this.#redis.pexpire(key, sharedKept))
    await within(times.answer, Promise.all(asked))
  }

  async shared(unit: UnitId): Promise<Record<string, string>> {
    return within(times.answer, this.#redis.hgetall(this.#keys.shared(unit)))
  }

  close(): Promise<void> {
    this.#tails.close()
    this.#connection.close()
    return Promise.resolve()
  }
}
