import { without } from '../../shared/memo.ts'
import type { Refused } from '../../shared/refusal.ts'
import type { Kept, Outbox } from './outbox.ts'
import { Sending, type Fields } from './sending.svelte.ts'
import type { Locks } from './turn.ts'

/** Whose entries are kept on this device. For nobody, nothing is kept; what is answered is let go, whoever kept it. */
export interface KeptFor {
  kept: Pick<Outbox, 'keep' | 'release' | 'kept' | 'refuse'>
  member: string | null
  /** the line in which an entry waits for what was entered before it; null: it waits for nothing */
  lineOf?: (fields: Fields) => string | null
  /** whether what was refused stays until its member has dealt with it */
  keepsRefused?: (fields: Fields) => boolean
  /** by which the pages of a device take turns */
  locks?: Locks | undefined
}

/** What of this page is on the device. */
export class Keeping {
  #unit: string
  #outbox: KeptFor | undefined
  #keeping: Record<string, Promise<void>> = {}
  #order = new Map<string, number>()
  /** let go by this page: not to be taken up once more while the device still has it */
  #gone = new Set<string>()

  constructor(unit: string, outbox: KeptFor | undefined) {
    this.#unit = unit
    this.#outbox = outbox
  }

  keep(sending: Sending): void {
    this.#keeping[sending.id] = this.#keep(sending)
  }

  /** Whether it stays, with what the unit answered. */
  refuse({ id, fields }: Sending, { refusal, says }: Refused): boolean {
    const { member = null, keepsRefused, kept } = this.#outbox ?? {}
    if (!kept || member === null || !keepsRefused?.(fields)) return false
    void this.#settled(id).then(() => kept.refuse(id, { refusal, says }).catch(() => undefined))
    return true
  }

  /** Letting go waits for keeping. */
  release(id: string): void {
    this.#gone.add(id)
    void this.#settled(id).then(() => this.#outbox?.kept.release(id).catch(() => undefined))
  }

  /** What this member entered on this device and has not seen settled, in order of entry. */
  async mine(): Promise<Sending[]> {
    const { member = null, kept } = this.#outbox ?? {}
    if (!kept || member === null) return []
    const all = await kept.kept(this.#unit)
    return all.filter(one => one.member === member && !this.#gone.has(one.id)).map(one => this.#taken(one))
  }

  /** As they were entered on the device; what it does not have yet comes last. */
  inOrder(sendings: readonly Sending[]): readonly Sending[] {
    const rank = ({ id }: Sending): number => this.#order.get(id) ?? Number.MAX_SAFE_INTEGER
    return sendings.toSorted((a, b) => rank(a) - rank(b))
  }

  #taken({ id, fields, enteredAt, refused, order, loose }: Kept): Sending {
    const sending = new Sending(id, fields, enteredAt)
    sending.keeping(loose !== true)
    if (refused) sending.answered({ outcome: 'refused', ...refused })
    if (order !== undefined) this.#order.set(id, order)
    return sending
  }

  /** Said to be kept once it is, and never before. */
  async #keep(sending: Sending): Promise<void> {
    const { id, fields, enteredAt } = sending
    const { kept, member = null } = this.#outbox ?? {}
    if (!kept || member === null) return sending.keeping(false)
    await kept.keep({ id, unit: this.#unit, member, fields, enteredAt }).then(
      () => sending.keeping(true),
      () => sending.keeping(false)
    )
  }

  async #settled(id: string): Promise<void> {
    await this.#keeping[id]
    this.#keeping = without(this.#keeping, id)
  }
}
