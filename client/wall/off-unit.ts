/** Who is off the unit: late ones first, then by when they are expected back. */
import type { Rows } from '../../shared/rows.ts'

export interface Off {
  id: string
  alias: string
  destination: string
  escort: string | null
  back: number | null
  late: boolean
}

export function offUnit({ stays }: Pick<Rows, 'stays'>, asOf: number): Off[] {
  return Object.values(stays)
    .flatMap(({ id, alias, off }) => {
      if (off === null) return []
      const { destination, escort, back } = off
      return [{ id, alias, destination, escort, back, late: back !== null && back <= asOf }]
    })
    .sort((a, b) => (a.back ?? Infinity) - (b.back ?? Infinity) || a.alias.localeCompare(b.alias))
}
