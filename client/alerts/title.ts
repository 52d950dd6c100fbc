/** What the tab of a page says of open alerts: how many, the worst one, and its mark on the icon. Never a person. */
import type { Priority } from '../../shared/alerts/kind.ts'
import type { AlertRow } from '../../shared/alerts/view.ts'
import type { Rows } from '../../shared/rows.ts'
import { alertKindWords } from '../../shared/words/alert-words.ts'
import { tablet_drill_marked } from '../../shared/words/compiled/messages.js'
import { named } from '../ui/language.svelte.ts'

/** Open alerts that a tab may name: a silent one is for who looks at the board, not for who looks over a shoulder. */
export const nameable = (open: readonly AlertRow[]): AlertRow[] => open.filter(({ silent }) => !silent)

/** Kind and place in words; the place only where it was said. */
export function alertSays({ kind, place, drill }: AlertRow, places: Rows['places']): string {
  const what = drill ? tablet_drill_marked({ kind: alertKindWords[kind]() }) : alertKindWords[kind]()
  return [what, place === null ? '' : named(places[place]?.name)].filter(Boolean).join(', ')
}

/** `open`: as screens order them, worst first. `otherwise`: the title without any. */
export function titleOf(open: readonly AlertRow[], places: Rows['places'], otherwise: string): string {
  const [worst, ...others] = nameable(open)
  if (!worst) return otherwise
  const count = others.length > 0 ? `(${others.length + 1}) ` : ''
  return `${marks[worst.priority]} ${count}${alertSays(worst, places)} | ${otherwise}`
}

const marks: Record<Priority, string> = { high: '!!!', medium: '!!', low: '!' }

/** Where the icon of a page is found, as served from the client's public files. */
export function iconOf(open: readonly AlertRow[]): string {
  const [worst] = nameable(open)
  return worst ? `/icon-${worst.priority}.svg` : '/icon.svg'
}
