/** Words for alerts: kinds, priorities, situations, answers, and whom a rung tells. */
import type { Answer } from '../alerts/alert.ts'
import type { AlertKind, Priority, ResponseRole } from '../alerts/kind.ts'
import type { OwedKind } from '../alerts/owed.ts'
import type { AgeBand, RestraintClock, RestraintKind } from '../alerts/restraint.ts'
import type { AlertRow } from '../alerts/view.ts'
import type { Tells } from '../profile/profile.ts'
import {
  alert_answer_coming,
  alert_answer_delegated,
  alert_answer_handled,
  alert_behavioural,
  alert_conflict,
  alert_contraband,
  alert_fire,
  alert_medical,
  alert_missing_person,
  alert_property,
  alert_self_harm,
  alert_severe_withdrawal,
  alert_situation_acknowledged,
  alert_situation_cancelled,
  alert_situation_closed,
  alert_situation_contained,
  alert_situation_debriefed,
  alert_situation_merged,
  alert_situation_on_scene,
  alert_situation_raised,
  alert_situation_resolved,
  alert_staff_duress,
  alert_tension,
  alert_weapon,
  band_adult,
  band_from_9_to_17,
  band_under_9,
  clock_face_to_face,
  clock_order,
  owed_community_word,
  owed_debrief,
  owed_family_notice,
  owed_level_review,
  owed_plan_review,
  priority_high,
  priority_low,
  priority_medium,
  response_lead,
  response_medical,
  response_others,
  response_support,
  restraint_restraint,
  restraint_seclusion,
  tells_charge,
  tells_director,
  tells_everyone,
  tells_shift
} from './compiled/messages.js'
import type { Word } from './word.ts'

export const alertKindWords = {
  tension: alert_tension,
  behavioural: alert_behavioural,
  'staff-duress': alert_staff_duress,
  'self-harm': alert_self_harm,
  medical: alert_medical,
  'missing-person': alert_missing_person,
  fire: alert_fire,
  weapon: alert_weapon,
  'severe-withdrawal': alert_severe_withdrawal,
  contraband: alert_contraband,
  property: alert_property,
  conflict: alert_conflict
} as const satisfies Record<AlertKind, Word>

export const priorityWords = {
  high: priority_high,
  medium: priority_medium,
  low: priority_low
} as const satisfies Record<Priority, Word>

export const alertSituationWords = {
  raised: alert_situation_raised,
  acknowledged: alert_situation_acknowledged,
  'on-scene': alert_situation_on_scene,
  contained: alert_situation_contained,
  resolved: alert_situation_resolved,
  debriefed: alert_situation_debriefed,
  closed: alert_situation_closed,
  cancelled: alert_situation_cancelled,
  merged: alert_situation_merged
} as const satisfies Record<AlertRow['situation'], Word>

export const answerWords = {
  coming: alert_answer_coming,
  delegated: alert_answer_delegated,
  handled: alert_answer_handled
} as const satisfies Record<Answer, Word>

export const tellsWords = {
  shift: tells_shift,
  charge: tells_charge,
  director: tells_director,
  everyone: tells_everyone
} as const satisfies Record<Tells, Word>

export const responseRoleWords = {
  lead: response_lead,
  support: response_support,
  others: response_others,
  medical: response_medical
} as const satisfies Record<ResponseRole, Word>

export const owedWords = {
  debrief: owed_debrief,
  'level-review': owed_level_review,
  'plan-review': owed_plan_review,
  'family-notice': owed_family_notice,
  'community-word': owed_community_word
} as const satisfies Record<OwedKind, Word>

export const restraintWords = {
  restraint: restraint_restraint,
  seclusion: restraint_seclusion
} as const satisfies Record<RestraintKind, Word>

export const ageBandWords = {
  adult: band_adult,
  'from-9-to-17': band_from_9_to_17,
  'under-9': band_under_9
} as const satisfies Record<AgeBand, Word>

export const restraintClockWords = {
  order: clock_order,
  'face-to-face': clock_face_to_face
} as const satisfies Record<RestraintClock, Word>
