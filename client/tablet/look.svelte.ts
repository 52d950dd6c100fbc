/** A look being written down: what was suggested, what is still missing, and what will be sent. */
import type { Method } from '../../shared/check-ins/check-in.ts'
import type { PlaceId, StayId } from '../../shared/ids.ts'
import type { LiveBoard } from '../live/live-board.ts'
import type { Sending } from '../live/sending.svelte.ts'
import { inSamePart, isNight } from './night.ts'
import { isLate, meetingWith, reasonOwed, type Owed } from './round.ts'

export type Missing = 'looks' | 'doing' | 'reason'

/** One person of the pass. How they look is never suggested; what they do is, from their group or the last look of this
    day or night. */
export class Look {
  readonly owed: Owed
  looks = $state<string | null>(null)
  doing = $state<string | null>(null)
  /** how somebody with closed eyes was seen: the lesser way, until another is tapped */
  method = $state<Method>('doorway')
  /** whether it is night on the unit */
  readonly night: boolean

  constructor(board: LiveBoard, owed: Owed) {
    const zone = board.rows.unit['unit']?.timeZone ?? 'UTC'
    const now = board.clock.instant
    const { last, from, activity } = owed.check
    this.owed = owed
    this.night = isNight(now, zone)
    const still = inSamePart(last?.seenAt ?? from, now, zone) ? activity : null
    this.doing = meetingWith(board.rows, owed.stay.id) ? 'in-group' : still
  }
}

export class Pass {
  #board: LiveBoard
  looks = $state.raw<readonly Look[]>([])
  place = $state<PlaceId | null>(null)
  reason = $state<string | null>(null)
  minutesAgo = $state(0)

  constructor(board: LiveBoard, owed: Owed) {
    this.#board = board
    this.looks = [new Look(board, owed)]
    this.place = owed.stay.place
    this.reason = owed.check.reason
  }

  get seenAt(): number {
    return Math.floor(this.#board.clock.instant) - this.minutesAgo * 60_000
  }

  get late(): boolean {
    return this.looks.some(({ owed }) => isLate(owed.check, this.#board.clock.now) || owed.check.missed > 0)
  }

  /** The first thing without which it cannot be sent, and whom it concerns. */
  get missing(): { what: Missing; stay: StayId } | null {
    for (const { looks, doing, owed } of this.looks) {
      const stay = owed.stay.id
      if (looks === null) return { what: 'looks', stay }
      if (doing === null) return { what: 'doing', stay }
      if (this.reason === null && reasonOwed(owed.check)) return { what: 'reason', stay }
    }
    return null
  }

  has(stay: StayId): Look | undefined {
    return this.looks.find(({ owed }) => owed.stay.id === stay)
  }

  /** Takes somebody of the same room into the pass, or out of it. */
  turn(owed: Owed): void {
    const without = this.looks.filter(look => look.owed.stay.id !== owed.stay.id)
    this.looks = without.length < this.looks.length ? without : [...this.looks, new Look(this.#board, owed)]
  }

  submit(): Sending[] {
    if (this.missing) return []
    const { seenAt, place, reason, late } = this
    return this.looks.map(({ owed, looks, doing, method }) =>
      this.#board.submit({
        type: 'check-in.complete',
        stay: owed.stay.id,
        place,
        activity: doing,
        presentation: looks,
        seenAt,
        // The label of closed eyes says that breathing was seen.
        ...(doing === 'eyes-closed' && { breathing: true, method }),
        ...(late && reason !== null && { reason })
      })
    )
  }
}
