/** What is on the sheet and has no room on the glass. */
import { mostLeft } from '../../shared/protocol/most-left.ts'

/**
 * Ids of rows that are cut: they are counted in "+n more", and nobody can read which they are. Of more than the wire
 * takes the list is full, and then says nothing of the others.
 */
export function leftOff(sheet: ParentNode): string[] {
  const cut = [...sheet.querySelectorAll<HTMLElement>('.cut-off[data-row]')]
  return cut.flatMap(({ dataset }) => dataset['row'] ?? []).slice(0, mostLeft)
}
