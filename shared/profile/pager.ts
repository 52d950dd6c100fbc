import { z } from 'zod'

/** Whom a rung of the escalation ladder tells. */
export const Tells = z.enum(['shift', 'charge', 'director', 'everyone'])
export type Tells = z.infer<typeof Tells>

/** The least urgent that something is told of; the words of an alert's priority. */
export const Least = z.enum(['high', 'medium', 'low'])
export type Least = z.infer<typeof Least>

/** No user and no password in it: whoever is called knows us by the signature. */
const address = /^https?:\/\/[^\s/@?#]+(?:[/?#]\S*)?$/

/** A pager system or a radio gateway: it is called over HTTP, signed with its secret. */
export const Pager = z.strictObject({
  id: z
    .string()
    .min(1)
    .max(40)
    .regex(/^[a-z0-9][a-z0-9-]*$/),
  url: z.string().max(500).regex(address, 'an address begins with https:// or http:// and names no user'),
  secret: z.string().min(16).max(200),
  /** only what a rung with one of these tells; not given: everything */
  tells: z.array(Tells).min(1).max(4).optional(),
  /** only what is at least as urgent; not given: everything */
  least: Least.optional()
})
export type Pager = z.infer<typeof Pager>

/** Each is named once: what was sent where is told by its name. */
export const Pagers = z
  .array(Pager)
  .max(10)
  .refine(all => new Set(all.map(({ id }) => id)).size === all.length, 'two pagers have the same id')
