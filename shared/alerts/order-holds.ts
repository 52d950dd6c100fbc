/** How long an order of a restraint or seclusion holds. Plain: a screen draws what is left of it. */
import { hours } from '../asking.ts'
import type { Population } from '../profile/profile.ts'
import type { AgeBand } from './restraint.ts'

/** How long an order holds at most, in milliseconds (42 CFR 482.13(e)(8)). */
export const orderHolds: Record<AgeBand, number> = {
  adult: hours(4),
  'from-9-to-17': hours(2),
  'under-9': hours(1)
}

/** The strictest that the population allows, where nobody said how old the person is. */
export const bandOf: Record<Population, AgeBand> = {
  adult: 'adult',
  adolescent: 'from-9-to-17',
  pediatric: 'under-9'
}
