/**
 * Group commit. While one append of a unit is under way further commands wait; the next append decides each of them in
 * turn on the rolling state and records them all in one round trip.
 *
 * What it never does:
 * - say `recorded` without a receipt of the journal
 * - say `refused` before it knows that the refusal was decided on the newest state and that no receipt is kept for the
 *   id; nor for an id that went out in an append whose answer never came and has no receipt: that stays unsure
 */
import type { CommandId } from '../../shared/ids.ts'
import type { Outcome } from '../../shared/protocol/submit.ts'
import type { Author } from '../../shared/recorded.ts'
import type { Refused } from '../../shared/refusal.ts'
import type { Answer, Receipt } from '../journal/journal.ts'
import type { Around } from './around.ts'
import { Asked, Unsure, fingerprintOf } from './asked.ts'
import { decideBatch, recordedFrom, type Batch } from './batch.ts'
import type { Host } from './host.ts'
import { whyOf } from './log.ts'
import { Waiting } from './waiting.ts'

/** Between two tries, in milliseconds. */
const again = 100

export class Recorder<State, Command extends { type: string }> {
  readonly #host: Host<State, Command>
  readonly #around: Around<State, Command>
  readonly #waiting: Waiting<Command>
  #running = false

  constructor(host: Host<State, Command>, around: Around<State, Command>) {
    this.#host = host
    this.#around = around
    this.#waiting = new Waiting(host.unit, around)
  }

  /** commands without an answer */
  get waiting(): number {
    return this.#waiting.size
  }

  submit(command: Command, id: CommandId, by: Author): Promise<Outcome> {
    const known = this.#waiting.get(id)
    if (known) return this.#join(known, command, id, by)
    const { elapsed, limits, gauges } = this.#around
    if (this.#waiting.size >= limits.waiting) {
      gauges.answered('unsure')
      return Promise.reject(new Unsure('too many commands are waiting'))
    }
    const asked = new Asked(id, command, by, elapsed() + limits.patience)
    this.#waiting.add(asked)
    void this.#run()
    return asked.outcome
  }

  /** The same id while the first try is still under way: it shares that outcome. */
  async #join(known: Asked<Command>, command: Command, id: CommandId, by: Author): Promise<Outcome> {
    if (known.fingerprint !== fingerprintOf(command)) {
      await known.outcome.catch(() => undefined)
      return this.submit(command, id, by)
    }
    const outcome = await known.outcome
    return outcome.outcome === 'recorded' ? { ...outcome, repeated: true } : outcome
  }

  async #run(): Promise<void> {
    if (this.#running) return
    this.#running = true
    await Promise.resolve() // what is submitted in the same breath goes into the same append
    const { batch: most } = this.#around.limits
    for (let next = this.#waiting.take(most); next.length > 0; next = this.#waiting.take(most)) {
      await this.#record(next)
    }
    this.#running = false
  }

  async #record(batch: Asked<Command>[]): Promise<void> {
    const { log } = this.#around
    const { unit } = this.#host
    let told = false
    for (let open = batch; open.length > 0; open = open.filter(asked => !asked.over)) {
      try {
        await this.#host.ready()
        await this.#attempt(open.filter(asked => !asked.over))
      } catch (error) {
        if (!told) log('append.fault', { unit, why: whyOf(error) })
        told = true // one line for an outage, not one for each try
        await new Promise(resolve => setTimeout(resolve, again))
      }
      this.#waiting.tidy(batch)
    }
  }

  /** One round trip. Who has no answer after it is tried again. */
  async #attempt(open: Asked<Command>[]): Promise<void> {
    if (open.length === 0) return
    const { state, position } = this.#host
    const batch = decideBatch(this.#around, { state, seq: position.seq }, open)
    const refusedIds = batch.refused.map(({ asked }) => asked.id)
    const receipts = this.#around.journal.receipts(this.#host.unit, refusedIds)
    if (batch.accepted.length === 0) {
      const known = await receipts
      await this.#host.catchUp()
      // Still the very position that was decided on, and nothing after it.
      if (this.#host.position === position) this.#refuse(batch.refused, known, position.epoch)
      return
    }
    const [answer, known] = await Promise.all([this.#append(batch, position), receipts])
    await this.#take(answer, batch, position)
    // Recorded on the very state that these were refused on: it was the newest.
    if (answer.word === 'appended') this.#refuse(batch.refused, known, position.epoch)
  }

  async #append(
    { accepted, state }: Batch<State, Command>,
    after: Host<State, Command>['position']
  ): Promise<Answer> {
    const { journal, elapsed, gauges } = this.#around
    const began = elapsed()
    const commands = accepted.map(({ asked, entries }) => {
      return { command: asked.id, fingerprint: asked.fingerprint, entries }
    })
    // Until it is answered nobody knows. Where the journal moved on, no earlier try can come through any more either.
    for (const { asked } of accepted) asked.sent = true
    const due = this.#host.duties.next(state)
    const answer = await journal.append(this.#host.unit, { after, commands, due })
    if (answer.word !== 'repeated') for (const { asked } of accepted) asked.sent = false
    gauges.appended(elapsed() - began, commands.length)
    return answer
  }

  async #take(
    answer: Answer,
    { accepted }: Batch<State, Command>,
    after: Host<State, Command>['position']
  ): Promise<void> {
    switch (answer.word) {
      case 'appended': {
        this.#around.clock.hear(answer.now)
        this.#host.take(recordedFrom(accepted, after.seq, answer.at), after.epoch)
        let { seq } = after
        for (const { asked, entries } of accepted) {
          asked.recorded({ epoch: after.epoch, seq: (seq += entries.length) }, false)
        }
        return
      }
      case 'repeated': {
        // Whoever is told that it was recorded finds it in the state as well.
        await this.#host.reach(Math.max(...answer.receipts.map(({ seq }) => seq)))
        const byId = new Map(answer.receipts.map(receipt => [receipt.command, receipt]))
        for (const { asked } of accepted) {
          const receipt = byId.get(asked.id)
          if (receipt) asked.known(receipt, this.#host.position.epoch)
        }
        return
      }
      case 'moved':
        return this.#host.reach(answer.seq)
      case 'renewed':
        return this.#host.reopen()
    }
  }

  #refuse(refused: { asked: Asked<Command>; refused: Refused }[], known: Receipt[], epoch: string): void {
    const byId = new Map(known.map(receipt => [receipt.command, receipt]))
    for (const { asked, refused: reason } of refused) {
      const receipt = byId.get(asked.id)
      if (receipt) asked.known(receipt, epoch)
      else if (asked.sent) asked.unsure('an earlier try may still be recorded')
      else asked.refused(reason)
    }
  }
}
