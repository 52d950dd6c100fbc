/** What displays report to have painted: taken in here, exchanged with the other nodes once a second. */
import type { UnitId } from '../../shared/ids.ts'
import type { Position } from '../../shared/position.ts'
import type { Beacon } from '../../shared/protocol/beacon.ts'
import type { Journal } from '../journal/journal.ts'
import type { Identity } from './access.ts'
import { fieldOf, screensOf, shared } from './painted.ts'

type Display = Extract<Identity, { kind: 'display' }>
type Fields = Record<string, string>

export class Reports {
  readonly #journal: Pick<Journal, 'share' | 'shared'>
  /** of displays on this node; fresher than what was exchanged */
  readonly #own = new Map<UnitId, Fields>()
  readonly #unsaid = new Map<UnitId, Fields>()
  readonly #heard = new Map<UnitId, Fields>()
  readonly #asking = new Set<UnitId>()

  constructor(journal: Pick<Journal, 'share' | 'shared'>) {
    this.#journal = journal
  }

  /** `at`: milliseconds since 1970 by the clock of Redis */
  take({ unit, display, name, audience }: Display, position: Position, at: number): void {
    const field = { [fieldOf(display)]: shared({ name, audience, position, at }) }
    this.#own.set(unit, { ...this.#own.get(unit), ...field })
    this.#unsaid.set(unit, { ...this.#unsaid.get(unit), ...field })
  }

  screens(unit: UnitId, position: Position, now: number): NonNullable<Beacon['screens']> {
    return screensOf({ ...this.#heard.get(unit), ...this.#own.get(unit) }, position, now)
  }

  /** Tells what is new here and asks what is new elsewhere, for `units` only. What fails is tried again next time. */
  exchange(units: ReadonlySet<UnitId>): void {
    for (const [unit, fields] of this.#unsaid) this.#tell(unit, fields)
    for (const unit of units) if (!this.#asking.has(unit)) void this.#ask(unit)
    for (const unit of this.#heard.keys()) if (!units.has(unit)) this.#heard.delete(unit)
  }

  #tell(unit: UnitId, fields: Fields): void {
    this.#unsaid.delete(unit)
    this.#journal.share(unit, fields).then(
      // From now on it is heard like any other; should the display have moved to another node, that one is fresher.
      () => this.#own.get(unit) && this.#forget(unit, fields),
      () => this.#unsaid.set(unit, { ...fields, ...this.#unsaid.get(unit) })
    )
  }

  #forget(unit: UnitId, said: Fields): void {
    const own = Object.entries(this.#own.get(unit) ?? {}).filter(([field, text]) => said[field] !== text)
    this.#heard.set(unit, { ...this.#heard.get(unit), ...said })
    if (own.length > 0) this.#own.set(unit, Object.fromEntries(own))
    else this.#own.delete(unit)
  }

  async #ask(unit: UnitId): Promise<void> {
    this.#asking.add(unit)
    try {
      this.#heard.set(unit, await this.#journal.shared(unit))
    } catch {
      // What was heard before stands, and its silence grows.
    } finally {
      this.#asking.delete(unit)
    }
  }
}
