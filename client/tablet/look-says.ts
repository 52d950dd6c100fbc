/** A look in words, and who may correct one. */
import type { Method } from '../../shared/check-ins/check-in.ts'
import { correctWithin } from '../../shared/check-ins/kept.ts'
import type { CheckRow } from '../../shared/check-ins/view.ts'
import type { MemberId, PlaceId } from '../../shared/ids.ts'
import type { Rows } from '../../shared/rows.ts'
import { labelOf } from '../../shared/words/code-words.ts'
import * as m from '../../shared/words/compiled/messages.js'
import { activityWords, presentationWords } from '../../shared/words/round-words.ts'
import { spokenTime } from '../ui/format.ts'
import { language, named } from '../ui/language.svelte.ts'
import { isApart } from './past.ts'

export interface Said {
  place: PlaceId | null
  activity: string
  presentation: string
  /** how somebody with closed eyes was seen */
  method?: CheckRow['method']
}

/** `day room, sitting, calm`; of closed eyes also from where that was seen. */
export function lookSays({ place, activity, presentation, method }: Said, { places, unit }: Rows): string {
  const codes = unit['unit']?.codes
  const asleep = activity === 'eyes-closed' && method
  return [
    place === null ? '' : named(places[place]?.name),
    labelOf(activity, activityWords, codes?.activities, language.current),
    asleep ? (method === 'full' ? m.tablet_beside() : m.tablet_from_door()) : '',
    labelOf(presentation, presentationWords, codes?.presentations, language.current)
  ]
    .filter(Boolean)
    .join(', ')
    .toLocaleLowerCase(language.current)
}

/** `seen 13:55`, and when it was entered where that was a minute later or more. */
export function timesSay(seenAt: number, enteredAt: number, { unit }: Rows): string {
  const said = (at: number): string => spokenTime(at, unit['unit']?.timeZone ?? 'UTC', language.current)
  const seen = m.tablet_seen_at({ time: said(seenAt) })
  return isApart(seenAt, enteredAt) ? `${seen}, ${m.round_entered({ time: said(enteredAt) })}` : seen
}

/** How somebody with closed eyes may have been seen. */
export const methods = (): { value: Method; label: string }[] => [
  { value: 'doorway', label: m.tablet_from_door() },
  { value: 'full', label: m.tablet_beside() }
]

/** As the unit will decide it: who made it, charge staff and directors, for twelve hours. */
export function mayCorrect({ by, seenAt }: CheckRow, me: MemberId, { members }: Rows, now: number): boolean {
  const roles = members[me]?.roles ?? []
  const may = by === me || roles.includes('charge') || roles.includes('director')
  return may && now <= seenAt + correctWithin
}
