/** What the routes under /api take and give; the document at /openapi.json is made from these. */
import { z } from 'zod'
import { Language } from '../../shared/bilingual.ts'
import { MemberId, UnitId } from '../../shared/ids.ts'

export const SignIn = z.strictObject({
  unit: UnitId,
  /** the name that the member signs in with */
  member: MemberId,
  pin: z.string().min(1).max(64)
})

/** Who is signed in here. `locked`: the tablet shows nobody until somebody signs in. */
export const Me = z.strictObject({ unit: UnitId, member: MemberId, locked: z.boolean() })
export type Me = z.infer<typeof Me>

export const UnitSummary = z.strictObject({
  id: UnitId,
  name: z.string(),
  language: Language,
  /** everything on this unit is made up */
  synthetic: z.boolean()
})
export type UnitSummary = z.infer<typeof UnitSummary>

export const Health = z.strictObject({ ok: z.literal(true) })
