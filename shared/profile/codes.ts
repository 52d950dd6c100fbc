/** What a unit calls things its own way: codes with labels in both languages, and the hours of its night. */
import { z } from 'zod'
import { Bilingual } from '../bilingual.ts'

/** What is kept in the journal; a label may change, a code never does. */
export const Code = z
  .string()
  .min(1)
  .max(40)
  .regex(/^[a-z0-9][a-z0-9-]*$/)
  .refine(code => !(code in Object.prototype))
export type Code = z.infer<typeof Code>

/** `retired`: not for anything new; what was recorded with it still reads. */
export const Label = z.strictObject({ ...Bilingual.shape, retired: z.boolean().optional() })
export type Label = z.infer<typeof Label>

const labels = z.record(Code, Label).refine(all => Object.keys(all).length <= 60, 'more than 60 codes')

/** Beside the codes that every unit begins with: other labels for those, codes of its own, and codes that are retired. */
export const Codes = z.strictObject({
  placeKinds: labels.optional(),
  activities: labels.optional(),
  presentations: labels.optional(),
  lateReasons: labels.optional()
})
export type Codes = z.infer<typeof Codes>

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day is HH:MM, from 00:00 to 23:59')

/** Local times of the unit; a night that begins later than it ends goes over midnight. */
export const Night = z.strictObject({ from: time, to: time })
export type Night = z.infer<typeof Night>
