/**
 * How even intervals are, in words. Times as the board itself suggests them, spread from half to 95 % of the interval,
 * have a coefficient of 0.18: what is as uneven as that nobody can foresee.
 */
export type Evenness = 'clockwork' | 'even' | 'varied'

/** `variation`: standard deviation of the intervals by their mean; 0 is clockwork. */
export function evennessOf(variation: number): Evenness {
  if (variation < 0.05) return 'clockwork'
  return variation < 0.15 ? 'even' : 'varied'
}
