/**
 * Branded ids: a string that says what it names. Branding costs nothing at run time and stops a stay from being passed
 * as a member. Ids travel: into rows, logs and the addresses of screens. So a **stay's id tells nothing**: a UUID or
 * a hash, never a slug of the person's name (walls show rows of stays). Places, groups and members have readable slugs
 * (`group-room-1`): a member's id reaches only audiences that may read the member's name.
 */
import { z } from 'zod'

/** Ids are keys of plain objects, so they are never a name that every object already has (`constructor`). */
const plain = (id: string): boolean => !(id in Object.prototype)

const key = (min: number, max: number) =>
  z
    .string()
    .min(min)
    .max(max)
    .regex(/^[A-Za-z0-9][A-Za-z0-9._:~-]*$/)
    .refine(plain)

export const UnitId = z
  .string()
  .min(1)
  .max(40)
  .regex(/^[a-z0-9][a-z0-9-]*$/)
  .refine(plain)
  .brand<'UnitId'>()
export type UnitId = z.infer<typeof UnitId>

export const PlaceId = key(1, 80).brand<'PlaceId'>()
export type PlaceId = z.infer<typeof PlaceId>

/** Opaque: see above. */
export const StayId = key(1, 80).brand<'StayId'>()
export type StayId = z.infer<typeof StayId>

export const MemberId = key(1, 80).brand<'MemberId'>()
export type MemberId = z.infer<typeof MemberId>

export const GroupId = key(1, 80).brand<'GroupId'>()
export type GroupId = z.infer<typeof GroupId>

/** `<group>~<local date>~<HHMM>` for a meeting of the weekly plan; so two nodes that plan a day name it alike. */
export const MeetingId = key(1, 120).brand<'MeetingId'>()
export type MeetingId = z.infer<typeof MeetingId>

/** A UUID made when the finger lifts, or a derived id such as `escalate:<alert>:<step>` where time itself submits. */
export const CommandId = key(8, 200).brand<'CommandId'>()
export type CommandId = z.infer<typeof CommandId>

/** An alert is named after the command that raised it: the same submit can never open two. */
export const AlertId = key(1, 200).brand<'AlertId'>()
export type AlertId = z.infer<typeof AlertId>

/** A withdrawal watch is named after the command that began it. It tells nothing of whom it watches. */
export const WatchId = key(1, 200).brand<'WatchId'>()
export type WatchId = z.infer<typeof WatchId>

/** What is owed to somebody by a time: named after the command that opened it, `<command>~<kind>`. */
export const FollowUpId = key(1, 240).brand<'FollowUpId'>()
export type FollowUpId = z.infer<typeof FollowUpId>

/** One thing that is to be sent to one receiver: `<command>~<number>~<channel>`. */
export const PageId = key(1, 400).brand<'PageId'>()
export type PageId = z.infer<typeof PageId>
