/** Who it was that first answered, was there, contained or resolved: the step that its time was reached by. */
import type { AlertRecord } from '../../shared/alerts/record-step.ts'
import type { MemberId } from '../../shared/ids.ts'

export type Reached = keyof AlertRecord['took']
export const reachedInOrder: readonly Reached[] = ['answered', 'onScene', 'contained', 'resolved']

const by: Record<Reached, readonly string[]> = {
  answered: ['acknowledged', 'arrived'],
  onScene: ['arrived'],
  contained: ['contained'],
  resolved: ['resolved']
}

/** Null where it was never reached. */
export function whoFirst({ steps, took, raisedAt }: AlertRecord, reached: Reached): MemberId | null {
  const after = took[reached]
  if (after === null) return null
  const step = steps.find(({ what, at }) => by[reached].includes(what) && at === raisedAt + after)
  if (step && 'who' in step) return step.who
  return step?.by.kind === 'member' ? step.by.member : null
}
