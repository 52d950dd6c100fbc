/**
 * The clock is just another submitter. Every node looks for units that are due and submits what time owes them, each
 * duty under an id derived from what is owed: the receipt of the first makes the second a repeat. Nobody leads. A unit
 * that is hosted here is looked at ten times a second; others are left for a moment to nodes that host them.
 */
import type { Duty } from '../../shared/asking.ts'
import type { UnitId } from '../../shared/ids.ts'
import { loggable, whyOf } from './log.ts'
import type { Host } from './host.ts'
import type { Units } from './units.ts'

/** All in milliseconds. */
const look = 100
const poll = 250
const left = 300
/** Units taken up in one poll. */
const most = 64

/**
 * Called with each duty that was recorded as this node's: no other node is. What it begins is not waited for, but when the
 * clock ends; it must not reject.
 */
export type OnPaid<State, Command extends { type: string }> = (
  duty: Duty<Command>,
  host: Host<State, Command>
) => Promise<void>

export class Clock<State, Command extends { type: string }> {
  readonly #units: Units<State, Command>
  readonly #onPaid: OnPaid<State, Command> | undefined
  readonly #begun = new Set<Promise<void>>()
  readonly #waking = new Map<UnitId, Promise<void>>()
  #looking: NodeJS.Timeout | undefined
  #polling: NodeJS.Timeout | undefined
  #polled: Promise<void> | undefined
  #faulty = false

  constructor(units: Units<State, Command>, onPaid?: OnPaid<State, Command>) {
    this.#units = units
    this.#onPaid = onPaid
  }

  start(): void {
    this.#looking = setInterval(() => this.#look(), look)
    this.#polling = setInterval(() => {
      this.#polled ??= this.#poll().finally(() => (this.#polled = undefined))
    }, poll)
  }

  /** Resolves when nothing that it began is under way. */
  async stop(): Promise<void> {
    clearInterval(this.#looking)
    clearInterval(this.#polling)
    await this.#polled
    await Promise.all(this.#waking.values())
    await Promise.all(this.#begun)
  }

  #look(): void {
    const { now } = this.#units.around.clock
    for (const host of this.#units.hosts) {
      const due = host.duties.next(host.state)
      if (due !== null && due <= now) void this.#wake(host.unit)
    }
    void this.#units.tidy()
  }

  async #poll(): Promise<void> {
    const { journal, clock, log } = this.#units.around
    try {
      clock.hear(await journal.now())
      const due = await journal.dueUnits(clock.now - left, most)
      this.#faulty = false
      for (const { unit } of due) void this.#wake(unit)
    } catch (error) {
      if (!this.#faulty) log('due.fault', { why: whyOf(error) })
      this.#faulty = true
    }
  }

  #wake(unit: UnitId): Promise<void> {
    const waking = this.#waking.get(unit) ?? this.#settle(unit).finally(() => this.#waking.delete(unit))
    this.#waking.set(unit, waking)
    return waking
  }

  async #settle(unit: UnitId): Promise<void> {
    try {
      await this.#units.with(unit, host => this.#pay(host))
    } catch (error) {
      this.#units.around.log('due.fault', { unit, why: whyOf(error) })
    }
  }

  /** Submits all that is owed by now in one breath, so in one append; then says when time comes next. */
  async #pay(host: Host<State, Command>): Promise<void> {
    const { clock, gauges, log, journal } = this.#units.around
    const owed = host.duties.now(host.state)
    const outcomes = await Promise.allSettled(
      owed.map(({ id, command }) => host.submit(command, id, { kind: 'clock' }))
    )
    outcomes.forEach((outcome, i) => {
      if (outcome.status === 'rejected' || outcome.value.outcome !== 'recorded' || outcome.value.repeated)
        return
      const duty = owed[i]
      if (!duty) return
      gauges.dutyRecorded(Math.max(0, clock.now - duty.at))
      this.#begin(duty, host)
    })
    const answered = owed.filter((_, i) => outcomes[i]?.status === 'fulfilled').map(({ id }) => id)
    for (const id of host.duties.answered(answered, host.state))
      log('duty.stuck', { unit: host.unit, id: loggable(id) })
    await journal.setDue(host.unit, host.position, host.duties.next(host.state))
  }

  #begin(duty: Duty<Command>, host: Host<State, Command>): void {
    const begun = this.#onPaid?.(duty, host)
    if (!begun) return
    this.#begun.add(begun)
    void begun.finally(() => this.#begun.delete(begun))
  }
}
