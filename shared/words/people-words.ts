/** How a unit calls its people: one of them, several, and a number of them (in French, 0 is singular). */
import type { Language } from '../bilingual.ts'
import type { PeopleWord } from '../profile/profile.ts'
import {
  people_client,
  people_client_count,
  people_clients,
  people_patient,
  people_patient_count,
  people_patients,
  people_resident,
  people_resident_count,
  people_residents
} from './compiled/messages.js'
import type { Word } from './word.ts'

export const personWords = {
  patient: people_patient,
  resident: people_resident,
  client: people_client
} as const satisfies Record<PeopleWord, Word>

export const peopleWords = {
  patient: people_patients,
  resident: people_residents,
  client: people_clients
} as const satisfies Record<PeopleWord, Word>

/** A number of people with the word for them, as in "3 residents". */
export const peopleCountWords = {
  patient: people_patient_count,
  resident: people_resident_count,
  client: people_client_count
} as const satisfies Record<
  PeopleWord,
  (inputs: { count: number }, options?: { locale?: Language }) => string
>
