/** One pass through a room: who is looked at in it, each alone, and who is still to be seen. */
import type { StayId } from '../../shared/ids.ts'
import { uuid } from '../live/uuid.ts'

export class RoomPass {
  /** the same for every look of the pass */
  readonly id = uuid()
  readonly room: string
  readonly stays: readonly StayId[]
  #seen = $state.raw<readonly StayId[]>([])

  constructor(room: string, stays: readonly StayId[]) {
    this.room = room
    this.stays = stays
  }

  saw(stay: StayId): void {
    if (!this.#seen.includes(stay)) this.#seen = [...this.#seen, stay]
  }

  has(stay: StayId): boolean {
    return this.stays.includes(stay)
  }

  get seen(): readonly StayId[] {
    return this.#seen
  }

  get left(): StayId[] {
    return this.stays.filter(stay => !this.#seen.includes(stay))
  }
}
