/** The unit's places as options, the likeliest first. */
import type { PlaceId } from '../../shared/ids.ts'
import type { PlaceKind } from '../../shared/profile/profile.ts'
import type { Rows } from '../../shared/rows.ts'
import { named } from '../ui/language.svelte.ts'

/** Where somebody is mostly seen on a round, and where most alerts are. */
export const usualOfRound: readonly PlaceKind[] = ['own-room', 'day-room', 'hallway', 'bathroom']
export const usualOfAlert: readonly PlaceKind[] = [
  'day-room',
  'hallway',
  'dining',
  'group-room',
  'own-room',
  'courtyard'
]

/** `first` (a guess) before all others, then the kinds of `usual` in their order, then the rest as the unit names them. */
export function placesBy(
  places: Rows['places'],
  first: PlaceId | null,
  usual: readonly PlaceKind[]
): { value: PlaceId; label: string }[] {
  const kinds: readonly string[] = usual
  const rank = (kind: string): number => (kinds.includes(kind) ? kinds.indexOf(kind) : kinds.length)
  return Object.values(places)
    .sort((a, b) => Number(b.id === first) - Number(a.id === first) || rank(a.kind) - rank(b.kind))
    .map(({ id, name }) => ({ value: id, label: named(name) }))
}
