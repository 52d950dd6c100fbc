/** Who was told of an alert, as a sentence. `time` gives a clock time in words. */
import type { Notice } from '../../shared/alerts/alert.ts'
import type { AlertRow } from '../../shared/alerts/view.ts'
import { tellsWords } from '../../shared/words/alert-words.ts'
import * as m from '../../shared/words/compiled/messages.js'

type Said = Pick<AlertRow, 'notices' | 'unshown' | 'shown'>
type Time = (at: number) => string

const whyWords: Record<Notice['why'], (what: { who: string; time: string }) => string> = {
  raised: m.tablet_told_raised,
  time: m.tablet_told_time,
  declined: m.tablet_told_declined,
  unshown: m.tablet_told_unshown
}

/** Empty where nobody was told yet, or that may not be known here. What no display showed is said by itself. */
export function toldSays(alert: Said, time: Time): string {
  const notices = isUnshown(alert)
    ? (alert.notices ?? []).filter(({ why }) => why !== 'unshown')
    : (alert.notices ?? [])
  const says = notices.map(({ why, tells, at }) =>
    whyWords[why]({ who: tellsWords[tells](), time: time(at) })
  )
  return says.length === 0 ? '' : `${says.join(m.between_parts())}.`
}

/** That no display shows it, and who was told because of that. Null once one has it on its glass. */
export function unshownSays(alert: Said, time: Time): string | null {
  if (!isUnshown(alert)) return null
  const told = (alert.notices ?? []).find(({ why }) => why === 'unshown')
  const then = told && m.tablet_unshown_told({ who: tellsWords[told.tells](), time: time(told.at) })
  return [m.tablet_unshown(), then].filter(Boolean).join(' ')
}

const isUnshown = ({ unshown, shown }: Said): boolean => unshown && (shown ?? []).length === 0
