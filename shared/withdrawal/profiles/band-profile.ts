/**
 * How a unit reads the totals of a scale: bands, how soon the next score is due in each, what raises an alert, and when
 * going on may be reconsidered. Data with a name and a version, in plain files: screens use them too. Never a dose.
 */
import type { ScaleId } from '../scales/scale.ts'

export const bands = [
  'none',
  'minimal',
  'mild',
  'moderate',
  'moderately-severe',
  'severe',
  'complicated'
] as const
export type Band = (typeof bands)[number]

export const profileIds = ['asam-2020', 'classic-8-15', 'cows-2003'] as const
export type ProfileId = (typeof profileIds)[number]

export interface BandProfile {
  readonly id: ProfileId
  readonly version: number
  readonly scale: ScaleId
  /** Lowest first, each up to where the next begins. `minutes`: within which the next score is due. */
  readonly bands: readonly { readonly id: Band; readonly from: number; readonly minutes: number }[]
  /** a total from here on together with a sign that complicates is of the band `complicated` */
  readonly complicated: { readonly from: number; readonly minutes: number } | null
  /** totals that raise an alert by themselves, highest first */
  readonly alerts: readonly { readonly from: number; readonly priority: 'high' | 'medium' }[]
  /** minutes for each of which a first score that nobody made counts as missed; it is due at once */
  readonly first: number
  /** so many scores in a row below a bound, over so many hours: then a nurse may think of stopping */
  readonly stop: { readonly below: number; readonly times: number; readonly hours: number }
}
