import type { Rows } from '../../shared/rows.ts'

/** Beds that nobody else holds, in the unit's own order. */
export function freeBeds(rows: Rows, stay: string | null): string[] {
  const taken = new Set(
    Object.values(rows.stays).flatMap(({ id, bed }) => (id !== stay && bed !== null ? [bed] : []))
  )
  return (rows.unit['unit']?.beds ?? []).filter(bed => !taken.has(bed))
}
