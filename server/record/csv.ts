/** Tables as files that spreadsheets open by themselves, in English or French. */
import { stringify } from 'csv-stringify/sync'
import type { Language } from '../../shared/bilingual.ts'

/** Null is left empty. */
export type Cell = string | number | null

/**
 * UTF-8 with a byte order mark, else spreadsheets read accents wrong; in French with `;` between cells and decimal commas.
 * A text that a spreadsheet would take for a formula has an apostrophe before it.
 */
export function csvOf(lines: readonly (readonly Cell[])[], language: Language): string {
  const french = language === 'fr'
  return stringify(
    lines.map(line => [...line]),
    {
      bom: true,
      delimiter: french ? ';' : ',',
      record_delimiter: 'windows',
      escape_formulas: true,
      cast: { number: value => (french ? String(value).replace('.', ',') : String(value)) }
    }
  )
}
