/** A correction in words: what was wrong, and what will stand once it is recorded. */
import type { StayRow } from '../../shared/census/view.ts'
import type { Correction } from '../../shared/check-ins/check-in.ts'
import type { CheckRow } from '../../shared/check-ins/view.ts'
import type { Rows } from '../../shared/rows.ts'
import * as m from '../../shared/words/compiled/messages.js'
import { spokenTime } from '../ui/format.ts'
import { language } from '../ui/language.svelte.ts'
import type { Correcting } from './correcting.svelte.ts'
import { lookSays } from './look-says.ts'
import { calledBy } from './people.ts'

export const correctionWords: Record<Correction, () => string> = {
  'wrong-person': m.round_wrong_person,
  'wrong-place': m.round_wrong_place,
  'wrong-look': m.round_wrong_look,
  'wrong-time': m.round_wrong_time,
  other: m.round_wrong_other
}

/** Of the wrong person: as last seen by the latest of the other checks, where one is known here. */
export function standsSay(
  { check, stands }: Correcting,
  stay: StayRow,
  recent: readonly CheckRow[],
  rows: Rows
): string {
  const spoken = (at: number): string =>
    spokenTime(at, rows.unit['unit']?.timeZone ?? 'UTC', language.current)
  if (stands) {
    const seen = m.tablet_seen_at({ time: spoken(stands.seenAt) })
    return m.round_stands({ check: `${seen}, ${lookSays(stands, rows)}` })
  }
  const others = recent.filter(({ id }) => id !== check.id).map(({ seenAt }) => seenAt)
  if (others.length === 0) return m.round_never_made()
  return m.round_never_made_last({ name: calledBy(stay), time: spoken(Math.max(...others)) })
}
