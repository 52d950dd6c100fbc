/** One unit on this node: its state, folded as far as its journal is known here. */
import type { Audience } from '../../shared/audience.ts'
import type { CommandId, UnitId } from '../../shared/ids.ts'
import type { Position } from '../../shared/position.ts'
import type { Outcome } from '../../shared/protocol/submit.ts'
import type { RowSet } from '../../shared/protocol/rows.ts'
import type { Author, Recorded } from '../../shared/recorded.ts'
import { JournalFault } from '../journal/fault.ts'
import type { Around } from './around.ts'
import { whyOf } from './log.ts'
import { frozen, openUnit } from './opening.ts'
import { Owed } from './owed.ts'
import { Recent } from './recent.ts'
import { Recorder } from './recorder.ts'

const page = 500
/** Between two tries to open a journal again, in milliseconds. */
const again = 200

type Opened<State> = Awaited<ReturnType<typeof openUnit<State, never>>>

export class Host<State, Command extends { type: string }> {
  readonly unit: UnitId
  readonly duties: Owed<State, Command>
  readonly #around: Around<State, Command>
  readonly #recent: Recent<State>
  readonly #recorder: Recorder<State, Command>
  readonly #changed: (host: Host<State, Command>) => void
  #state!: State
  #position!: Position
  #stored!: number
  #stopTail: () => void = () => undefined
  #reopening: Promise<void> | undefined
  #lost: number | undefined
  #closed = false

  private constructor(
    unit: UnitId,
    around: Around<State, Command>,
    changed: (host: Host<State, Command>) => void
  ) {
    this.unit = unit
    this.#around = around
    this.#changed = changed
    this.#recent = new Recent(around.limits.recent)
    this.duties = new Owed(around)
    this.#recorder = new Recorder(this, around)
  }

  /** Rejects when the journal cannot be read now. `changed` is called after each fold, also after opening again. */
  static async open<State, Command extends { type: string }>(
    unit: UnitId,
    around: Around<State, Command>,
    changed: (host: Host<State, Command>) => void
  ): Promise<Host<State, Command>> {
    const host = new Host(unit, around, changed)
    host.#begin(await openUnit(unit, around, host.#recent))
    return host
  }

  get state(): State {
    return this.#state
  }

  get position(): Position {
    return this.#position
  }

  /** milliseconds since this node last knew itself to be in touch with the unit's journal */
  get age(): number {
    const lost = this.#lost === undefined ? 0 : this.#around.elapsed() - this.#lost
    return Math.max(0, Math.round(Math.max(lost, this.#around.journal.age(this.unit))))
  }

  get waiting(): number {
    return this.#recorder.waiting
  }

  view(audience: Audience): RowSet {
    return this.#around.unit.view(this.#state, audience)
  }

  /** What an audience saw at a seq of this life; undefined when that is too long ago to tell. */
  viewAt(seq: number, audience: Audience): RowSet | undefined {
    const state = seq === this.#position.seq ? this.#state : this.#recent.at(seq)
    return state === undefined ? undefined : this.#around.unit.view(state, audience)
  }

  /** Rejects with `Unsure` when no receipt came in time: send the same id again. */
  submit(command: Command, id: CommandId, by: Author): Promise<Outcome> {
    return this.#recorder.submit(command, id, by)
  }

  /** Folds what is new of it: consecutive events, of the life `epoch`. */
  take(recorded: Recorded[], epoch = this.#position.epoch): void {
    if (epoch !== this.#position.epoch) return
    let [{ seq }, state] = [this.#position, this.#state]
    for (const event of recorded) {
      if (event.seq !== seq + 1) continue
      state = this.#around.unit.evolve(state, event)
      this.#recent.put((seq = event.seq), state)
    }
    if (seq === this.#position.seq) return
    this.#position = { epoch, seq }
    this.#state = state
    this.#changed(this)
    if (seq - this.#stored >= this.#around.limits.every + this.#around.limits.behind) void this.#store()
  }

  /** Reads on from where this node stands; false when there was nothing new. */
  async catchUp(): Promise<boolean> {
    const { epoch, seq } = this.#position
    const recorded = await this.#around.journal.readOn(this.unit, { epoch, seq }, page)
    if (recorded === 'renewed') {
      await this.reopen()
      return true
    }
    this.take(recorded, epoch)
    return recorded.length > 0 || this.#position.epoch !== epoch || this.#position.seq !== seq
  }

  /** Reads on until `seq` is taken in, or the journal has no more. */
  async reach(seq: number): Promise<void> {
    while (this.#position.seq < seq && (await this.catchUp()));
  }

  /** Resolves when the unit is open; it is not while its journal begins a new life. */
  async ready(): Promise<void> {
    if (this.#closed) throw new JournalFault('link', `${this.unit} was let go`)
    await this.#reopening
  }

  /** The journal's life is over: begins anew with what it holds now, however long it takes to read it. */
  reopen(): Promise<void> {
    this.#lost ??= this.#around.elapsed()
    this.#reopening ??= this.#openAgain().finally(() => (this.#reopening = undefined))
    return this.#reopening
  }

  /** Lets go. Stores a snapshot when enough has happened since the last. */
  async close(): Promise<void> {
    this.#closed = true
    this.#stopTail()
    const { behind } = this.#around.limits
    if (this.#position.seq - this.#stored >= 2 * behind) await this.#store()
  }

  async #openAgain(): Promise<void> {
    this.#stopTail()
    for (let tries = 0; !this.#closed; tries++) {
      try {
        this.#begin(await openUnit(this.unit, this.#around, this.#recent))
        this.#around.log('unit.renewed', { unit: this.unit, seq: this.#position.seq })
        this.#changed(this)
        return
      } catch (error) {
        if (tries === 0) this.#around.log('unit.not-opened', { unit: this.unit, why: whyOf(error) })
        await new Promise(resolve => setTimeout(resolve, again))
      }
    }
  }

  #begin({ position, state, stored }: Opened<State>): void {
    this.#state = state
    this.#position = position
    this.#stored = stored
    if (this.#closed) return
    this.#lost = undefined
    this.#stopTail = this.#around.journal.tail(this.unit, position, {
      applied: () => this.#position.seq,
      onRecorded: recorded => this.take(recorded, position.epoch),
      onRenewed: () => void this.reopen()
    })
  }

  /** An older state than the newest, so that who opens from it knows what happened lately. */
  async #store(): Promise<void> {
    const { journal, unit, limits, log } = this.#around
    const { epoch, seq } = this.#position
    const older = seq - limits.behind
    const state = this.#recent.at(older)
    if (state === undefined || older <= this.#stored) return
    this.#stored = older
    try {
      await journal.store(this.unit, { epoch, seq: older }, frozen(unit, state))
    } catch (error) {
      log('snapshot.fault', { unit: this.unit, why: whyOf(error) })
    }
  }
}
