/**
 * The census: who is on the unit, in which bed, watched how closely, and where they were last known to be. A stay is
 * one person's time on the unit, from admission to discharge.
 */
import { z } from 'zod'
import type { PlaceId, StayId } from '../ids.ts'
import { type CommandId } from '../ids.ts'
import { without } from '../memo.ts'
import type { Recorded } from '../recorded.ts'
import type { CheckInEvent } from '../check-ins/check-in.ts'
import type { GroupEvent } from '../groups/meeting.ts'

/** Observation level: see the person at least every n minutes, or continuously. */
export const Level = z.enum(['q60', 'q30', 'q15', 'line-of-sight', 'one-to-one', 'two-to-one'])
export type Level = z.infer<typeof Level>

/** Longest time between two looks at a person, in minutes; null where somebody watches continuously. */
export const intervalOf: Record<Level, number | null> = {
  q60: 60,
  q30: 30,
  q15: 15,
  'line-of-sight': null,
  'one-to-one': null,
  'two-to-one': null
}

export const LegalBasis = z.enum(['voluntary', 'referred', 'court-mandated', 'involuntary-hold'])
export type LegalBasis = z.infer<typeof LegalBasis>

/** What describes the person. Names and notes reach only audiences that may know them. */
export const Person = z.strictObject({
  name: z.string().min(1).max(200),
  preferred: z.string().min(1).max(80).nullable(),
  /** how walls call the person: never a part of the name */
  alias: z.string().min(1).max(24),
  legalBasis: LegalBasis,
  phase: z.string().min(1).max(40).nullable(),
  /** what triggers and what calms; staff only */
  approach: z.string().min(1).max(400).nullable(),
  /** nobody outside is told that the person is here, or anything of them */
  noInformation: z.boolean().optional()
})
export type Person = z.infer<typeof Person>

/** Whether the person is on the unit, or away and expected back. */
export type Whereabouts =
  | { is: 'here' }
  | { is: 'off-unit'; since: number; destination: string; escort: string | null; back: number | null }

export interface Stay {
  id: StayId
  person: Person
  bed: string | null
  level: Level
  admittedAt: number
  whereabouts: Whereabouts
  /** where the person was last seen, and when (milliseconds since 1970) */
  place: PlaceId | null
  seenAt: number
  /** the check that saw the person there, and what was known before it: an undone check leaves no trace here */
  seenBy: CommandId | null
  before: { place: PlaceId | null; seenAt: number } | null
}

export interface Census {
  stays: Readonly<Record<StayId, Stay>>
}

export type CensusEvent =
  | {
      type: 'stay.admitted'
      stay: StayId
      person: Person
      bed: string | null
      level: Level
      place: PlaceId | null
    }
  | { type: 'stay.described'; stay: StayId; person: Person }
  | { type: 'stay.moved'; stay: StayId; bed: string | null; from: string | null }
  | { type: 'stay.level-set'; stay: StayId; level: Level; from: Level; reason: string | null }
  | { type: 'stay.left'; stay: StayId; destination: string; escort: string | null; back: number | null }
  | { type: 'stay.returned'; stay: StayId; place: PlaceId | null }
  | { type: 'stay.discharged'; stay: StayId }

export const initialCensus: Census = { stays: {} }

type Heard = CensusEvent | CheckInEvent | GroupEvent | { type: '' }

export function evolveCensus(census: Census, recorded: Recorded<Heard>): Census {
  const { event, at } = recorded
  switch (event.type) {
    case 'stay.admitted': {
      const { stay: id, person, bed, level, place } = event
      const stay: Stay = {
        id,
        person,
        bed,
        level,
        place,
        admittedAt: at,
        seenAt: at,
        ...unseen,
        whereabouts: { is: 'here' }
      }
      return { stays: { ...census.stays, [id]: stay } }
    }
    case 'stay.described':
      return change(census, event.stay, { person: event.person })
    case 'stay.moved':
      return change(census, event.stay, { bed: event.bed })
    case 'stay.level-set':
      return change(census, event.stay, { level: event.level })
    case 'stay.left': {
      const { destination, escort, back } = event
      return change(census, event.stay, {
        whereabouts: { is: 'off-unit', since: at, destination, escort, back }
      })
    }
    case 'stay.returned':
      return change(census, event.stay, {
        whereabouts: { is: 'here' },
        place: event.place,
        seenAt: at,
        ...unseen
      })
    case 'stay.discharged':
      return { stays: without(census.stays, event.stay) as Census['stays'] }
    case 'check-in.completed':
      return seen(census, event.stay, event.place, event.seenAt, recorded.command)
    case 'check-in.withdrawn':
      return unsee(census, event.stay, event.check)
    case 'check-in.corrected':
      return seenOtherwise(census, event, recorded.command)
    case 'check-in.not-found':
      return notFound(census, event.stay, event.seenAt ?? at)
    case 'meeting.attended':
      return event.attendance === 'present' || event.attendance === 'late'
        ? seen(census, event.stay, event.place, at, null)
        : census
    default:
      return census
  }
}

/** A later look wins; an entry made late never moves a person back. */
function seen(
  census: Census,
  id: StayId,
  place: PlaceId | null,
  seenAt: number,
  check: CommandId | null
): Census {
  const stay = census.stays[id]
  if (!stay || seenAt < stay.seenAt) return census
  const before = check === null ? null : { place: stay.place, seenAt: stay.seenAt }
  return change(census, id, { place, seenAt, seenBy: check, before })
}

/** Whoever saw the person after they were looked for knows better. */
function notFound(census: Census, id: StayId, lookedAt: number): Census {
  const stay = census.stays[id]
  return stay && lookedAt < stay.seenAt ? census : change(census, id, { place: null, ...unseen })
}

/** Only if nobody saw the person since. */
function unsee(census: Census, id: StayId, check: CommandId): Census {
  const stay = census.stays[id]
  return stay?.before && stay.seenBy === check ? change(census, id, { ...stay.before, ...unseen }) : census
}

/** The look that counts was corrected: as if it had been so, or by another person, from the start. */
function seenOtherwise(
  census: Census,
  { stay: id, corrects, why, place, seenAt }: Extract<CheckInEvent, { type: 'check-in.corrected' }>,
  check: CommandId
): Census {
  const before = unsee(census, id, corrects)
  return why === 'wrong-person' ? before : seen(before, id, place, seenAt, check)
}

const unseen = { seenBy: null, before: null } as const

function change(census: Census, id: StayId, fields: Partial<Stay>): Census {
  const stay = census.stays[id]
  return stay ? { stays: { ...census.stays, [id]: { ...stay, ...fields } } } : census
}
