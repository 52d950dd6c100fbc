/**
 * A word of ours: a compiled message without inputs. Takes the language of the screen unless one is given. Tables from
 * codes to words are held complete by `satisfies`, one file for each subject, so that a screen pays for what it shows.
 */
import type { Language } from '../bilingual.ts'

export type Word = (inputs?: Readonly<Record<string, never>>, options?: { locale?: Language }) => string
