import type { BandProfile } from './band-profile.ts'

/**
 * CIWA-Ar as it was long read: below 8, 8 to 15, above 15. Every 4 to 8 hours until below 8 to 10 for 24 hours is from
 * Bayard et al., Am Fam Physician 2004;69:1443-50. The minutes of the upper bands, of `complicated` and of `first`, the
 * totals that raise an alert and the number of scores below 8 are unit defaults, not from a source.
 */
export const classic815 = {
  id: 'classic-8-15',
  version: 1,
  scale: 'ciwa-ar',
  bands: [
    { id: 'minimal', from: 0, minutes: 240 },
    { id: 'moderate', from: 8, minutes: 120 },
    { id: 'severe', from: 16, minutes: 60 }
  ],
  complicated: { from: 16, minutes: 30 },
  alerts: [
    { from: 35, priority: 'high' },
    { from: 16, priority: 'medium' }
  ],
  first: 60,
  stop: { below: 8, times: 4, hours: 24 }
} as const satisfies BandProfile
