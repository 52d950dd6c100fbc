export interface Part {
  /** height that is there in any case: the heading and its paddings */
  fixed: number
  /** heights of its rows, most urgent first */
  rows: readonly number[]
}

/** Part by number, and up to how many of its rows it claims. */
export type Claim = readonly [part: number, upTo: number]

/**
 * How many rows of each part of a column are shown. Rows are given out claim by claim, in order, as long as whole rows
 * fit; what does not fit is left off, most urgent first kept. Never a clipped row, and never smaller type.
 * Heights in pixels; `gap` stands between parts.
 */
export function allot(
  available: number,
  parts: readonly Part[],
  claims: readonly Claim[],
  gap = 0
): number[] {
  const counts = parts.map(() => 0)
  let left = available - gap * Math.max(0, parts.length - 1)
  for (const { fixed } of parts) left -= fixed
  const full = parts.map(() => false)
  for (const [part, upTo] of claims) {
    const rows = parts[part]?.rows ?? []
    let count = counts[part] ?? 0
    while (!full[part] && count < Math.min(upTo, rows.length)) {
      const height = rows[count] ?? 0
      // Half a pixel: heights are rounded where the screen's pixels are not whole.
      if (height > left + 0.5) full[part] = true
      else {
        left -= height
        count += 1
      }
    }
    counts[part] = count
  }
  return counts
}
