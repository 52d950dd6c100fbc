/**
 * The profile: what the unit says of itself. Its name, time zone, words and policies, and its places and beds. Part of
 * the floor: every slice may look down at it.
 */
import { z } from 'zod'
import type { Bilingual } from '../bilingual.ts'
import { Language } from '../bilingual.ts'
import type { PlaceId } from '../ids.ts'
import { without } from '../memo.ts'
import type { Recorded } from '../recorded.ts'
import { Codes, Night, type Code } from './codes.ts'
import { Pagers, Tells } from './pager.ts'

export { Tells } from './pager.ts'

export const UnitKind = z.enum([
  'inpatient',
  'therapeutic-community',
  'partial-hospital',
  'intensive-outpatient',
  'outpatient'
])
export type UnitKind = z.infer<typeof UnitKind>

export const Population = z.enum(['adult', 'adolescent', 'pediatric'])
export type Population = z.infer<typeof Population>

export const PeopleWord = z.enum(['patient', 'resident', 'client'])
export type PeopleWord = z.infer<typeof PeopleWord>

/** What every unit begins with; a unit may call them otherwise, retire them and add kinds of its own. */
export const PlaceKind = z.enum([
  'own-room',
  'bathroom',
  'hallway',
  'day-room',
  'group-room',
  'dining',
  'nurses-station',
  'quiet-room',
  'seclusion',
  'courtyard',
  'visit-room',
  'intake',
  'medication',
  'workshop',
  'other'
])
export type PlaceKind = z.infer<typeof PlaceKind>

export const Rung = z.strictObject({ minutes: z.int().min(0).max(240), tells: Tells })
export type Rung = z.infer<typeof Rung>

export const Ladder = z.array(Rung).min(1).max(8)

/** Default rungs in minutes since raised: 0, 2, 5, 10. */
export const defaultLadder: Rung[] = [
  { minutes: 0, tells: 'shift' },
  { minutes: 2, tells: 'charge' },
  { minutes: 5, tells: 'director' },
  { minutes: 10, tells: 'everyone' }
]

/** `strict`: late at 1.0 x the interval. `lenient`: at 1.5 x. */
export const LatePolicy = z.enum(['strict', 'lenient'])
export type LatePolicy = z.infer<typeof LatePolicy>

const upToTwoWeeks = z.int().min(5).max(20_160)
/** Minutes by what is left: an admission's intake, and the talk with whom a crisis was about. */
export const FollowUpMinutes = z.strictObject({
  intake: upToTwoWeeks.optional(),
  'post-crisis-talk': upToTwoWeeks.optional()
})

export const Description = z.strictObject({
  name: z.string().min(1).max(80),
  timeZone: z.string().min(1).max(60),
  kind: UnitKind,
  population: Population,
  people: PeopleWord,
  language: Language,
  /** everything on this unit is made up; said on every screen */
  synthetic: z.boolean(),
  beds: z.array(z.string().min(1).max(12)).max(200),
  ladder: Ladder,
  /** ladders of their own for some kinds of alert, by kind */
  ladders: z.record(z.string().max(40), Ladder).optional(),
  /** minutes within which each thing that a crisis leaves to be done is due, by its kind, where not the default */
  afterwards: z
    .record(
      z.string().max(40),
      z
        .int()
        .min(1)
        .max(60 * 24 * 30)
    )
    .optional(),
  /** minutes an acknowledgement holds without anyone on scene */
  answerHolds: z.int().min(1).max(60),
  latePolicy: LatePolicy,
  /** when it is night, by the unit's clock; not given: 22:00 to 06:00 */
  night: Night.optional(),
  /** minutes after which whoever watches somebody without a break is due to be relieved; not given: 60 */
  relief: z.int().min(5).max(720).optional(),
  /** what it calls things its own way */
  codes: Codes.optional(),
  /** how withdrawal scores are read here, where not as usual */
  withdrawal: z
    .strictObject({
      /** band profile by scale */
      profiles: z.record(z.string().max(40), z.string().max(40)).optional(),
      /** minutes within which the next score is due, by profile and band */
      minutes: z
        .record(z.string().max(40), z.record(z.string().max(40), z.int().min(5).max(1_440)))
        .optional(),
      /** standing rule: whether a score may wait while somebody is asleep; not given: it may */
      asleep: z.enum(['may-wait', 'wake']).optional()
    })
    .optional(),
  /** minutes within which an admission's intake, and the talk after a crisis, are due; what is not named is not opened */
  followUps: FollowUpMinutes.optional(),
  /** who else is called when an alert tells somebody. Their secrets are in no row and no log */
  pagers: Pagers.optional(),
  /** whether members may be told by Web Push */
  push: z.boolean().optional()
})
export type Description = z.infer<typeof Description>

export interface Place {
  id: PlaceId
  name: Bilingual
  /** a code: one of `PlaceKind` or of the unit's own */
  kind: Code
}

export interface Profile {
  /** null until the unit has been described for the first time */
  description: Description | null
  places: Readonly<Record<PlaceId, Place>>
}

export type ProfileEvent =
  | { type: 'profile.described'; description: Description }
  | { type: 'place.opened'; place: PlaceId; name: Bilingual; kind: Code }
  | { type: 'place.changed'; place: PlaceId; name: Bilingual; kind: Code }
  | { type: 'place.retired'; place: PlaceId }

export const initialProfile: Profile = { description: null, places: {} }

export function evolveProfile(profile: Profile, { event }: Recorded<ProfileEvent | { type: '' }>): Profile {
  switch (event.type) {
    case 'profile.described':
      return { ...profile, description: event.description }
    case 'place.opened':
    case 'place.changed': {
      const { place: id, name, kind } = event
      return { ...profile, places: { ...profile.places, [id]: { id, name, kind } } }
    }
    case 'place.retired':
      return { ...profile, places: without(profile.places, event.place) }
    default:
      return profile
  }
}
