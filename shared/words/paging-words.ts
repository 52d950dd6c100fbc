/** Words for what is told outside the board. */
import type { About } from '../about.ts'
import type { LetterState } from '../paging/paging.ts'
import {
  clock_face_to_face,
  clock_order,
  owed_community_word,
  owed_debrief,
  owed_family_notice,
  owed_level_review,
  owed_plan_review,
  page_about_cancelled,
  page_about_changed,
  page_about_escalated,
  page_about_overdue,
  page_about_raised,
  page_about_raised_again,
  page_about_reopened,
  page_about_resolved,
  page_drill,
  page_look,
  page_place_unsaid,
  page_silent,
  page_state_dead,
  page_state_outdated,
  page_state_queued,
  page_state_sent,
  page_state_trying
} from './compiled/messages.js'
import type { Word } from './word.ts'

export const aboutWords = {
  raised: page_about_raised,
  'raised-again': page_about_raised_again,
  reopened: page_about_reopened,
  changed: page_about_changed,
  escalated: page_about_escalated,
  resolved: page_about_resolved,
  cancelled: page_about_cancelled,
  overdue: page_about_overdue
} as const satisfies Record<About, Word>

export const letterStateWords = {
  queued: page_state_queued,
  trying: page_state_trying,
  sent: page_state_sent,
  dead: page_state_dead,
  outdated: page_state_outdated
} as const satisfies Record<LetterState['is'], Word>

/** By the code of what was owed. */
export const overdueWords = {
  debrief: owed_debrief,
  'level-review': owed_level_review,
  'plan-review': owed_plan_review,
  'family-notice': owed_family_notice,
  'community-word': owed_community_word,
  'restraint-order': clock_order,
  'restraint-face-to-face': clock_face_to_face
} as const satisfies Record<string, Word>

export const drillWord: Word = page_drill
export const silentWord: Word = page_silent
/** Where what is silent may not be told. */
export const lookWord: Word = page_look
export const placeUnsaid: Word = page_place_unsaid
