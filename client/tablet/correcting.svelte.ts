/** A correction being written: what was wrong with a check, what is right instead, and what will stand. */
import type { Correction, Method } from '../../shared/check-ins/check-in.ts'
import type { CheckRow } from '../../shared/check-ins/view.ts'
import type { PlaceId, StayId } from '../../shared/ids.ts'
import type { Fields } from '../live/sending.svelte.ts'
import type { Said } from './look-says.ts'

type Part = 'place' | 'look' | 'time'

/** What may be changed, by what was wrong. Of the wrong person nothing is: the check counts as never made. */
const asked: Record<Correction, readonly Part[]> = {
  'wrong-person': [],
  'wrong-place': ['place'],
  'wrong-look': ['look'],
  'wrong-time': ['time'],
  other: ['place', 'look', 'time']
}

export const corrections = Object.keys(asked) as Correction[]

export class Correcting {
  readonly check: CheckRow
  why = $state<Correction | null>(null)
  place = $state<PlaceId | null>(null)
  activity = $state('')
  presentation = $state('')
  method = $state<Method>('doorway')
  /** when the person was seen; null while what is written is no such time */
  seenAt = $state<number | null>(null)

  constructor(check: CheckRow) {
    this.check = check
    this.place = check.place
    this.activity = check.activity
    this.presentation = check.presentation
    this.method = check.method ?? 'doorway'
    this.seenAt = check.seenAt
  }

  asks(part: Part): boolean {
    return this.why !== null && asked[this.why].includes(part)
  }

  get missing(): 'why' | 'time' | 'change' | null {
    if (this.why === null) return 'why'
    if (this.asks('time') && this.seenAt === null) return 'time'
    return this.why !== 'wrong-person' && Object.keys(this.#changed()).length === 0 ? 'change' : null
  }

  /** What stands afterwards; null where the check counts as never made. */
  get stands(): (Said & { seenAt: number }) | null {
    if (this.why === 'wrong-person') return null
    const { place, activity, presentation, method, check } = this
    const look = this.asks('look') ? { activity, presentation, method } : check
    const seenAt = this.asks('time') ? (this.seenAt ?? check.seenAt) : check.seenAt
    return { ...look, place: this.asks('place') ? place : check.place, seenAt }
  }

  fields(stay: StayId): Fields | null {
    if (this.missing !== null) return null
    const what = { type: 'check-in.correct', stay, check: this.check.id, reason: this.why }
    return { ...what, ...this.#changed() }
  }

  /** Only what is not as it was. */
  #changed(): Record<string, unknown> {
    const { stands, check } = this
    if (!stands) return {}
    const { place, activity, presentation, seenAt } = stands
    return {
      ...(place !== check.place && { place }),
      ...(activity !== check.activity && { activity }),
      ...(presentation !== check.presentation && { presentation }),
      ...(seenAt !== check.seenAt && { seenAt }),
      ...this.#asleep(activity)
    }
  }

  /** The label of closed eyes says that breathing was seen. */
  #asleep(activity: string): Record<string, unknown> {
    const { check, method } = this
    if (!this.asks('look') || activity !== 'eyes-closed') return {}
    const same = check.activity === activity && (check.method ?? 'doorway') === method
    return same ? {} : { breathing: true, method }
  }
}
