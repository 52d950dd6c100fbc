/** The unit that this device stands in, by its id and nothing else: a page that opens without a network asks here. */
import type { UnitId } from '../../shared/ids.ts'

const key = 'milieu:unit'

export function stoodIn(): UnitId | null {
  try {
    return localStorage.getItem(key) as UnitId | null
  } catch {
    return null
  }
}

/** Null: signed out, so the device stands nowhere. */
export function stand(unit: UnitId | null): void {
  try {
    if (unit === null) localStorage.removeItem(key)
    else localStorage.setItem(key, unit)
  } catch {
    return
  }
}
