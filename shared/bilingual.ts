import { z } from 'zod'

/** What the unit itself names (places, groups), in both languages. Where a unit knows one, it stands in both. */
export const Bilingual = z.strictObject({ en: z.string().min(1).max(120), fr: z.string().min(1).max(120) })
export type Bilingual = z.infer<typeof Bilingual>

export const languages = ['en', 'fr'] as const
export const Language = z.enum(languages)
export type Language = z.infer<typeof Language>
