import type { Scale } from './scale.ts'

/** Opioids. Eleven questions, each with a set of answers and not a range (Wesson & Ling, J Psychoactive Drugs 2003;35:253-9). */
export const cows = {
  id: 'cows',
  version: 1,
  max: 48,
  questions: [
    { id: 'pulse', values: [0, 1, 2, 4] },
    { id: 'sweating', values: [0, 1, 2, 3, 4] },
    { id: 'restlessness', values: [0, 1, 3, 5] },
    { id: 'pupils', values: [0, 1, 2, 5] },
    { id: 'aches', values: [0, 1, 2, 4] },
    { id: 'nose-or-tears', values: [0, 1, 2, 4] },
    { id: 'stomach', values: [0, 1, 2, 3, 5] },
    { id: 'tremor', values: [0, 1, 2, 4] },
    { id: 'yawning', values: [0, 1, 2, 4] },
    { id: 'anxiety', values: [0, 1, 2, 4] },
    { id: 'gooseflesh', values: [0, 3, 5] }
  ]
} as const satisfies Scale

/** The answer to the question of the pulse, from beats a minute at rest: to 80, to 100, to 120, above. */
export function pulsePoints(beats: number): number {
  if (beats <= 80) return 0
  if (beats <= 100) return 1
  return beats <= 120 ? 2 : 4
}
