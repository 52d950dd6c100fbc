import { minutes } from '../asking.ts'

/** After how long a gap is said, and after how long it raises an alert: where somebody let go, and where it is new. */
export const gapSteps = {
  left: [15_000, minutes(1)],
  ordered: [minutes(5), minutes(6)]
} as const
