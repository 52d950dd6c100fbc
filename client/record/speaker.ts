/** Says who, where and when in a record, by the rows of this screen. */
import type { RecordStep } from '../../shared/alerts/record-step.ts'
import type { MemberId, PlaceId } from '../../shared/ids.ts'
import type { Rows } from '../../shared/rows.ts'
import * as m from '../../shared/words/compiled/messages.js'
import { dayInWords, spokenTime } from '../ui/format.ts'
import { language, named } from '../ui/language.svelte.ts'

export class Speaker {
  readonly #rows: Rows

  constructor(rows: Rows) {
    this.#rows = rows
  }

  get timeZone(): string {
    return this.#rows.unit['unit']?.timeZone ?? 'UTC'
  }

  member(id: MemberId): string {
    return this.#rows.members[id]?.name ?? m.record_former({ id })
  }

  members(ids: readonly MemberId[]): string {
    return m.record_told({ names: this.names(ids) })
  }

  names(ids: readonly MemberId[]): string {
    return ids.map(id => this.member(id)).join(', ') || m.record_nobody()
  }

  place(id: PlaceId | null): string {
    return (id !== null && named(this.#rows.places[id]?.name)) || m.record_no_place()
  }

  by(behind: RecordStep['by']): string {
    return behind.kind === 'member' ? this.member(behind.member) : sources[behind.kind]()
  }

  /** A clock time in a sentence; with the day where it is not that of `from`. */
  time(at: number, from: number): string {
    const [time, day] = [spokenTime(at, this.timeZone, language.current), this.day(at)]
    return day === this.day(from) ? time : `${time}, ${day}`
  }

  day(at: number): string {
    return dayInWords(at, this.timeZone, language.current)
  }
}

const sources = {
  screen: m.record_by_screen,
  clock: m.record_by_clock,
  node: m.record_by_node,
  loader: m.record_by_loader
}
