/** What is on the sheet and has no room on the glass. */

/** More than a wall was ever asked to show; the wire takes no more. */
const most = 60

/** Ids of rows that are cut: they are counted in "+n more", and nobody can read which they are. */
export function leftOff(sheet: ParentNode): string[] {
  const cut = [...sheet.querySelectorAll<HTMLElement>('.cut-off[data-row]')]
  return cut.flatMap(({ dataset }) => dataset['row'] ?? []).slice(0, most)
}
