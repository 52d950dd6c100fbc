/**
 * The unit file: everything that describes a unit, as people write it. What is not in it has the usual value. From this
 * schema comes `docs/unit-file.schema.json`, by which editors complete and check it.
 */
import { z } from 'zod'
import { AlertKind } from '../../shared/alerts/kind.ts'
import { OwedKind } from '../../shared/alerts/owed.ts'
import { Language } from '../../shared/bilingual.ts'
import { LegalBasis, Level } from '../../shared/census/stay.ts'
import { GroupKind, LeadsNeed } from '../../shared/groups/meeting.ts'
import { GroupId, MemberId, PlaceId, UnitId } from '../../shared/ids.ts'
import {
  defaultLadder,
  Ladder,
  FollowUpMinutes,
  LatePolicy,
  PeopleWord,
  Population,
  UnitKind
} from '../../shared/profile/profile.ts'
import { Code, Night } from '../../shared/profile/codes.ts'
import { Pagers } from '../../shared/profile/pager.ts'
import { FileCodes, Name } from './codes.ts'
import { Credential, PinHash, Role } from '../../shared/staff/member.ts'
import { profileIds, type BandProfile } from '../../shared/withdrawal/profiles/band-profile.ts'
import { profiles } from '../../shared/withdrawal/profiles/profiles.ts'
import { scaleIds, type ScaleId } from '../../shared/withdrawal/scales/scale.ts'

const Key = z
  .string()
  .min(1)
  .max(60)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/)
  .describe('Names this person within the file. It stays in the file: no screen ever shows it.')

const Bed = z.string().min(1).max(12)

export const FilePlace = z.strictObject({ id: PlaceId, name: Name, kind: Code })

export const FileMember = z.strictObject({
  id: MemberId.describe('What the member signs in with.'),
  name: z.string().min(1).max(200),
  roles: z.array(Role).min(1).max(5),
  credentials: z.array(Credential).max(10).default([]),
  language: Language.optional().describe('Of this member’s screens; the unit’s when not given.'),
  pin: z
    .string()
    .regex(/^\d{4,12}$/, 'a PIN has 4 to 12 digits')
    .optional()
    .describe('4 to 12 digits. Only its argon2id hash is kept.'),
  pinHash: PinHash.optional().describe('An argon2id hash of the PIN, in place of the PIN itself.'),
  onShift: z.boolean().default(false).describe('Whether the shift starts when the member first joins.')
})

export const Weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])

export const FileSlot = z.strictObject({
  days: z.array(Weekday).min(1).max(7),
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day is HH:MM, from 00:00 to 23:59')
    .describe('HH:MM, in the unit’s time zone.'),
  minutes: z.int().min(5).max(720),
  place: PlaceId,
  facilitator: MemberId.nullable().default(null),
  coFacilitators: z.array(MemberId).max(6).default([])
})

export const FileGroup = z.strictObject({
  id: GroupId,
  name: Name,
  short: Name.optional().describe('For walls; the name when not given.'),
  kind: GroupKind,
  leads: LeadsNeed.default('anyone').describe('What it asks of who leads it.'),
  capacity: z.int().min(1).max(200).nullable().default(null),
  roster: z.union([z.literal('everyone'), z.array(Key).max(200)]).default('everyone'),
  weekly: z.array(FileSlot).max(20)
})

export const FilePerson = z.strictObject({
  id: Key,
  name: z.string().min(1).max(200),
  preferred: z.string().min(1).max(80).nullable().default(null),
  alias: z.string().min(1).max(24).describe('What walls show. It must hold no part of the name.'),
  bed: Bed.nullable().default(null),
  level: Level,
  legalBasis: LegalBasis.default('voluntary'),
  phase: z.string().min(1).max(40).nullable().default(null),
  approach: z
    .string()
    .min(1)
    .max(400)
    .nullable()
    .default(null)
    .describe('What triggers and what calms; staff only.'),
  noInformation: z
    .boolean()
    .default(false)
    .describe('Nobody outside, also not the family, is told that the person is here.'),
  place: PlaceId.nullable().default(null).describe('Where the person is when first admitted.'),
  withdrawal: z
    .array(z.enum(scaleIds))
    .max(scaleIds.length)
    .default([])
    .describe('Scales by which withdrawal is watched from when the person is first admitted.')
})

