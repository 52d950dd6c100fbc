/**
 * Every reason to say no. A refusal is a value, never thrown: the unit understood and declines.
 * `then` is what the screen should do: `tell` the person and keep what they entered; `look` again, since what they saw
 * has changed (the rows on screen are, or are about to be, newer); `sign-in`; or `update` the screen's program.
 * The words for each, in both languages, are in `words/`.
 */
export const refusals = {
  // the asking itself
  'not-understood': { then: 'update' },
  'not-signed-in': { then: 'sign-in' },
  'not-permitted': { then: 'tell' },
  'id-reused': { then: 'tell' },
  'unit-unknown': { then: 'tell' },
  // census
  'stay-unknown': { then: 'look' },
  'stay-exists': { then: 'tell' },
  'bed-unknown': { then: 'tell' },
  'bed-taken': { then: 'look' },
  'alias-taken': { then: 'tell' },
  'tells-name': { then: 'tell' },
  'alias-blank': { then: 'tell' },
  'already-off-unit': { then: 'look' },
  'not-off-unit': { then: 'look' },
  'off-unit': { then: 'look' },
  // places and the unit's own description
  'place-unknown': { then: 'look' },
  'place-in-use': { then: 'tell' },
  'time-zone-unknown': { then: 'tell' },
  // staff
  'member-unknown': { then: 'look' },
  'member-exists': { then: 'tell' },
  'already-on-shift': { then: 'look' },
  'not-on-shift': { then: 'look' },
  'leads-now': { then: 'tell' },
  // groups
  'group-unknown': { then: 'look' },
  'meeting-unknown': { then: 'look' },
  'meeting-over': { then: 'look' },
  'meeting-not-running': { then: 'look' },
  'meeting-running': { then: 'look' },
  'too-early': { then: 'tell' },
  'meeting-full': { then: 'tell' },
  'already-there': { then: 'look' },
  'in-another-meeting': { then: 'tell' },
  'not-on-roster': { then: 'look' },
  'not-leading': { then: 'tell' },
  'not-in-meeting': { then: 'look' },
  'already-leads': { then: 'look' },
  'reassigned-by-another': { then: 'look' },
  'off-shift': { then: 'tell' },
  'double-booking': { then: 'tell' },
  'watches-somebody': { then: 'tell' },
  'missing-now': { then: 'tell' },
  'responds-now': { then: 'tell' },
  'credential-not-in-force': { then: 'tell' },
  // alerts
  'alert-unknown': { then: 'look' },
  'alert-over': { then: 'look' },
  'already-answered': { then: 'look' },
  'raised-it': { then: 'tell' },
  'not-the-raiser': { then: 'tell' },
  'too-late-to-cancel': { then: 'tell' },
  'action-needed': { then: 'tell' },
  'notes-needed': { then: 'tell' },
  'already-declined': { then: 'look' },
  'not-there': { then: 'tell' },
  'role-taken': { then: 'look' },
  'nobody-there': { then: 'tell' },
  'already-contained': { then: 'look' },
  'not-over': { then: 'look' },
  'too-late-to-reopen': { then: 'tell' },
  'still-owed': { then: 'tell' },
  'not-owing': { then: 'look' },
  'already-settled': { then: 'look' },
  'no-information': { then: 'tell' },
  'licence-needed': { then: 'tell' },
  'why-needed': { then: 'tell' },
  'until-passed': { then: 'tell' },
  'until-too-far': { then: 'tell' },
  'restraint-unknown': { then: 'look' },
  'restraint-over': { then: 'look' },
  'already-evaluated': { then: 'look' },
  'still-restrained': { then: 'tell' },
  'order-limit': { then: 'tell' },
  // check-ins
  'seen-in-future': { then: 'tell' },
  'seen-too-long-ago': { then: 'tell' },
  'reason-needed': { then: 'tell' },
  'nothing-missed': { then: 'look' },
  'check-unknown': { then: 'look' },
  'too-late-to-undo': { then: 'tell' },
  'not-yours': { then: 'tell' },
  'too-late-to-correct': { then: 'tell' },
  'breathing-needed': { then: 'tell' },
  'method-needed': { then: 'tell' },
  'code-unknown': { then: 'look' },
  'code-retired': { then: 'look' },
  'not-watched': { then: 'look' },
  'watch-held': { then: 'look' },
  'already-watching': { then: 'look' },
  'not-watching': { then: 'look' },
  'watches-another': { then: 'tell' },
  'watches-now': { then: 'tell' },
  // withdrawal watch
  'watch-unknown': { then: 'look' },
  'already-watched': { then: 'look' },
  'profile-unfit': { then: 'tell' },
  'nurse-needed': { then: 'tell' },
  'answers-missing': { then: 'tell' },
  'answer-illegal': { then: 'tell' },
  'pulse-locked': { then: 'tell' },
  'score-unknown': { then: 'look' },
  'already-corrected': { then: 'look' },
  'wake-to-score': { then: 'tell' },
  // follow-ups
  'follow-up-unknown': { then: 'look' },
  'follow-up-over': { then: 'look' },
  'person-needed': { then: 'tell' },
  'nothing-offered': { then: 'look' },
  // paging
  'page-unknown': { then: 'look' },
  'page-outdated': { then: 'tell' },
  // time was early, or another node's clock had been first
  'not-owed': { then: 'look' },
  // a command that would change nothing
  'no-change': { then: 'look' }
} as const satisfies Record<string, { then: 'tell' | 'look' | 'sign-in' | 'update' }>

export type Refusal = keyof typeof refusals

/** Ids, instants and counts that the sentence needs: never a person's name (a screen that may know it looks it up). */
export type Says = Readonly<Record<string, string | number>>

export interface Refused {
  refusal: Refusal
  says: Says
}

export const refuse = (refusal: Refusal, says: Says = {}): Refused => ({ refusal, says })

export const isRefused = (decision: object): decision is Refused => 'refusal' in decision

/** A screen with nobody behind it is told when, and not who: its audience sees no ids of people either. */
export function withoutIds({ refusal, says }: Refused): Refused {
  return refuse(
    refusal,
    Object.fromEntries(Object.entries(says).filter(([, said]) => typeof said === 'number'))
  )
}
