/** Lines in the order that the head of a table asks for. What says nothing comes last, whichever way. */
import type { Language } from '../../shared/bilingual.ts'

export interface Sort {
  by: string
  down: boolean
}

export type Value = string | number | null

export function sorted<Line>(
  lines: readonly Line[],
  value: (line: Line) => Value,
  down: boolean,
  language: Language
): Line[] {
  return lines.toSorted((a, b) => compare(value(a), value(b), down ? -1 : 1, language))
}

function compare(a: Value, b: Value, way: 1 | -1, language: Language): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  if (typeof a === 'number' && typeof b === 'number') return way * (a - b)
  return way * String(a).localeCompare(String(b), language, { numeric: true })
}

/** The same column the other way; another one from its near end: names from A, numbers from the largest. */
export const asked = (sort: Sort, by: string, isNumber: boolean): Sort =>
  sort.by === by ? { by, down: !sort.down } : { by, down: isNumber }
