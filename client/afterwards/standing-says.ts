/** How a thing stands, as a sentence under its name. */
import type { Language } from '../../shared/bilingual.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { Rows } from '../../shared/rows.ts'
import * as m from '../../shared/words/compiled/messages.js'
import type { Owing } from './owing.ts'
import { whenSays } from './until.ts'

export function standingSays({ row, is, at }: Owing, rows: Rows, now: number, language: Language): string {
  const timeZone = rows.unit['unit']?.timeZone ?? 'UTC'
  const time = (instant: number): string => whenSays(instant, now, timeZone, language)
  const name = (id: MemberId | null): string => (id !== null && rows.members[id]?.name) || m.named_somebody()
  const why = { time: time(at), name: name(row.by), reason: row.reason ?? '' }
  switch (is) {
    case 'done':
      return m.afterwards_done_at(why)
    case 'withheld':
      return m.afterwards_withheld(why)
    case 'put-off':
      return m.afterwards_put_off_until(why)
    case 'late':
      return row.state === 'deferred' ? m.afterwards_was_until(why) : m.afterwards_was_due(why)
    case 'owed':
      return m.afterwards_due(why)
  }
}
