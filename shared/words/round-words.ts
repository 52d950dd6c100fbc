/** Words for rounds: levels, what a person does, how they look, and why a check is late. */
import type { Level } from '../census/stay.ts'
import type { Activity, LateReason, Presentation } from '../check-ins/check-in.ts'
import {
  activity_awake_in_bed,
  activity_eating,
  activity_eyes_closed,
  activity_hygiene,
  activity_in_group,
  activity_pacing,
  activity_phone,
  activity_reading,
  activity_sitting,
  activity_visitor,
  activity_with_peers,
  activity_with_staff,
  late_at_alert,
  late_in_group,
  late_off_unit,
  late_on_one_to_one,
  late_other,
  late_short_staffed,
  level_line_of_sight,
  level_one_to_one,
  level_q15,
  level_q30,
  level_q60,
  level_two_to_one,
  presentation_agitated,
  presentation_anxious,
  presentation_calm,
  presentation_confused,
  presentation_irritable,
  presentation_refused,
  presentation_tearful,
  presentation_unseen_stimuli,
  presentation_withdrawn
} from './compiled/messages.js'
import type { Word } from './word.ts'

export const levelWords = {
  q60: level_q60,
  q30: level_q30,
  q15: level_q15,
  'line-of-sight': level_line_of_sight,
  'one-to-one': level_one_to_one,
  'two-to-one': level_two_to_one
} as const satisfies Record<Level, Word>

export const activityWords = {
  'eyes-closed': activity_eyes_closed,
  'awake-in-bed': activity_awake_in_bed,
  sitting: activity_sitting,
  pacing: activity_pacing,
  eating: activity_eating,
  hygiene: activity_hygiene,
  'with-peers': activity_with_peers,
  'with-staff': activity_with_staff,
  'in-group': activity_in_group,
  phone: activity_phone,
  reading: activity_reading,
  visitor: activity_visitor
} as const satisfies Record<Activity, Word>

export const presentationWords = {
  calm: presentation_calm,
  anxious: presentation_anxious,
  tearful: presentation_tearful,
  withdrawn: presentation_withdrawn,
  irritable: presentation_irritable,
  agitated: presentation_agitated,
  'unseen-stimuli': presentation_unseen_stimuli,
  confused: presentation_confused,
  refused: presentation_refused
} as const satisfies Record<Presentation, Word>

export const lateWords = {
  'in-group': late_in_group,
  'at-alert': late_at_alert,
  'on-one-to-one': late_on_one_to_one,
  'short-staffed': late_short_staffed,
  'off-unit': late_off_unit,
  other: late_other
} as const satisfies Record<LateReason, Word>
