/** Words for alerts: kinds, priorities, situations, answers, and whom a rung tells. */
import type { Answer } from '../alerts/alert.ts'
import type { AlertKind, Priority } from '../alerts/kind.ts'
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
  alert_situation_on_scene,
  alert_situation_raised,
  alert_situation_resolved,
  alert_staff_duress,
  alert_tension,
  alert_weapon,
  priority_high,
  priority_low,
  priority_medium,
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
  resolved: alert_situation_resolved,
  cancelled: alert_situation_cancelled
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
