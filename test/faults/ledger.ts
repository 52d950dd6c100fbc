/** Compares what clients were told with what the journal holds. Finding nothing is the promise kept. */
import type { Recorded } from '../../shared/recorded.ts'
import type { Told } from './insistent.ts'

export interface Findings {
  /** told recorded, but not in the journal */
  lost: string[]
  /** in the journal more than once, or under two seqs */
  doubled: string[]
  /** told refused, but in the journal */
  refusedYetThere: string[]
  /** in the journal at another seq than the client was told */
  elsewhere: string[]
  /** numbers missing or repeated in the journal itself */
  gaps: number[]
}

export function compare(told: readonly Told[], journal: readonly Recorded[]): Findings {
  const at = new Map<string, number[]>()
  for (const { command, seq } of journal) at.set(command, [...(at.get(command) ?? []), seq])
  const findings: Findings = { lost: [], doubled: [], refusedYetThere: [], elsewhere: [], gaps: [] }
  journal.forEach(({ seq }, i) => seq === i + 1 || findings.gaps.push(seq))
  for (const { id, outcome } of told) {
    const seqs = at.get(id) ?? []
    if (outcome?.outcome === 'recorded') {
      if (seqs.length === 0) findings.lost.push(id)
      else if (!seqs.includes(outcome.position.seq)) findings.elsewhere.push(id)
    }
    if (outcome?.outcome === 'refused' && seqs.length > 0) findings.refusedYetThere.push(id)
    // The commands of these tests lead to one event each.
    if (seqs.length > 1) findings.doubled.push(id)
  }
  return findings
}

export const nothing: Findings = { lost: [], doubled: [], refusedYetThere: [], elsewhere: [], gaps: [] }
