/** COWS in words of our own: what is asked, what to look for, and what each answer means. */
import type { cows } from '../withdrawal/scales/cows.ts'
import * as say from './compiled/messages.js'
import type { QuestionWords } from './question-words.ts'

type Question = (typeof cows.questions)[number]['id']

export const cowsWords = {
  pulse: {
    title: say.cows_pulse,
    hint: say.cows_pulse_hint,
    answers: { 0: say.cows_pulse_0, 1: say.cows_pulse_1, 2: say.cows_pulse_2, 4: say.cows_pulse_4 }
  },
  sweating: {
    title: say.cows_sweating,
    hint: say.cows_sweating_hint,
    answers: {
      0: say.cows_sweating_0,
      1: say.cows_sweating_1,
      2: say.cows_sweating_2,
      3: say.cows_sweating_3,
      4: say.cows_sweating_4
    }
  },
  restlessness: {
    title: say.cows_restlessness,
    hint: say.cows_restlessness_hint,
    answers: {
      0: say.cows_restlessness_0,
      1: say.cows_restlessness_1,
      3: say.cows_restlessness_3,
      5: say.cows_restlessness_5
    }
  },
  pupils: {
    title: say.cows_pupils,
    hint: say.cows_pupils_hint,
    answers: { 0: say.cows_pupils_0, 1: say.cows_pupils_1, 2: say.cows_pupils_2, 5: say.cows_pupils_5 }
  },
  aches: {
    title: say.cows_aches,
    hint: say.cows_aches_hint,
    answers: { 0: say.cows_aches_0, 1: say.cows_aches_1, 2: say.cows_aches_2, 4: say.cows_aches_4 }
  },
  'nose-or-tears': {
    title: say.cows_nose_or_tears,
    hint: say.cows_nose_or_tears_hint,
    answers: {
      0: say.cows_nose_or_tears_0,
      1: say.cows_nose_or_tears_1,
      2: say.cows_nose_or_tears_2,
      4: say.cows_nose_or_tears_4
    }
  },
  stomach: {
    title: say.cows_stomach,
    hint: say.cows_stomach_hint,
    answers: {
      0: say.cows_stomach_0,
      1: say.cows_stomach_1,
      2: say.cows_stomach_2,
      3: say.cows_stomach_3,
      5: say.cows_stomach_5
    }
  },
  tremor: {
    title: say.cows_tremor,
    hint: say.cows_tremor_hint,
    answers: { 0: say.cows_tremor_0, 1: say.cows_tremor_1, 2: say.cows_tremor_2, 4: say.cows_tremor_4 }
  },
  yawning: {
    title: say.cows_yawning,
    hint: say.cows_yawning_hint,
    answers: { 0: say.cows_yawning_0, 1: say.cows_yawning_1, 2: say.cows_yawning_2, 4: say.cows_yawning_4 }
  },
  anxiety: {
    title: say.cows_anxiety,
    hint: say.cows_anxiety_hint,
    answers: { 0: say.cows_anxiety_0, 1: say.cows_anxiety_1, 2: say.cows_anxiety_2, 4: say.cows_anxiety_4 }
  },
  gooseflesh: {
    title: say.cows_gooseflesh,
    hint: say.cows_gooseflesh_hint,
    answers: { 0: say.cows_gooseflesh_0, 3: say.cows_gooseflesh_3, 5: say.cows_gooseflesh_5 }
  }
} as const satisfies Record<Question, QuestionWords>
