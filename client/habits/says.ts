/** Habits in words. */
import type { Language } from '../../shared/bilingual.ts'
import type { HabitRow } from '../../shared/check-ins/view-habits.ts'
import * as m from '../../shared/words/compiled/messages.js'
import { evennessOf, type Evenness } from './evenness.ts'

/** `37 of 43`, `236 of 3,315` */
export function partSays(late: number, owed: number, language: Language): string {
  const locale = language === 'fr' ? 'fr-CA' : 'en-GB'
  return m.habits_of({ late: late.toLocaleString(locale), owed: owed.toLocaleString(locale) })
}

const evenWords: Record<Evenness, () => string> = {
  clockwork: m.habits_clockwork,
  even: m.habits_rather_even,
  varied: m.habits_varied
}

/** `varied, 0.22`; with its coefficient, so that nobody has to take the word for it. */
export function evenSays(variation: number | null, language: Language): string {
  if (variation === null) return m.habits_few_looks()
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 }
  const coefficient = variation.toLocaleString(language === 'fr' ? 'fr-CA' : 'en-GB', digits)
  return `${evenWords[evennessOf(variation)]()}, ${coefficient}`
}

export function batchSays({ batches, tightest }: HabitRow): string {
  return tightest ? m.habits_batch({ count: batches, ...tightest }) : m.habits_no_batch()
}

export function orderSays({ sameOrder, rounds }: HabitRow): string {
  if (rounds < 2) return m.habits_few_rounds()
  return sameOrder === 0 ? m.habits_varied_order() : m.habits_same_order({ count: sameOrder, rounds })
}

const shiftWords: Record<string, () => string> = {
  day: m.habits_day,
  evening: m.habits_evening,
  night: m.habits_night
}

export const shiftSays = (shift: string): string => shiftWords[shift]?.() ?? shift
