/** What is said of an alert beside its kind and place, most telling first. */
import { tellsWords } from '../../shared/words/alert-words.ts'
import * as m from '../../shared/words/compiled/messages.js'
import { inMinutes } from '../ui/format.ts'
import type { Alarm } from './alarms.ts'
import type { Sheet } from './sheet.svelte.ts'

/** For how long something was only just received, in milliseconds. */
const justNow = 60_000

export function facts(sheet: Sheet, { row, from }: Alarm): string[] {
  const who = sheet.discreet ? '' : sheet.alias(row.stay)
  const raiser = sheet.discreet ? '' : sheet.member(row.raisedBy)
  const time = sheet.spoken(from.is === 'late' ? row.seenAt : row.raisedAt)
  return [
    row.silent ? m.wall_silent() : '',
    who,
    row.times > 1 ? m.wall_times({ count: row.times }) : '',
    from.is === 'late' ? received(sheet, row) : '',
    from.is === 'again' ? m.wall_again({ time: sheet.spoken(from.at) }) : '',
    raiser ? m.wall_raised_by({ name: raiser, time }) : m.wall_raised_at({ time })
  ].filter(Boolean)
}

function received(sheet: Sheet, { raisedAt, seenAt }: Alarm['row']): string {
  return sheet.counts && sheet.now - raisedAt < justNow
    ? m.wall_late_now({ time: inMinutes(sheet.now - seenAt) })
    : m.wall_received({ time: sheet.spoken(raisedAt) })
}

/** What its clock counts from. */
export const countsFrom = ({ from }: Alarm): string =>
  ({ raised: m.wall_since_raised, again: m.wall_since_again, late: m.wall_since_began })[from.is]()

/** What time does by itself; empty where it does nothing. */
export function nextSays(sheet: Sheet, { next }: Alarm): string {
  if (next.is === 'tells') return m.wall_calls({ time: sheet.spoken(next.at), whom: tellsWords[next.whom]() })
  return next.is === 'lapses' ? m.wall_lapses({ time: sheet.spoken(next.at) }) : ''
}
