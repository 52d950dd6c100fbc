/** One listener of one unit: what it has been given, and what it is given next. */
import type { UnitId } from '../../shared/ids.ts'
import type { Recorded } from '../../shared/recorded.ts'
import type { Tail } from './journal.ts'
import { recordedOf, seqOf, type Row } from './recorded.ts'

export interface Follow {
  unit: UnitId
  epoch: string
  tail: Tail
  /** the last seq given to the listener */
  given: number
  ended: boolean
}

export type ReadRange = (unit: UnitId, after: number, limit: number) => Promise<Recorded[]>

/** The last seq that the listener has, by this way or another. */
export const reached = (follow: Follow): number => Math.max(follow.given, follow.tail.applied())

/** `gap`: events are missing that cannot be read any more; `threw`: the listener did. Either way it is over. */
export type Given = 'given' | 'gap' | 'threw'

/** Gives the listener what is new among the rows. A row that the listener has is not parsed. */
export async function give(follow: Follow, rows: Row[], read: ReadRange): Promise<Given> {
  const fresh = rows.filter(row => seqOf(row) > reached(follow)).map(recordedOf)
  const last = fresh.at(-1)
  if (!last) return 'given'
  const given = hand(follow, fresh)
  if (given !== 'gap') return given
  const from = reached(follow)
  const whole = await read(follow.unit, from, last.seq - from)
  // While it was read the listener may have gone on by itself, or have left.
  return follow.ended || reached(follow) >= last.seq ? 'given' : hand(follow, whole)
}

function hand(follow: Follow, recorded: Recorded[]): Given {
  const from = reached(follow)
  const fresh = recorded.filter(({ seq }) => seq > from)
  const last = fresh.at(-1)
  if (!last || fresh.some(({ seq }, i) => seq !== from + 1 + i)) return 'gap'
  follow.given = last.seq
  try {
    follow.tail.onRecorded(fresh)
    return 'given'
  } catch {
    return 'threw'
  }
}
