/** Watches without a break that too few hold: the board has said so, and nothing is more urgent among what is due. */
import type { Level } from '../../shared/census/stay.ts'
import type { PlaceId, StayId } from '../../shared/ids.ts'
import type { Rows } from '../../shared/rows.ts'

export interface Uncovered {
  id: StayId
  alias: string
  bed: string | null
  level: Level
  place: PlaceId | null
  /** milliseconds since 1970 */
  since: number
  /** some are with the person, but fewer than it needs */
  some: boolean
}

/** The longest first. */
export function uncovered({ watches, stays }: Pick<Rows, 'watches' | 'stays'>): Uncovered[] {
  return Object.values(watches)
    .flatMap(({ id, level, gap, holders }): Uncovered[] => {
      const stay = stays[id]
      if (!gap || gap.told === 0 || !stay || stay.off !== null) return []
      const { alias, bed, place } = stay
      return [{ id, alias, bed, level, place, since: gap.since, some: holders.length > 0 }]
    })
    .sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1))
}
