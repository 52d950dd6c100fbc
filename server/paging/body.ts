/** What a pager is sent, the same for every attempt; `docs/paging.md` tells receivers what each field means. */
import type { UnitId } from '../../shared/ids.ts'
import type { Letter } from '../../shared/paging/paging.ts'
import { textOf } from './words.ts'

/** As JSON. Field by field: nothing that is added to a call goes out by itself. */
export function bodyOf(
  { call, seq, queuedAt }: Letter,
  unit: { id: UnitId; name: string },
  delivery: string
): string {
  const { about, alert, kind, priority, place, silent, drill, raisedAt, step, tells, why, owed } = call
  return JSON.stringify({
    ...{ version: 1, delivery, seq, queuedAt },
    unit: { id: unit.id, name: unit.name },
    ...{ about, alert, kind, priority },
    place: place && { id: place.id, en: place.en, fr: place.fr },
    ...{ silent, drill, raisedAt, step, tells, why, owed },
    text: textOf(call)
  })
}
