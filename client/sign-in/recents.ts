/**
 * Members who signed in on this device, newest first, so that the next one taps a name instead of typing it. Names of
 * staff only; kept in the browser, by unit. Who has not come for four weeks is forgotten.
 */
import type { MemberId, UnitId } from '../../shared/ids.ts'

export interface Recent {
  member: MemberId
  name: string
  /** milliseconds since 1970, by the unit's clock */
  at: number
}

/** The part of the browser's storage that is needed here. */
export interface Store {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
}

export const recentsKept = 6
const forgetAfter = 28 * 24 * 3_600_000

const keyOf = (unit: UnitId): string => `milieu:recents:${unit}`

export function recents(store: Store, unit: UnitId): Recent[] {
  try {
    const read: unknown = JSON.parse(store.getItem(keyOf(unit)) ?? '[]')
    return Array.isArray(read) ? read.filter(isRecent) : []
  } catch {
    return []
  }
}

export function remember(store: Store, unit: UnitId, recent: Recent): void {
  const others = recents(store, unit).filter(
    ({ member, at }) => member !== recent.member && at > recent.at - forgetAfter
  )
  keep(store, unit, [recent, ...others].slice(0, recentsKept))
}

export function forget(store: Store, unit: UnitId, member: MemberId): void {
  keep(
    store,
    unit,
    recents(store, unit).filter(recent => recent.member !== member)
  )
}

/** A full or forbidden storage costs a comfort, not the sign-in. */
function keep(store: Store, unit: UnitId, list: Recent[]): void {
  try {
    store.setItem(keyOf(unit), JSON.stringify(list))
  } catch {
    return
  }
}

function isRecent(read: unknown): read is Recent {
  const { member, name, at } = (read ?? {}) as Record<string, unknown>
  return typeof member === 'string' && typeof name === 'string' && typeof at === 'number'
}
