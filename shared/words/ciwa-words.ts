/** CIWA-Ar in words of our own: what is asked, what to look for, and what the answers mean that have a name. */
import type { ciwaAr } from '../withdrawal/scales/ciwa-ar.ts'
import * as say from './compiled/messages.js'
import type { QuestionWords } from './question-words.ts'

type Question = (typeof ciwaAr.questions)[number]['id']

const senses = {
  0: say.ciwa_sense_0,
  1: say.ciwa_sense_1,
  2: say.ciwa_sense_2,
  3: say.ciwa_sense_3,
  4: say.ciwa_sense_4,
  5: say.ciwa_sense_5,
  6: say.ciwa_sense_6,
  7: say.ciwa_sense_7
}

export const ciwaWords = {
  nausea: {
    title: say.ciwa_nausea,
    hint: say.ciwa_nausea_hint,
    answers: { 0: say.ciwa_nausea_0, 1: say.ciwa_nausea_1, 4: say.ciwa_nausea_4, 7: say.ciwa_nausea_7 }
  },
  tremor: {
    title: say.ciwa_tremor,
    hint: say.ciwa_tremor_hint,
    answers: { 0: say.ciwa_tremor_0, 1: say.ciwa_tremor_1, 4: say.ciwa_tremor_4, 7: say.ciwa_tremor_7 }
  },
  sweats: {
    title: say.ciwa_sweats,
    hint: say.ciwa_sweats_hint,
    answers: { 0: say.ciwa_sweats_0, 1: say.ciwa_sweats_1, 4: say.ciwa_sweats_4, 7: say.ciwa_sweats_7 }
  },
  anxiety: {
    title: say.ciwa_anxiety,
    hint: say.ciwa_anxiety_hint,
    answers: { 0: say.ciwa_anxiety_0, 1: say.ciwa_anxiety_1, 4: say.ciwa_anxiety_4, 7: say.ciwa_anxiety_7 }
  },
  agitation: {
    title: say.ciwa_agitation,
    hint: say.ciwa_agitation_hint,
    answers: {
      0: say.ciwa_agitation_0,
      1: say.ciwa_agitation_1,
      4: say.ciwa_agitation_4,
      7: say.ciwa_agitation_7
    }
  },
  tactile: { title: say.ciwa_tactile, hint: say.ciwa_tactile_hint, answers: senses },
  auditory: { title: say.ciwa_auditory, hint: say.ciwa_auditory_hint, answers: senses },
  visual: { title: say.ciwa_visual, hint: say.ciwa_visual_hint, answers: senses },
  headache: {
    title: say.ciwa_headache,
    hint: say.ciwa_headache_hint,
    answers: {
      0: say.ciwa_headache_0,
      1: say.ciwa_headache_1,
      2: say.ciwa_headache_2,
      3: say.ciwa_headache_3,
      4: say.ciwa_headache_4,
      5: say.ciwa_headache_5,
      6: say.ciwa_headache_6,
      7: say.ciwa_headache_7
    }
  },
  orientation: {
    title: say.ciwa_orientation,
    hint: say.ciwa_orientation_hint,
    answers: {
      0: say.ciwa_orientation_0,
      1: say.ciwa_orientation_1,
      2: say.ciwa_orientation_2,
      3: say.ciwa_orientation_3,
      4: say.ciwa_orientation_4
    }
  }
} as const satisfies Record<Question, QuestionWords>
