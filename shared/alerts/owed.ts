/** What a crisis leaves to be done before it may be closed. */
import { z } from 'zod'
import type { MemberId } from '../ids.ts'

export const OwedKind = z.enum([
  'debrief',
  'level-review',
  /** the treatment plan is looked at again by a licensed member */
  'plan-review',
  'family-notice',
  'community-word'
])
export type OwedKind = z.infer<typeof OwedKind>

export type OwedState =
  | { is: 'owed' }
  | { is: 'done'; at: number; by: MemberId; note: string | null }
  /** put off: owed again from `until` on, unless the alert was closed before */
  | { is: 'deferred'; at: number; by: MemberId; reason: string; until: number }
  /** not to be done: nobody outside may be told anything of the person. `by`: null where no member said so */
  | { is: 'withheld'; at: number; by: MemberId | null }

export interface Owed {
  kind: OwedKind
  owner: MemberId | null
  /** milliseconds since 1970 */
  due: number
  state: OwedState
  /** how many times somebody was told that it is overdue */
  told: number
}
