/** One sentence for each refusal: what happened, what was kept, what to do. */
import type { Language } from '../bilingual.ts'
import type { Refusal, Says } from '../refusal.ts'
import * as say from './compiled/messages.js'

/**
 * What a screen may look up in its own rows. Each answers undefined for what it does not hold, as a screen that may not
 * know a name does; the sentence then says "somebody". `time` writes an instant (milliseconds since 1970) for a sentence.
 */
export interface Known {
  member?: ((id: string) => string | undefined) | undefined
  person?: ((stay: string) => string | undefined) | undefined
  meeting?: ((id: string) => string | undefined) | undefined
  time?: ((at: number) => string) | undefined
}

interface Fill {
  [blank: string]: string
}

type Sentence = (fill: never, options: { locale: Language }) => string

const sentences = {
  'not-understood': say.refusal_not_understood,
  'not-signed-in': say.refusal_not_signed_in,
  'not-permitted': say.refusal_not_permitted,
  'id-reused': say.refusal_id_reused,
  'unit-unknown': say.refusal_unit_unknown,
  'stay-unknown': say.refusal_stay_unknown,
  'stay-exists': say.refusal_stay_exists,
  'bed-unknown': say.refusal_bed_unknown,
  'bed-taken': say.refusal_bed_taken,
  'alias-taken': say.refusal_alias_taken,
  'tells-name': say.refusal_tells_name,
  'alias-blank': say.refusal_alias_blank,
  'already-off-unit': say.refusal_already_off_unit,
  'not-off-unit': say.refusal_not_off_unit,
  'off-unit': say.refusal_off_unit,
  'place-unknown': say.refusal_place_unknown,
  'place-in-use': say.refusal_place_in_use,
  'time-zone-unknown': say.refusal_time_zone_unknown,
  'member-unknown': say.refusal_member_unknown,
  'member-exists': say.refusal_member_exists,
  'already-on-shift': say.refusal_already_on_shift,
  'not-on-shift': say.refusal_not_on_shift,
  'leads-now': say.refusal_leads_now,
  'group-unknown': say.refusal_group_unknown,
  'meeting-unknown': say.refusal_meeting_unknown,
  'meeting-over': say.refusal_meeting_over,
  'meeting-not-running': say.refusal_meeting_not_running,
  'meeting-running': say.refusal_meeting_running,
  'too-early': say.refusal_too_early,
  'meeting-full': say.refusal_meeting_full,
  'already-there': say.refusal_already_there,
  'in-another-meeting': say.refusal_in_another_meeting,
  'not-on-roster': say.refusal_not_on_roster,
  'not-leading': say.refusal_not_leading,
  'not-in-meeting': say.refusal_not_in_meeting,
  'already-leads': say.refusal_already_leads,
  'reassigned-by-another': say.refusal_reassigned_by_another,
  'off-shift': say.refusal_off_shift,
  'double-booking': say.refusal_double_booking,
  'missing-now': say.refusal_missing_now,
  'watches-somebody': say.refusal_watches_somebody,
  'responds-now': say.refusal_responds_now,
  'credential-not-in-force': say.refusal_credential_not_in_force,
  'alert-unknown': say.refusal_alert_unknown,
  'alert-over': say.refusal_alert_over,
  'already-answered': say.refusal_already_answered,
  'raised-it': say.refusal_raised_it,
  'not-the-raiser': say.refusal_not_the_raiser,
  'too-late-to-cancel': say.refusal_too_late_to_cancel,
  'action-needed': say.refusal_action_needed,
  'notes-needed': say.refusal_notes_needed,
  'already-declined': say.refusal_already_declined,
  'not-there': say.refusal_not_there,
  'role-taken': say.refusal_role_taken,
  'nobody-there': say.refusal_nobody_there,
  'already-contained': say.refusal_already_contained,
  'not-over': say.refusal_not_over,
  'too-late-to-reopen': say.refusal_too_late_to_reopen,
  'still-owed': say.refusal_still_owed,
  'not-owing': say.refusal_not_owing,
  'already-settled': say.refusal_already_settled,
  'no-information': say.refusal_no_information,
  'licence-needed': say.refusal_licence_needed,
  'why-needed': say.refusal_why_needed,
  'until-passed': say.refusal_until_passed,
  'until-too-far': say.refusal_until_too_far,
  'restraint-unknown': say.refusal_restraint_unknown,
  'restraint-over': say.refusal_restraint_over,
  'already-evaluated': say.refusal_already_evaluated,
  'still-restrained': say.refusal_still_restrained,
  'order-limit': say.refusal_order_limit,
  'seen-in-future': say.refusal_seen_in_future,
  'seen-too-long-ago': say.refusal_seen_too_long_ago,
  'reason-needed': say.refusal_reason_needed,
  'nothing-missed': say.refusal_nothing_missed,
  'check-unknown': say.refusal_check_unknown,
  'too-late-to-undo': say.refusal_too_late_to_undo,
  'not-yours': say.refusal_not_yours,
  'too-late-to-correct': say.refusal_too_late_to_correct,
  'breathing-needed': say.refusal_breathing_needed,
  'method-needed': say.refusal_method_needed,
  'code-unknown': say.refusal_code_unknown,
  'code-retired': say.refusal_code_retired,
  'not-watched': say.refusal_not_watched,
  'watch-held': say.refusal_watch_held,
  'already-watching': say.refusal_already_watching,
  'not-watching': say.refusal_not_watching,
  'watches-another': say.refusal_watches_another,
  'watches-now': say.refusal_watches_now,
  'watch-unknown': say.refusal_watch_unknown,
  'already-watched': say.refusal_already_watched,
  'profile-unfit': say.refusal_profile_unfit,
  'nurse-needed': say.refusal_nurse_needed,
  'answers-missing': say.refusal_answers_missing,
  'answer-illegal': say.refusal_answer_illegal,
  'pulse-locked': say.refusal_pulse_locked,
  'score-unknown': say.refusal_score_unknown,
  'already-corrected': say.refusal_already_corrected,
  'wake-to-score': say.refusal_wake_to_score,
  'follow-up-unknown': say.refusal_follow_up_unknown,
  'follow-up-over': say.refusal_follow_up_over,
  'person-needed': say.refusal_person_needed,
  'nothing-offered': say.refusal_nothing_offered,
  'page-unknown': say.refusal_page_unknown,
  'page-outdated': say.refusal_page_outdated,
  'not-owed': say.refusal_not_owed,
  'no-change': say.refusal_no_change
} as const satisfies Record<Refusal, Sentence>

