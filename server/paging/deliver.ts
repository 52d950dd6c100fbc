/**
 * Makes the attempts that this node's clock was the one to record, and says how each ended. What is not said in time
 * counts as failed, whatever became of this node: letters stand in the journal, so nothing is lost with it.
 */
import type { CommandId, PageId } from '../../shared/ids.ts'
import type { Letter } from '../../shared/paging/paging.ts'
import { isPush, letterOf, nameOf } from '../../shared/paging/paging.ts'
import type { MemberId, UnitId } from '../../shared/ids.ts'
import type { UnitCommand, UnitState } from '../../shared/unit.ts'
import type { Log } from '../log.ts'
import type { OnPaid } from '../unit/clock.ts'
import type { Host } from '../unit/host.ts'
import { bodyOf } from './body.ts'
import { callPager, type Ended } from './webhook.ts'

export interface ToMember {
  unit: UnitId
  member: MemberId
  letter: Letter
  /** what the unit is called */
  name: string
}

export interface DeliverOptions {
  /** milliseconds since 1970 */
  now(): number
  log: Log
  /** tells a member's browsers; never rejects */
  push(to: ToMember, signal: AbortSignal): Promise<Ended>
}

type UnitHost = Host<UnitState, UnitCommand>

/** How often an end is said while it is unsure whether it was recorded. */
const tries = 5
/** Milliseconds that attempts under way are given when the node leaves. */
const leaves = 1_000

const gone: Ended = { outcome: 'gone', status: null }

export class Deliver {
  readonly #options: DeliverOptions
  readonly #leaving = new AbortController()

  constructor(options: DeliverOptions) {
    this.#options = options
  }

  readonly onPaid: OnPaid<UnitState, UnitCommand> = async ({ command }, host) => {
    if (command.type !== 'page.try') return
    const { page, attempt } = command
    const letter = letterOf(host.state.paging, page)
    if (letter?.state.is !== 'trying' || letter.attempts !== attempt) return
    const ended = await this.#send(letter, host)
    this.#tell(host.unit, attempt, ended)
    await this.#say(host, { page, attempt, ...ended })
    if (ended.outcome === 'gone' && isPush(letter.channel)) await this.#unsubscribe(host, letter)
  }

  /** The node leaves: what is under way ends soon, so that another node can go on. */
  leave(): void {
    setTimeout(() => this.#leaving.abort(), leaves).unref()
  }

  #send(letter: Letter, { unit, state }: UnitHost): Promise<Ended> {
    const { pagers = [], push = false, name = '' } = state.profile.description ?? {}
    const to = nameOf(letter.channel)
    if (isPush(letter.channel)) {
      const member = to as MemberId
      return push
        ? this.#options.push({ unit, member, letter, name }, this.#leaving.signal)
        : Promise.resolve(gone)
    }
    const pager = pagers.find(({ id }) => id === to)
    if (!pager) return Promise.resolve(gone)
    const delivery = `${unit}:${letter.id}`
    const body = bodyOf(letter, { id: unit, name }, delivery)
    return callPager(pager, { delivery, body }, this.#options.now(), this.#leaving.signal)
  }

  async #say(host: UnitHost, end: { page: PageId; attempt: number } & Ended): Promise<void> {
    const id = `page-end:${end.page}:${end.attempt}` as CommandId
    if (!(await said(host, { type: 'page.end', ...end }, id)))
      this.#options.log('page.unsaid', { unit: host.unit, count: end.attempt })
  }

  async #unsubscribe(host: UnitHost, { id: page, channel }: Letter): Promise<void> {
    const member = nameOf(channel) as MemberId
    await said(host, { type: 'page.subscribe', member, on: false }, `page-gone:${page}` as CommandId)
  }

  #tell(unit: string, attempt: number, { outcome, status }: Ended): void {
    if (outcome === 'sent') return
    this.#options.log('page.failed', { unit, count: attempt, status: status ?? undefined })
  }
}

/** False where nobody knows whether it was recorded. */
async function said(host: UnitHost, command: UnitCommand, id: CommandId): Promise<boolean> {
  for (let left = tries; left > 0; left--) {
    try {
      await host.submit(command, id, { kind: 'node' })
      return true
    } catch {
      // Unsure: the same id is sent again.
    }
  }
  return false
}