/** Each key by name, so that an editor offers it and one that is none is a mistake where it stands. */
const each = <K extends string, S extends z.ZodType>(keys: readonly K[], schema: S): Record<K, S> =>
  Object.fromEntries(keys.map(key => [key, schema])) as Record<K, S>

const profilesOf = (scale: ScaleId) => z.enum(profileIds.filter(id => profiles[id].scale === scale))
const bandsOf = ({ bands, complicated }: BandProfile) =>
  z.strictObject(
    each(
      [...bands.map(({ id }) => id), ...(complicated ? (['complicated'] as const) : [])],
      z.int().min(5).max(1_440).optional()
    )
  )

/** How withdrawal is watched here, where not as usual. */
const FileWithdrawal = z.strictObject({
  profiles: z
    .strictObject({ 'ciwa-ar': profilesOf('ciwa-ar').optional(), cows: profilesOf('cows').optional() })
    .optional()
    .describe('By which bands a scale is read; asam-2020 and cows-2003 when not given.'),
  minutes: z
    .strictObject({
      'asam-2020': bandsOf(profiles['asam-2020']).optional(),
      'classic-8-15': bandsOf(profiles['classic-8-15']).optional(),
      'cows-2003': bandsOf(profiles['cows-2003']).optional()
    })
    .optional()
    .describe('Minutes within which the next score is due, by band, where not as usual.'),
  asleep: z
    .enum(['may-wait', 'wake'])
    .optional()
    .describe('Standing rule: whether a score may wait while somebody is asleep; it may when not given.')
})

export const UnitFile = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal(1).describe('Version of this format.'),
  id: UnitId.describe('Names the unit for good: small letters, digits and -.'),
  name: z.string().min(1).max(80),
  timeZone: z.string().min(1).max(60).describe('An IANA name, such as America/Toronto.'),
  kind: UnitKind,
  population: Population,
  wordForPeople: PeopleWord,
  language: Language.default('en'),
  synthetic: z.boolean().default(false).describe('Everything here is made up; every screen says so.'),
  alerts: z
    .strictObject({
      ladder: Ladder.default(defaultLadder).describe('Whom an alert tells, in minutes since raised.'),
      ladders: z
        .strictObject(each(AlertKind.options, Ladder.optional()))
        .optional()
        .describe('Ladders of their own for some kinds of alert.'),
      afterwards: z
        .strictObject(each(OwedKind.options, z.int().min(1).max(43_200).optional()))
        .optional()
        .describe('Minutes within which what a crisis leaves to be done is due, where not as usual.'),
      answerHolds: z.int().min(1).max(60).default(3).describe('Minutes an answer holds with nobody on scene.')
    })
    .prefault({}),
  pagers: Pagers.optional().describe('Pager systems and radio gateways that alerts are told to.'),
  push: z.boolean().optional().describe('Whether members may switch Web Push on for their browsers.'),
  checkIns: z
    .strictObject({
      latePolicy: LatePolicy.default('strict'),
      followUps: FollowUpMinutes.optional().describe('Minutes until intake and talk are due.'),
      night: Night.optional().describe('HH:MM to HH:MM of the unit’s clock; 22:00 to 06:00 when not given.'),
      relief: z
        .int()
        .min(5)
        .max(720)
        .optional()
        .describe('Minutes after which whoever watches somebody without a break is relieved; usually 60.')
    })
    .prefault({}),
  codes: FileCodes.optional().describe(
    'What this unit calls its own way. Codes are retired, never taken out.'
  ),
  withdrawal: FileWithdrawal.optional().describe('How withdrawal is watched here, where not as usual.'),
  places: z.array(FilePlace).min(1).max(200),
  beds: z.array(Bed).max(200).default([]),
  members: z.array(FileMember).min(1).max(500),
  groups: z.array(FileGroup).max(200).default([]),
  people: z
    .array(FilePerson)
    .max(200)
    .optional()
    .describe('Who is on the unit. When it is not given, nobody is admitted or discharged by the file.')
})
export type UnitFile = z.infer<typeof UnitFile>

/** As draft 2020-12, of what people write: what has a usual value may be left out. */
export function unitFileJsonSchema(): object {
  return z.toJSONSchema(UnitFile, { io: 'input', target: 'draft-2020-12' })
}
