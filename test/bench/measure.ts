/** Figures of a run. All times in milliseconds. */
export interface Spread {
  p50: number
  p99: number
  most: number
}

export function spreadOf(times: readonly number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (part: number) =>
    sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN
  return { p50: at(0.5), p99: at(0.99), most: at(1) }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/** Over the rounds. */
export interface Range {
  least: number
  middle: number
  most: number
}

export const rangeOf = (values: readonly number[]): Range => ({
  least: Math.min(...values),
  middle: median(values),
  most: Math.max(...values)
})
