import type { LetterState } from '../../shared/paging/paging.ts'
import type { UnitState } from '../../shared/unit.ts'

/** How many letters there are in each state, also where there are none. */
export function lettersOf(hosts: readonly { state: UnitState }[]): Record<LetterState['is'], number> {
  const counts: Record<LetterState['is'], number> = { queued: 0, trying: 0, sent: 0, dead: 0, outdated: 0 }
  for (const { state } of hosts) for (const letter of state.paging.letters) counts[letter.state.is]++
  return counts
}
