/** The band profiles that the board knows, and what follows from a total by each. */
import { complicates, type Danger } from '../dangers.ts'
import type { ScaleId } from '../scales/scale.ts'
import { asam2020 } from './asam-2020.ts'
import type { Band, BandProfile, ProfileId } from './band-profile.ts'
import { classic815 } from './classic-8-15.ts'
import { cows2003 } from './cows-2003.ts'

export const profiles: Readonly<Record<ProfileId, BandProfile>> = {
  'asam-2020': asam2020,
  'classic-8-15': classic815,
  'cows-2003': cows2003
}

/** Where the unit names no other. */
export const usualProfile: Readonly<Record<ScaleId, ProfileId>> = {
  'ciwa-ar': 'asam-2020',
  cows: 'cows-2003'
}

/** The one band of a total. */
export function bandOf(profile: ProfileId, total: number, signs: readonly Danger[]): Band {
  const { bands, complicated } = profiles[profile]
  if (complicated && total >= complicated.from && complicates(signs)) return 'complicated'
  const reached = bands.findLast(({ from }) => total >= from)
  if (!reached) throw new RangeError(`A total of ${total} is in no band`)
  return reached.id
}

/** The unit's own minutes for some bands, by band. */
export type OwnMinutes = Readonly<Record<string, number>>

/** Minutes within which the next score is due. With a sign of danger it is the shortest there is, whatever the total. */
export function minutesOf(
  profile: ProfileId,
  band: Band,
  signs: readonly Danger[],
  own: OwnMinutes = {}
): number {
  const { bands, complicated } = profiles[profile]
  const usual = [...bands, ...(complicated ? [{ id: 'complicated' as const, ...complicated }] : [])]
  const all = usual.map(({ id, minutes }) => ({ id, minutes: own[id] ?? minutes }))
  const meant = all.filter(({ id }) => id === band || signs.length > 0)
  return Math.min(...meant.map(({ minutes }) => minutes))
}
