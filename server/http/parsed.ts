import type { z } from 'zod'
import { ProblemFault } from './problem.ts'

/** The body as that schema has it; else a problem that names the fields, never what was in them. */
export function parsed<S extends z.ZodType>(schema: S, body: unknown): z.infer<S> {
  const result = schema.safeParse(body)
  if (result.success) return result.data
  const named = result.error.issues.flatMap(issue =>
    issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 5) : [issue.path.join('.')]
  )
  throw new ProblemFault('not-understood', {}, { fields: [...new Set(named.filter(Boolean))] })
}
