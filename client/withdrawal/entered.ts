/** What has been entered of one score so far, as the draft keeps it: texts by field. Nothing of it is guessed. */
import { dangers, type Danger } from '../../shared/withdrawal/dangers.ts'
import type { Answers, ScaleId } from '../../shared/withdrawal/scales/scale.ts'
import { isFromPulse, missingIn, scales, withPulse } from '../../shared/withdrawal/scales/scales.ts'
import type { ScoreRow } from '../../shared/withdrawal/view.ts'

export interface Entered {
  /** points by id of the question, without the one that follows from the pulse */
  answers: Answers
  /** beats a minute; null while there is none that can be */
  pulse: number | null
  /** null until it was said that there are some, or none */
  signs: readonly Danger[] | null
}

/** The field of the draft that an answer is kept in. */
export const fieldOf = (question: string): string => `answer ${question}`

const none = 'none'

/** Beats a minute, 20 to 300; null where the text is no such number. */
export function beatsIn(text: string): number | null {
  const beats = /^\d{2,3}$/.test(text) ? Number(text) : NaN
  return beats >= 20 && beats <= 300 ? beats : null
}

function signsIn(text: string): readonly Danger[] | null {
  if (text === '') return null
  const said = text.split(' ')
  return dangers.filter(sign => said.includes(sign))
}

export function enteredIn(scale: ScaleId, text: (field: string) => string): Entered {
  const answers = scales[scale].questions.flatMap(({ id, values }) => {
    const written = text(fieldOf(id))
    const known = written !== '' && values.some(value => String(value) === written)
    return known && !isFromPulse(scale, id) ? [[id, Number(written)] as const] : []
  })
  return {
    answers: Object.fromEntries(answers),
    pulse: beatsIn(text('pulse')),
    signs: signsIn(text('signs'))
  }
}

/** The text that keeps these signs; without one it is said that there is none. */
export const signsText = (signs: readonly Danger[]): string => (signs.length === 0 ? none : signs.join(' '))

/** What is not answered yet: ids of questions in their order, and `signs` where nothing was said of them. */
export function openIn(scale: ScaleId, { answers, pulse, signs }: Entered): string[] {
  const missing = missingIn(scale, withPulse(scale, answers, pulse))
  return signs === null ? ['signs', ...missing] : missing
}

/** All questions of the scale, and the one for signs of danger. */
export const askedBy = (scale: ScaleId): number => scales[scale].questions.length + 1

/** The texts that a score would be kept by, to correct it. */
export function textsOf(scale: ScaleId, { answers, pulse, dangers: signs, note }: ScoreRow) {
  const own = Object.entries(answers).filter(([id]) => !isFromPulse(scale, id))
  return {
    ...Object.fromEntries(own.map(([id, value]) => [fieldOf(id), String(value)])),
    ...(pulse !== null && { pulse: String(pulse) }),
    ...(note !== null && { note }),
    signs: signsText(signs)
  }
}
