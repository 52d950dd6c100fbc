/** The scales that the board knows, and how one is counted. Plain: a screen counts as the unit does. */
import { ciwaAr } from './ciwa-ar.ts'
import { cows, pulsePoints } from './cows.ts'
import type { Answers, Scale, ScaleId } from './scale.ts'

export const scales: Readonly<Record<ScaleId, Scale>> = { 'ciwa-ar': ciwaAr, cows }

/** Whether the answer to this question follows from the pulse and is not chosen. */
export const isFromPulse = (scale: ScaleId, question: string): boolean =>
  scale === 'cows' && question === 'pulse'

/** What was answered and what follows from the pulse (beats a minute), where one was taken. */
export function withPulse(scale: ScaleId, answers: Answers, pulse: number | null): Answers {
  return scale === 'cows' && pulse !== null ? { ...answers, pulse: pulsePoints(pulse) } : answers
}

const has = (answers: Answers, question: string): boolean => Object.hasOwn(answers, question)

/** Ids of the questions that nobody answered yet, in their order. */
export const missingIn = (scale: ScaleId, answers: Answers): string[] =>
  scales[scale].questions.filter(({ id }) => !has(answers, id)).map(({ id }) => id)

/** The first id that is no question of this scale, or whose answer is none of those there are; null where all are right. */
export function illegalIn(scale: ScaleId, answers: Answers): string | null {
  const wrong = Object.entries(answers).find(([id, value]) => {
    const question = scales[scale].questions.find(one => one.id === id)
    return question?.values.includes(value) !== true
  })
  return wrong?.[0] ?? null
}

/** Null until every question is answered, and each with an answer that it has: there is no total of a part. */
export function totalOf(scale: ScaleId, answers: Answers): number | null {
  if (missingIn(scale, answers).length > 0 || illegalIn(scale, answers) !== null) return null
  return scales[scale].questions.reduce((sum, { id }) => sum + (answers[id] ?? 0), 0)
}
