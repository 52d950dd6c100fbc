import { knowsNames, seesPeople, type Audience } from '../audience.ts'
import type { PlaceId, StayId } from '../ids.ts'
import { remember, rowsOf } from '../memo.ts'
import type { Census, LegalBasis, Level, Stay } from './stay.ts'

/** Absent for `wall-public` and `locked`: there, nobody is. */
export interface StayRow {
  id: StayId
  alias: string
  bed: string | null
  level: Level
  place: PlaceId | null
  /** when last seen, milliseconds since 1970 */
  seenAt: number
  off: { since: number; back: number | null; destination: string; escort: string | null } | null
  /** only where names may be known: tablet and charge */
  person: StayPerson | null
}

export interface StayPerson {
  name: string
  preferred: string | null
  legalBasis: LegalBasis
  phase: string | null
  approach: string | null
  /** nobody outside is told that the person is here */
  noInformation: boolean
}

const stayRow = remember((stay: Stay, audience: Audience): StayRow => {
  const { id, bed, level, place, seenAt, person, whereabouts } = stay
  return {
    id,
    alias: person.alias,
    bed,
    level,
    place,
    seenAt,
    off: offRow(whereabouts),
    person: knowsNames(audience) ? personRow(person) : null
  }
})

function offRow(whereabouts: Stay['whereabouts']): StayRow['off'] {
  if (whereabouts.is === 'here') return null
  const { since, back, destination, escort } = whereabouts
  return { since, back, destination, escort }
}

function personRow({ name, preferred, legalBasis, phase, approach, ...person }: Stay['person']): StayPerson {
  return { name, preferred, legalBasis, phase, approach, noInformation: person.noInformation === true }
}

const nobody: Record<string, StayRow> = {}

export const viewStays = remember((stays: Census['stays'], audience: Audience): Record<string, StayRow> => {
  return seesPeople(audience) ? rowsOf(stays, stay => stayRow(stay, audience)) : nobody
})
