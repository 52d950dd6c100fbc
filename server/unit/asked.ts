/** A command on its way to its receipt. */
import { createHash } from 'node:crypto'
import type { CommandId } from '../../shared/ids.ts'
import type { Position } from '../../shared/position.ts'
import type { Outcome } from '../../shared/protocol/submit.ts'
import type { Author } from '../../shared/recorded.ts'
import { refuse, type Refused } from '../../shared/refusal.ts'
import type { Receipt } from '../journal/journal.ts'

/** No receipt in time, and no proof that none was written: whoever asked sends the same id again. */
export class Unsure extends Error {
  constructor(why: string) {
    super(why)
    this.name = 'Unsure'
  }
}

export class Asked<Command> {
  readonly id: CommandId
  readonly command: Command
  readonly by: Author
  readonly fingerprint: string
  /** on the node's own clock */
  readonly until: number
  readonly outcome: Promise<Outcome>
  /** true while an append with it has not been answered, also when it never will be: it may have been recorded */
  sent = false
  #over = false
  #settle!: { resolve(outcome: Outcome): void; reject(unsure: Unsure): void }

  constructor(id: CommandId, command: Command, by: Author, until: number) {
    this.id = id
    this.command = command
    this.by = by
    this.until = until
    this.fingerprint = fingerprintOf(command)
    this.outcome = new Promise((resolve, reject) => (this.#settle = { resolve, reject }))
    this.outcome.catch(() => undefined) // whoever asked hears it; that nobody did is no fault
  }

  get over(): boolean {
    return this.#over
  }

  recorded(position: Position, repeated: boolean): void {
    this.#end(() => this.#settle.resolve({ outcome: 'recorded', position, repeated }))
  }

  refused({ refusal, says }: Refused): void {
    this.#end(() => this.#settle.resolve({ outcome: 'refused', refusal, says }))
  }

  unsure(why: string): void {
    this.#end(() => this.#settle.reject(new Unsure(why)))
  }

  /** It had been recorded before, or another command under its id was. */
  known({ seq, fingerprint }: Receipt, epoch: string): void {
    if (fingerprint === this.fingerprint) this.recorded({ epoch, seq }, true)
    else this.refused(refuse('id-reused'))
  }

  #end(settle: () => void): void {
    if (this.#over) return
    this.#over = true
    settle()
  }
}

/** Of the command alone: who sends it again after signing in anew still means the same. */
export function fingerprintOf(command: unknown): string {
  return createHash('sha256').update(JSON.stringify(command)).digest('base64url').slice(0, 22)
}
