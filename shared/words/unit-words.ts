/** Words for what a unit is, whom it is for, and the legal ground of a stay. */
import type { Language } from '../bilingual.ts'
import type { LegalBasis } from '../census/stay.ts'
import type { Population, UnitKind } from '../profile/profile.ts'
import {
  language_en,
  language_fr,
  legal_court_mandated,
  legal_involuntary_hold,
  legal_referred,
  legal_voluntary,
  population_adolescent,
  population_adult,
  population_pediatric,
  unit_kind_inpatient,
  unit_kind_intensive_outpatient,
  unit_kind_outpatient,
  unit_kind_partial_hospital,
  unit_kind_therapeutic_community
} from './compiled/messages.js'
import type { Word } from './word.ts'

export const unitKindWords = {
  inpatient: unit_kind_inpatient,
  'therapeutic-community': unit_kind_therapeutic_community,
  'partial-hospital': unit_kind_partial_hospital,
  'intensive-outpatient': unit_kind_intensive_outpatient,
  outpatient: unit_kind_outpatient
} as const satisfies Record<UnitKind, Word>

export const populationWords = {
  adult: population_adult,
  adolescent: population_adolescent,
  pediatric: population_pediatric
} as const satisfies Record<Population, Word>

export const legalWords = {
  voluntary: legal_voluntary,
  referred: legal_referred,
  'court-mandated': legal_court_mandated,
  'involuntary-hold': legal_involuntary_hold
} as const satisfies Record<LegalBasis, Word>

export const languageWords = {
  en: language_en,
  fr: language_fr
} as const satisfies Record<Language, Word>
