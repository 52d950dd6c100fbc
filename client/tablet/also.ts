/** An alert by its kind, with what it is besides: a drill, or silent. */
import type { AlertRow } from '../../shared/alerts/view.ts'
import { alertKindWords } from '../../shared/words/alert-words.ts'
import * as m from '../../shared/words/compiled/messages.js'

export function kindSays({ kind, drill, silent }: Pick<AlertRow, 'kind' | 'drill' | 'silent'>): string {
  const marked = drill ? m.tablet_drill_marked({ kind: alertKindWords[kind]() }) : alertKindWords[kind]()
  return silent ? m.tablet_silent_kind({ kind: marked }) : marked
}
