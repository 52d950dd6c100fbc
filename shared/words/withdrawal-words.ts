/** Words for the withdrawal watch: scales, band profiles, bands, signs of danger, and why a score waits or a watch ends. */
import type { Danger } from '../withdrawal/dangers.ts'
import type { Band, ProfileId } from '../withdrawal/profiles/band-profile.ts'
import type { ScaleId } from '../withdrawal/scales/scale.ts'
import type { Postponement, StopReason } from '../withdrawal/watch.ts'
import * as say from './compiled/messages.js'
import type { Word } from './word.ts'

export const scaleWords = {
  'ciwa-ar': say.withdrawal_scale_ciwa_ar,
  cows: say.withdrawal_scale_cows
} as const satisfies Record<ScaleId, Word>

export const profileWords = {
  'asam-2020': say.withdrawal_profile_asam_2020,
  'classic-8-15': say.withdrawal_profile_classic_8_15,
  'cows-2003': say.withdrawal_profile_cows_2003
} as const satisfies Record<ProfileId, Word>

export const withdrawalBandWords = {
  none: say.withdrawal_band_none,
  minimal: say.withdrawal_band_minimal,
  mild: say.withdrawal_band_mild,
  moderate: say.withdrawal_band_moderate,
  'moderately-severe': say.withdrawal_band_moderately_severe,
  severe: say.withdrawal_band_severe,
  complicated: say.withdrawal_band_complicated
} as const satisfies Record<Band, Word>

export const dangerWords = {
  seizure: say.withdrawal_danger_seizure,
  delirium: say.withdrawal_danger_delirium,
  'new-hallucinations': say.withdrawal_danger_new_hallucinations,
  'hard-to-wake': say.withdrawal_danger_hard_to_wake,
  'trouble-breathing': say.withdrawal_danger_trouble_breathing,
  'chest-pain': say.withdrawal_danger_chest_pain
} as const satisfies Record<Danger, Word>

export const postponementWords = {
  asleep: say.withdrawal_put_off_asleep,
  refused: say.withdrawal_put_off_refused,
  'off-unit': say.withdrawal_put_off_off_unit,
  'in-group': say.withdrawal_put_off_in_group,
  'at-alert': say.withdrawal_put_off_at_alert,
  other: say.withdrawal_put_off_other
} as const satisfies Record<Postponement, Word>

export const stopWords = {
  settled: say.withdrawal_stop_settled,
  ordered: say.withdrawal_stop_ordered,
  transferred: say.withdrawal_stop_transferred,
  mistake: say.withdrawal_stop_mistake,
  other: say.withdrawal_stop_other
} as const satisfies Record<StopReason, Word>
