import { z } from 'zod'

/**
 * Who may be standing in front of a screen. A role is a member's; an audience is a screen's.
 * - `wall`: the nurses' station and staff area: alias or bed, never a name, a diagnosis or a note
 * - `wall-public`: visitors can see it: counts, places and group names; no person at all, no alert
 * - `locked`: a tablet nobody has unlocked: an alert's kind and place, and the button to raise one; no person
 * - `tablet`: a member: names, levels and approach notes of the unit
 * - `charge`: as tablet, plus the roster's credentials and the counts of checks
 */
export const audiences = ['wall', 'wall-public', 'locked', 'tablet', 'charge'] as const
export const Audience = z.enum(audiences)
export type Audience = z.infer<typeof Audience>

/** Audiences that may see who a person is. */
export const knowsNames = (audience: Audience): boolean => audience === 'tablet' || audience === 'charge'

/** Audiences that may see that a person is here at all, if only by alias. */
export const seesPeople = (audience: Audience): boolean => audience === 'wall' || knowsNames(audience)

/** Audiences from which one can raise, and which therefore hear on which screens it is shown. Names no person. */
export const hearsOfScreens = (audience: Audience): boolean => knowsNames(audience) || audience === 'locked'

/** Audiences that may see who of the staff does what. */
export const seesStaff = seesPeople
