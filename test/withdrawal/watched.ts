/** A watch of Robin by CIWA-Ar or COWS, from 14:00 on, and scores of it. */
import { profiles } from '../../shared/withdrawal/profiles/profiles.ts'
import type { BandProfile } from '../../shared/withdrawal/profiles/band-profile.ts'
import type { Answers, ScaleId } from '../../shared/withdrawal/scales/scale.ts'
import { scales } from '../../shared/withdrawal/scales/scales.ts'
import { scoreDueOf, type Watch } from '../../shared/withdrawal/watch.ts'
import { boardOf, by, now, type Asked, type Board, type Circumstances } from '../support/given.ts'
import { done, mapleHouse, priya, robin } from '../support/people.ts'

export const watch = 'watch-of-robin'
export const nurse = by(priya)

/** Answers that come to each total that there is, one of many. */
const byTotal = (scale: ScaleId): Map<number, Answers> => {
  let sums = new Map<number, Answers>([[0, {}]])
  for (const { id, values } of scales[scale].questions) {
    const next = new Map<number, Answers>()
    for (const value of values.toReversed())
      for (const [sum, answers] of sums) next.set(sum + value, { ...answers, [id]: value })
    sums = next
  }
  return sums
}

const all = { 'ciwa-ar': byTotal('ciwa-ar'), cows: byTotal('cows') } as const

export const totalsOf = (scale: ScaleId): number[] => [...all[scale].keys()]

/** Answers of the scale that come to this total. */
export function answersOf(scale: ScaleId, total: number): Answers {
  const answers = all[scale].get(total)
  if (!answers) throw new RangeError(`No answers of ${scale} come to ${total}`)
  return answers
}

export const begin = (fields: object = {}): Asked => {
  return { type: 'withdrawal.watch', stay: robin, scale: 'ciwa-ar', ...fields }
}

export const scored = (total: number, fields: object = {}, scale: ScaleId = 'ciwa-ar'): Asked => {
  return { type: 'withdrawal.score', watch, answers: answersOf(scale, total), ...fields }
}

/** Maple House with Robin on watch since 14:00. */
export function watched(fields: object = {}): Board {
  return done(boardOf(...mapleHouse), begin(fields), { by: nurse, now, id: watch })
}

/** Puts a score in, by a nurse; fails where it is refused. */
export const put = (board: Board, asked: Asked, circumstances: Circumstances): Board =>
  done(board, asked, { by: nurse, ...circumstances })

export const the = ({ state }: Board): Watch | undefined => Object.values(state.withdrawal.watches)[0]

export const due = (board: Board): number | null | undefined => {
  const standing = the(board)
  return standing && scoreDueOf(standing)
}

export const everyProfile: BandProfile[] = Object.values(profiles)
