/** The codes of a unit file: what the unit calls its own way, each with one text or two. */
import { z } from 'zod'
import { Bilingual } from '../../shared/bilingual.ts'
import { Code, type Codes, type Label } from '../../shared/profile/codes.ts'
import { standingOf } from '../../shared/profile/standing.ts'

export const Name = z
  .union([z.string().min(1).max(120), Bilingual])
  .describe('One text for both languages, or {"en": …, "fr": …}.')
type Name = z.infer<typeof Name>

const FileLabel = z.strictObject({
  name: Name,
  retired: z.boolean().default(false).describe('Not for anything new; what was recorded with it still reads.')
})

const labels = z.record(Code, FileLabel).optional()

export const FileCodes = z.strictObject({
  placeKinds: labels.describe('Of places, such as own-room.'),
  activities: labels.describe('What a person does, such as pacing.'),
  presentations: labels.describe('How a person seems, such as calm.'),
  lateReasons: labels.describe('Why a check is late or missed, such as at-alert.')
})
type FileCodes = z.infer<typeof FileCodes>

export const bilingual = (name: Name): Bilingual =>
  typeof name === 'string' ? { en: name, fr: name } : { en: name.en, fr: name.fr }

/** As the journal keeps them. */
export const codesOf = (codes: FileCodes): Codes =>
  Object.fromEntries(Object.entries(codes).flatMap(([of, all]) => (all ? [[of, mapped(all)] as const] : [])))

const mapped = (all: NonNullable<FileCodes['activities']>): Record<string, Label> =>
  Object.fromEntries(
    Object.entries(all).map(([code, { name, retired }]) => [
      code,
      { ...bilingual(name), ...(retired && { retired }) }
    ])
  )

/** Kinds of places that nobody knows, with where they stand; `usual`: what every unit begins with. */
export const strangeKinds = (
  places: readonly { kind: string }[],
  codes: FileCodes | undefined,
  usual: readonly string[]
): number[] =>
  places.flatMap(({ kind }, i) =>
    standingOf(kind, codes && codesOf(codes).placeKinds, usual) === 'unknown' ? [i] : []
  )
