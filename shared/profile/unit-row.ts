import { knowsNames, seesStaff, type Audience } from '../audience.ts'
import type { Language } from '../bilingual.ts'
import type { Census } from '../census/stay.ts'
import type { MemberId } from '../ids.ts'
import { remember } from '../memo.ts'
import { inCharge, type Staff } from '../staff/member.ts'
import type { PeopleWord, Population, Profile, UnitKind } from './profile.ts'

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
}

export const viewUnit = remember(
  (profile: Profile, audience: Audience, census: Census, staff: Staff): Record<string, UnitRow> => {
    const { description } = profile
    if (!description) return {}
    const { name, timeZone, kind, population, people, language, synthetic, beds } = description
    const stays = Object.values(census.stays)
    const unit: UnitRow = {
      name,
      timeZone,
      kind,
      population,
      people,
      language,
      synthetic,
      total: stays.length,
      here: stays.filter(stay => stay.whereabouts.is === 'here').length,
      inCharge: seesStaff(audience) ? (inCharge(staff)?.id ?? null) : null,
      beds: knowsNames(audience) ? beds : null
    }
    return { unit }
  }
)
