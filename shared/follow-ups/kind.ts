/** What can be owed to a person, or to the community, by a time, besides a round and a score. Plain: screens import it. */
export const followUpKinds = [
  'post-crisis-talk',
  'intake',
  'individual-session',
  'family-call',
  'plan-review',
  'community-task',
  'other'
] as const
export type FollowUpKind = (typeof followUpKinds)[number]

/** How it went, once it was done. */
export const outcomes = ['held', 'held-in-part', 'declined', 'not-reached', 'no-longer-needed'] as const
export type Outcome = (typeof outcomes)[number]

/** The kinds that concern no one person. */
export const withoutPerson: readonly FollowUpKind[] = ['community-task', 'other']

/** A finished one stays on the screens of today's shift and the next, in milliseconds. */
export const keptFor = 24 * 3_600_000

/** Who said that it is done, or let it go, may take that back for so long, in milliseconds; the screens offer ten seconds. */
export const takenBackWithin = 60_000

/** It can be put off by so much at most, in milliseconds: what is later is another one. */
export const putOffWithin = 7 * 24 * 3_600_000
