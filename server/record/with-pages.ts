/** A record together with what was told outside the board: alerts know nothing of pagers, nor the reverse. */
import type { AlertRecord, RecordStep } from '../../shared/alerts/record-step.ts'
import { behind } from '../../shared/alerts/record.ts'
import { pageSteps, type PagesFold, type PageStep } from '../../shared/paging/page-steps.ts'

export function withPages(record: AlertRecord, pages: PagesFold): AlertRecord {
  const steps = [...record.steps, ...pageSteps(pages).map(stepOf)]
  return { ...record, steps: steps.toSorted((a, b) => a.seq - b.seq) }
}

function stepOf({ seq, at, by, ...step }: PageStep): RecordStep {
  const { is, about, pagers, pushes, attempts, waiting, until } = step
  return { seq, at, by: behind(by), what: 'paged', is, about, pagers, pushes, attempts, waiting, until }
}
