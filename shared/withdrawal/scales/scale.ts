/**
 * A withdrawal scale as figures: which questions, and which answers each may have. Plain: screens use it too. The words
 * for it are our own and short (`shared/words/withdrawal-words.ts`); a version changes when a total would.
 */
export const scaleIds = ['ciwa-ar', 'cows'] as const
export type ScaleId = (typeof scaleIds)[number]

export interface Question {
  readonly id: string
  /** every answer that there is, lowest first; what is between two of them is no answer */
  readonly values: readonly number[]
}

export interface Scale {
  readonly id: ScaleId
  readonly version: number
  /** the highest total; the lowest is 0 */
  readonly max: number
  readonly questions: readonly Question[]
}

/** Points by id of the question. */
export type Answers = Readonly<Record<string, number>>
