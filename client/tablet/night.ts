/** The unit's night: what people mostly do in it, and what was seen before it no longer holds. */
import { isNight } from '../../shared/profile/local-time.ts'
import type { UnitRow } from '../../shared/profile/unit-row.ts'

/** Two looks further apart than a usual night is long may have another night between them. */
const longest = 8 * 3_600_000

type Clock = Pick<UnitRow, 'timeZone' | 'night'>

/** By the unit's own clock and the night that it keeps. */
export const isNightOf = (at: number, { timeZone, night }: Clock): boolean =>
  isNight(at, timeZone, night ?? undefined)

/** Both in the same night or both in the same day of the unit. */
export const inSamePart = (a: number, b: number, unit: Clock): boolean =>
  Math.abs(a - b) < longest && isNightOf(a, unit) === isNightOf(b, unit)
