import { knowsNames, seesStaff, type Audience } from '../audience.ts'
import type { Language } from '../bilingual.ts'
import type { Census } from '../census/stay.ts'
import type { MemberId } from '../ids.ts'
import { remember } from '../memo.ts'
import { inCharge, type Staff } from '../staff/member.ts'
import type { Codes, Night } from './codes.ts'
import { usualNight } from './local-time.ts'
import type { Description, LatePolicy, PeopleWord, Population, Profile, UnitKind } from './profile.ts'

/** One row, `unit`: what every screen shows in its head. Counts are everybody's to see. */
export interface UnitRow {
  name: string
  timeZone: string
  kind: UnitKind
  population: Population
  people: PeopleWord
  language: Language
  synthetic: boolean
  /** people on the census, and how many of them are on the unit now */
  total: number
  here: number
  inCharge: MemberId | null
  /** tablet and charge */
  beds: readonly string[] | null
  /** tablet and charge: how withdrawal scores are read here, where not as usual */
  withdrawal: NonNullable<Description['withdrawal']> | null
  /** tablet and charge: the unit's own minutes for what a crisis leaves, by its kind; null where it set none */
  afterwards: Readonly<Record<string, number>> | null
  /** tablet and charge: when it is night, local times HH:MM */
  night: Night | null
  /** charge: from when a check counts as late */
  latePolicy: LatePolicy | null
  /** wall, tablet and charge: what the unit calls its own way, by kind of code; retired ones are for reading only */
  codes: Codes | null
  /** events of a newer program that this board could not read; above 0 an update is needed */
  unread: number
}

/** Memoised by what it says, not by where that comes from: a check on a person does not make a new row. */
const unitRow = remember(
  (
    description: Description,
    audience: Audience,
    total: number,
    here: number,
    charge: MemberId | null,
    unread: number
  ): Record<string, UnitRow> => {
    const { name, timeZone, kind, population, people, language, synthetic, beds, afterwards } = description
    const { night, codes } = description
    const unit: UnitRow = {
      name,
      timeZone,
      kind,
      population,
      people,
      language,
      synthetic,
      total,
      here,
      inCharge: seesStaff(audience) ? charge : null,
      beds: knowsNames(audience) ? beds : null,
      withdrawal: knowsNames(audience) ? (description.withdrawal ?? null) : null,
      afterwards: knowsNames(audience) ? (afterwards ?? null) : null,
      night: knowsNames(audience) ? (night ?? usualNight) : null,
      latePolicy: audience === 'charge' ? description.latePolicy : null,
      codes: seesStaff(audience) ? (codes ?? null) : null,
      unread
    }
    return { unit }
  }
)

const undescribed: Record<string, UnitRow> = {}

export function viewUnit(
  { description }: Profile,
  audience: Audience,
  census: Census,
  staff: Staff,
  unread: number
): Record<string, UnitRow> {
  if (!description) return undescribed
  const stays = Object.values(census.stays)
  const here = stays.filter(stay => stay.whereabouts.is === 'here').length
  const charge = seesStaff(audience) ? (inCharge(staff)?.id ?? null) : null
  return unitRow(description, audience, stays.length, here, charge, unread)
}
