/** Words for follow-ups: what they are, and how they went. */
import type { FollowUpKind, Outcome } from '../follow-ups/kind.ts'
import {
  follow_up_community_task,
  follow_up_family_call,
  follow_up_individual_session,
  follow_up_intake,
  follow_up_other,
  follow_up_plan_review,
  follow_up_post_crisis_talk,
  outcome_declined,
  outcome_held,
  outcome_held_in_part,
  outcome_no_longer_needed,
  outcome_not_reached
} from './compiled/messages.js'
import type { Word } from './word.ts'

export const followUpWords = {
  'post-crisis-talk': follow_up_post_crisis_talk,
  intake: follow_up_intake,
  'individual-session': follow_up_individual_session,
  'family-call': follow_up_family_call,
  'plan-review': follow_up_plan_review,
  'community-task': follow_up_community_task,
  other: follow_up_other
} as const satisfies Record<FollowUpKind, Word>

export const outcomeWords = {
  held: outcome_held,
  'held-in-part': outcome_held_in_part,
  declined: outcome_declined,
  'not-reached': outcome_not_reached,
  'no-longer-needed': outcome_no_longer_needed
} as const satisfies Record<Outcome, Word>
