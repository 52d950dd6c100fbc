import type { Scale } from './scale.ts'

const toSeven = [0, 1, 2, 3, 4, 5, 6, 7] as const

/** Alcohol. Ten questions, nine of 0-7 and one of 0-4 (Sullivan et al., Br J Addict 1989;84:1353-7). */
export const ciwaAr = {
  id: 'ciwa-ar',
  version: 1,
  max: 67,
  questions: [
    { id: 'nausea', values: toSeven },
    { id: 'tremor', values: toSeven },
    { id: 'sweats', values: toSeven },
    { id: 'anxiety', values: toSeven },
    { id: 'agitation', values: toSeven },
    { id: 'tactile', values: toSeven },
    { id: 'auditory', values: toSeven },
    { id: 'visual', values: toSeven },
    { id: 'headache', values: toSeven },
    { id: 'orientation', values: [0, 1, 2, 3, 4] }
  ]
} as const satisfies Scale
