/**
 * What became of one's own meanwhile, until it was read; also what happened while this tablet was locked. Kept on the
 * device are ids, no word about anybody.
 */
import type { MemberId } from '../../shared/ids.ts'
import type { LiveBoard } from '../live/live-board.ts'
import { mineOf, passedOn, type Mine, type Told } from './passed-on.ts'

interface Kept {
  mine: Mine
  told: readonly Told[]
}

function read(key: string): Kept {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Kept>
    return { mine: kept.mine ?? {}, told: kept.told ?? [] }
  } catch {
    return { mine: {}, told: [] }
  }
}

function write(key: string, kept: Kept): void {
  try {
    localStorage.setItem(key, JSON.stringify(kept))
  } catch {
    return
  }
}

export class Passed {
  #board: LiveBoard
  #me: MemberId
  #key: string
  #mine: Mine
  #seen: unknown = null
  #told = $state.raw<readonly Told[]>([])

  constructor(board: LiveBoard, me: MemberId) {
    this.#board = board
    this.#me = me
    this.#key = `milieu:follow-ups:${board.unit}:${me}`
    const { mine, told } = read(this.#key)
    this.#mine = mine
    this.#told = told
  }

  /** Of those that are still on the list. */
  get told(): readonly Told[] {
    return this.#told.filter(({ followUp }) => this.#board.rows.followUps[followUp]?.ended === null)
  }

  /** Compares the rows with what they were; nothing is known before the first of them have come. */
  look(): void {
    const { followUps, unit } = this.#board.rows
    if (!unit['unit'] || followUps === this.#seen) return
    this.#seen = followUps
    const fresh = passedOn(this.#mine, followUps, this.#me)
    this.#mine = mineOf(followUps, this.#me)
    if (fresh.length > 0) {
      const again = fresh.map(({ followUp }) => followUp)
      this.#told = [...fresh, ...this.#told.filter(({ followUp }) => !again.includes(followUp))]
    }
    write(this.#key, { mine: this.#mine, told: this.#told })
  }

  read(): void {
    this.#told = []
    write(this.#key, { mine: this.#mine, told: [] })
  }
}
