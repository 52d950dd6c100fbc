/** What is usually done at an alert of each kind: suggestions to tap into the text. Never a dose. */
import type { AlertKind } from '../../shared/alerts/kind.ts'
import * as m from '../../shared/words/compiled/messages.js'

/** The most that the text may hold. */
export const longest = 400

const talked = m.afterwards_did_talked
const quiet = m.afterwards_did_quiet_room
const medication = m.afterwards_did_medication
const stayed = m.afterwards_did_stayed
const firstAid = m.tablet_done_first_aid
const medical = m.tablet_done_handed_over
const searched = m.afterwards_did_searched
const removed = m.afterwards_did_removed
const separated = m.afterwards_did_separated
const police = m.afterwards_did_police

const byKind: Record<AlertKind, readonly (() => string)[]> = {
  tension: [talked, quiet, stayed, medication],
  behavioural: [talked, quiet, medication, stayed],
  'staff-duress': [talked, quiet, separated, police],
  'self-harm': [firstAid, stayed, removed, medical],
  medical: [firstAid, medical, medication, stayed],
  'missing-person': [m.tablet_done_found, searched, m.afterwards_did_returned, police],
  fire: [m.afterwards_did_put_out, m.afterwards_did_evacuated, m.afterwards_did_fire_service],
  weapon: [removed, searched, talked, police],
  'severe-withdrawal': [medical, medication, stayed, firstAid],
  contraband: [searched, removed, talked],
  property: [talked, m.afterwards_did_cleared, quiet],
  conflict: [talked, separated, quiet, stayed]
}

/** A drill is answered like the real thing, and says what was drilled. */
export function usualFor({ kind, drill }: { kind: AlertKind; drill: boolean }): string[] {
  const ends = drill ? [m.afterwards_did_drill] : [m.afterwards_did_false_alarm]
  return [...byKind[kind], ...ends].map(word => word())
}

const parts = (text: string): string[] =>
  text
    .split(/\.\s+|\.$/)
    .map(part => part.trim())
    .filter(part => part !== '')

export const says = (text: string, choice: string): boolean => parts(text).includes(choice)

/** Taps a suggestion into the text, or out of it again; the rest stays as it was written. */
export function tapped(text: string, choice: string): string {
  const said = parts(text)
  const next = said.includes(choice) ? said.filter(part => part !== choice) : [...said, choice]
  const joined = next.join('. ')
  return joined.length > longest ? text : joined
}
