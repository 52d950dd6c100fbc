/**
 * Branded ids: a string that says what it names. An id is a slug (`group-room-1`) where people wrote it in a unit
 * file, and a UUID where a screen made it. Branding costs nothing at run time and stops a stay from being passed as a
 * member.
 */
import { z } from 'zod'

const slug = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:~-]*$/)

export const UnitId = z
  .string()
  .min(1)
  .max(40)
  .regex(/^[a-z0-9][a-z0-9-]*$/)
  .brand<'UnitId'>()
export type UnitId = z.infer<typeof UnitId>

export const PlaceId = slug.brand<'PlaceId'>()
export type PlaceId = z.infer<typeof PlaceId>

export const StayId = slug.brand<'StayId'>()
export type StayId = z.infer<typeof StayId>

export const MemberId = slug.brand<'MemberId'>()
export type MemberId = z.infer<typeof MemberId>

export const GroupId = slug.brand<'GroupId'>()
export type GroupId = z.infer<typeof GroupId>

/** `<group>~<local date>~<HHMM>` for a meeting of the weekly plan; so two nodes that plan a day name it alike. */
export const MeetingId = z
  .string()
  .min(1)
  .max(120)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:~-]*$/)
  .brand<'MeetingId'>()
export type MeetingId = z.infer<typeof MeetingId>

/** An alert is named after the command that raised it: the same submit can never open two. */
export const AlertId = slug.brand<'AlertId'>()
export type AlertId = z.infer<typeof AlertId>

/** A UUID made when the finger lifts, or a derived id such as `escalate:<alert>:<step>` where time itself submits. */
export const CommandId = z
  .string()
  .min(8)
  .max(200)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:~-]*$/)
  .brand<'CommandId'>()
export type CommandId = z.infer<typeof CommandId>
