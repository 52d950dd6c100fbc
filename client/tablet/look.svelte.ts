/** A look being written down: what was suggested, what is still missing, and what will be sent. */
import type { Carried, Method } from '../../shared/check-ins/check-in.ts'
import type { PlaceId } from '../../shared/ids.ts'
import type { LiveBoard } from '../live/live-board.ts'
import type { Fields, Sending } from '../live/sending.svelte.ts'
import { inSamePart } from './night.ts'
import { isLate, meetingWith, reasonOwed, type Owed } from './round.ts'
import { stillOf, type Still } from './still.ts'

export type Missing = 'looks' | 'doing' | 'reason' | 'time'

/** Whatever is not tapped stays a suggestion, and is sent as one. */
export class Look {
  readonly owed: Owed
  #board: LiveBoard
  #suggested: { place: PlaceId | null; doing: string | null }
  #looks = $state<string | null>(null)
  #doing = $state<string | null>(null)
  #place = $state<PlaceId | null>(null)
  #tapped = $state.raw<readonly Carried[]>([])
  /** how somebody with closed eyes was seen: the lesser way, until another is tapped */
  method = $state<Method>('doorway')
  reason = $state<string | null>(null)
  /** when the person was seen, where that was not just now; `null` while no time is chosen */
  earlier = $state.raw<{ at: number | null } | null>(null)

  constructor(board: LiveBoard, owed: Owed) {
    const now = board.clock.instant
    const { last, from, activity, reason } = owed.check
    const unit = board.rows.unit['unit'] ?? { timeZone: 'UTC', night: null }
    this.#board = board
    this.owed = owed
    const before = inSamePart(last?.seenAt ?? from, now, unit) ? activity : null
    const doing = meetingWith(board.rows, owed.stay.id) ? 'in-group' : before
    this.#suggested = { doing, place: owed.stay.place }
    this.#doing = doing
    this.#place = owed.stay.place
    this.reason = reason
  }

  /** What a single tap would confirm; null as soon as anything was tapped that differs or may. */
  get still(): Still | null {
    if (this.#tapped.length > 0 || this.earlier) return null
    const { stay, check } = this.owed
    const rows = this.#board.rows
    const now = { stay: rows.stays[stay.id] ?? stay, check: rows.checkIns[stay.id] ?? check }
    const still = stillOf(this.#board, now, this.#board.clock.instant)
    const same = still?.place === this.#place && still.activity === this.#doing
    return same ? still : null
  }

  get looks(): string | null {
    return this.#looks
  }

  set looks(looks: string) {
    this.#looks = looks
    this.#tap('presentation')
  }

  get doing(): string | null {
    return this.#doing
  }

  set doing(doing: string) {
    this.#doing = doing
    this.#tap('activity')
  }

  get place(): PlaceId | null {
    return this.#place
  }

  set place(place: PlaceId) {
    this.#place = place
    this.#tap('place')
  }

  #tap(what: Carried): void {
    if (!this.#tapped.includes(what)) this.#tapped = [...this.#tapped, what]
  }

  /** Null where a time is to be chosen first. */
  get seenAt(): number | null {
    return this.earlier ? this.earlier.at : Math.floor(this.#board.clock.instant)
  }

  get late(): boolean {
    const { check } = this.owed
    return isLate(check, this.#board.clock.now) || check.missed > 0
  }

  /** The first thing without which it cannot be sent. What was missed is not asked of a look from before. */
  get missing(): Missing | null {
    if (this.seenAt === null) return 'time'
    if (this.#looks === null && this.still === null) return 'looks'
    if (this.#doing === null) return 'doing'
    return this.earlier === null && this.reason === null && reasonOwed(this.owed.check) ? 'reason' : null
  }

  /** What stands as it was suggested. */
  get carried(): Carried[] {
    const { place, doing } = this.#suggested
    const suggested: [Carried, boolean][] = [
      ['place', place !== null],
      ['activity', doing !== null],
      ['presentation', this.#looks === null]
    ]
    return suggested.flatMap(([what, was]) => (was && !this.#tapped.includes(what) ? [what] : []))
  }

  /** `pass`: of a room whose people are looked at one after the other. */
  submit(pass: string | null = null): Sending | null {
    const fields = this.missing === null ? this.#fields() : null
    return fields && this.#board.submit({ ...fields, ...(pass !== null && { pass }) })
  }

  #fields(): Fields {
    const { carried, late, reason, method } = this
    const asleep = this.#doing === 'eyes-closed'
    return {
      type: 'check-in.complete',
      stay: this.owed.stay.id,
      place: this.#place,
      activity: this.#doing,
      presentation: this.#looks ?? this.still?.presentation,
      seenAt: this.seenAt,
      // The label of closed eyes says that breathing was seen.
      ...(asleep && { breathing: true, method }),
      ...(late && reason !== null && { reason }),
      ...(carried.length > 0 && { carried })
    }
  }
}