/** The sentence for a refusal, in a language. `says` is as the server sent it; a refusal this screen is too old to know reads as not understood. */
export function refusalSays(refusal: Refusal, says: Says, locale: Language, known: Known = {}): string {
  const sentence: Sentence = Object.hasOwn(sentences, refusal)
    ? sentences[refusal]
    : say.refusal_not_understood
  const text = sentence(blanks(says, locale, known) as never, { locale })
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)
}

/** Every blank that a sentence may have, each with words for when the screen does not know. */
function blanks(says: Says, locale: Language, known: Known): Fill {
  const named = (look: ((id: string) => string | undefined) | undefined, id: string | number | undefined) =>
    typeof id === 'string' && id !== '' ? look?.(id) : undefined
  const at = says.at ?? says.from ?? says.since ?? says.seenAt ?? says.until
  return {
    by: named(known.member, says.by) ?? say.named_somebody({}, { locale }),
    member: named(known.member, says.member) ?? say.named_the_member({}, { locale }),
    leader:
      says.facilitator === ''
        ? say.named_nobody({}, { locale })
        : (named(known.member, says.facilitator) ?? say.named_somebody({}, { locale })),
    person: named(known.person, says.stay) ?? say.named_the_person({}, { locale }),
    group: named(known.meeting, says.meeting) ?? say.named_the_group({}, { locale }),
    other: named(known.meeting, says.other) ?? say.named_another_group({}, { locale }),
    time:
      (typeof at === 'number' && at > 0 ? known.time?.(at) : undefined) ?? say.named_earlier({}, { locale }),
    bed: String(says.bed ?? ''),
    alias: String(says.alias ?? ''),
    zone: String(says.timeZone ?? ''),
    capacity: String(says.capacity ?? '')
  }
}
