import type { BandProfile } from './band-profile.ts'

/**
 * CIWA-Ar. Bands after the ASAM clinical practice guideline on alcohol withdrawal management (J Addict Med 2020;14(3S)):
 * below 10, 10 to 18, 19 and above. It asks for a score every 1 to 4 hours, and less often after 24 hours below 10: the
 * minutes of each band lie within that, but which they are is a unit default, not from a source; so are those of
 * `complicated` and of `first`, the totals that raise an alert, and the number of scores below 10.
 */
export const asam2020 = {
  id: 'asam-2020',
  version: 1,
  scale: 'ciwa-ar',
  bands: [
    { id: 'mild', from: 0, minutes: 240 },
    { id: 'moderate', from: 10, minutes: 120 },
    { id: 'severe', from: 19, minutes: 60 }
  ],
  complicated: { from: 19, minutes: 30 },
  alerts: [
    { from: 35, priority: 'high' },
    { from: 19, priority: 'medium' }
  ],
  first: 60,
  stop: { below: 10, times: 4, hours: 24 }
} as const satisfies BandProfile
