/** Observation levels in full, for who does not know the short ones. */
import type { Level } from '../census/stay.ts'
import {
  level_said_line_of_sight,
  level_said_one_to_one,
  level_said_q15,
  level_said_q30,
  level_said_q60,
  level_said_two_to_one
} from './compiled/messages.js'
import type { Word } from './word.ts'

export const levelInFullWords = {
  q60: level_said_q60,
  q30: level_said_q30,
  q15: level_said_q15,
  'line-of-sight': level_said_line_of_sight,
  'one-to-one': level_said_one_to_one,
  'two-to-one': level_said_two_to_one
} as const satisfies Record<Level, Word>
