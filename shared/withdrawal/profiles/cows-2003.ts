import type { BandProfile } from './band-profile.ts'

/**
 * COWS. Bands of its authors (Wesson & Ling 2003): 5 to 12, 13 to 24, 25 to 36, above 36. They give no intervals: all
 * minutes, the totals that raise an alert and the stop rule are unit defaults, not from a source.
 */
export const cows2003 = {
  id: 'cows-2003',
  version: 1,
  scale: 'cows',
  bands: [
    { id: 'none', from: 0, minutes: 480 },
    { id: 'mild', from: 5, minutes: 240 },
    { id: 'moderate', from: 13, minutes: 120 },
    { id: 'moderately-severe', from: 25, minutes: 60 },
    { id: 'severe', from: 37, minutes: 30 }
  ],
  complicated: null,
  alerts: [
    { from: 37, priority: 'high' },
    { from: 25, priority: 'medium' }
  ],
  first: 60,
  stop: { below: 5, times: 4, hours: 24 }
} as const satisfies BandProfile
