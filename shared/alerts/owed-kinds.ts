/** Which things an alert leaves to be done. Plain: a screen says it before the alert is resolved. */
import type { AlertKind } from './kind.ts'
import type { OwedKind } from './owed.ts'

/** Help that came before a crisis leaves no more than a look at the level; things leave a word to the community. */
const owes: Partial<Record<AlertKind, readonly OwedKind[]>> = {
  tension: ['level-review'],
  contraband: ['debrief', 'level-review', 'community-word'],
  property: ['debrief', 'community-word'],
  fire: ['debrief', 'community-word']
}

const all: readonly OwedKind[] = ['debrief', 'level-review', 'plan-review', 'family-notice', 'community-word']

const aboutThePerson: readonly OwedKind[] = ['level-review', 'plan-review', 'family-notice']

export const isAboutThePerson = (kind: OwedKind): boolean => aboutThePerson.includes(kind)

/**
 * A drill owes nothing. What is about a person is owed only where one is named, the family's notice only where allowed.
 * `person`: null where nobody is named.
 */
export function owedKinds(
  { kind, drill }: { kind: AlertKind; drill: boolean },
  person: { noInformation: boolean } | null
): OwedKind[] {
  if (drill) return []
  return (owes[kind] ?? all).filter(
    one => !isAboutThePerson(one) || (person !== null && !(one === 'family-notice' && person.noInformation))
  )
}
