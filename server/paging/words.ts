/** A call as a sentence for people: what, where, how urgent; never who. */
import type { Language } from '../../shared/bilingual.ts'
import { languages } from '../../shared/bilingual.ts'
import type { AlertKind } from '../../shared/alerts/kind.ts'
import type { Call } from '../../shared/paging/call.ts'
import { alertKindWords, priorityWords } from '../../shared/words/alert-words.ts'
import {
  aboutWords,
  drillWord,
  overdueWords,
  placeUnsaid,
  silentWord
} from '../../shared/words/paging-words.ts'

/** Such as `DRILL · High · Behavioural emergency · Quiet room`, in both languages. */
export function textOf(call: Call): Record<Language, string> {
  const [en, fr] = languages.map(locale => linesOf(call, locale).join(' · '))
  return { en: en ?? '', fr: fr ?? '' }
}

function linesOf(call: Call, locale: Language): string[] {
  const { about, kind, priority, place, silent, drill } = call
  return [
    ...(drill ? [drillWord({}, { locale })] : []),
    ...(about === 'raised' ? [] : [aboutWords[about]({}, { locale })]),
    priorityWords[priority]({}, { locale }),
    kindIn(kind, locale),
    ...owedIn(call, locale),
    place ? place[locale] : placeUnsaid({}, { locale }),
    ...(silent ? [silentWord({}, { locale })] : [])
  ]
}

/** A kind of a newer program has no word here yet: its code is better than nothing. */
const kindIn = (kind: string, locale: Language): string =>
  Object.hasOwn(alertKindWords, kind) ? alertKindWords[kind as AlertKind]({}, { locale }) : kind

function owedIn({ owed }: Call, locale: Language): string[] {
  if (owed === null || !Object.hasOwn(overdueWords, owed)) return []
  return [overdueWords[owed as keyof typeof overdueWords]({}, { locale })]
}
