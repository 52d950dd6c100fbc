/** `application/problem+json` (RFC 9457), in English or French as the asker prefers. Never a stack, never a name. */
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import { z } from 'zod'
import { languages } from '../../shared/bilingual.ts'
import { framesOf, type Log } from '../log.ts'
import { problems, type ProblemName } from './problems.ts'

export const Problem = z.strictObject({
  type: z.string().regex(/^urn:milieu:problem:/),
  title: z.string(),
  status: z.int().min(400).max(599),
  detail: z.string(),
  /** with `not-understood`: the fields that were not */
  fields: z.array(z.string()).optional(),
  /** with `too-many-attempts`: whole seconds until the next attempt */
  again: z.int().positive().optional()
})
export type Problem = z.infer<typeof Problem>

type Extra = Pick<Problem, 'fields' | 'again'>

/** Thrown anywhere below a route; the answer is its problem document. */
export class ProblemFault extends Error {
  override name = 'ProblemFault'
  readonly problem: ProblemName
  readonly fills: Record<string, string | number>
  readonly extra: Extra

  constructor(problem: ProblemName, fills: Record<string, string | number> = {}, extra: Extra = {}) {
    super(problem)
    this.problem = problem
    this.fills = fills
    this.extra = extra
  }
}

export function answerProblem(request: Request, response: Response, fault: ProblemFault): void {
  const { status, title, detail } = problems[fault.problem]
  const language = request.acceptsLanguages([...languages]) || 'en'
  const said = language === 'fr' ? 'fr' : 'en'
  const filled = detail[said].replace(/\{(\w+)\}/g, (_, name: string) => String(fault.fills[name] ?? ''))
  const type = `urn:milieu:problem:${fault.problem}`
  const problem: Problem = { type, title: title[said], status, detail: filled, ...fault.extra }
  response
    .status(status)
    .vary('Accept-Language')
    .set('Content-Language', said)
    .set('Cache-Control', 'no-store')
  if (fault.extra.again !== undefined) response.set('Retry-After', String(fault.extra.again))
  response.type('application/problem+json').send(JSON.stringify(problem))
}

/** For an address where nothing is. */
export const nothingHere: RequestHandler = () => {
  throw new ProblemFault('not-found')
}

/** For an address that is asked in other ways. */
export function onlyBy(...methods: string[]): RequestHandler {
  return (_request, response) => {
    response.set('Allow', methods.join(', '))
    throw new ProblemFault('wrong-method', { allowed: methods.join(', ') })
  }
}

/** The last of all: whatever was thrown becomes a problem document; what nobody expected is logged. */
export function problemOf(log: Log): ErrorRequestHandler {
  // Express knows it for a listener of faults by its four parameters.
  return (fault: unknown, request, response, _next) => {
    const known = knownFault(fault)
    if (!known) log('request.failed', { method: request.method, why: nameOf(fault), stack: framesOf(fault) })
    if (response.headersSent) return void response.destroy()
    answerProblem(request, response, known ?? new ProblemFault('fault'))
  }
}

function knownFault(fault: unknown): ProblemFault | null {
  if (fault instanceof ProblemFault) return fault
  if (nameOf(fault) === 'JournalFault') return new ProblemFault('cannot-record')
  const status = typeof fault === 'object' && fault !== null && 'status' in fault ? fault.status : 0
  if (status === 413) return new ProblemFault('too-large')
  // What body-parser and the router throw at malformed requests: JSON, encodings, addresses.
  return typeof status === 'number' && status >= 400 && status < 500
    ? new ProblemFault('not-understood')
    : null
}

const nameOf = (fault: unknown): string => (fault instanceof Error ? fault.name : typeof fault)
