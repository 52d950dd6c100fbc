/** The document at /openapi.json, made from the schemas that the routes parse with. */
import { OpenAPIRegistry, OpenApiGeneratorV31, extendZodWithOpenApi } from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'
import { AlertRecord } from '../../shared/alerts/record-step.ts'
import { AlertId, UnitId } from '../../shared/ids.ts'
import { Problem } from './problem.ts'
import { problems, type ProblemName } from './problems.ts'
import { Health, Me, SignIn, UnitSummary } from './schemas.ts'

extendZodWithOpenApi(z)

interface Route {
  method: 'get' | 'post'
  path: string
  summary: string
  /** what is filled into the path */
  at?: z.ZodObject
  takes?: z.ZodType
  gives?: z.ZodType
  refuses?: ProblemName[]
}

const routes: Route[] = [
  { method: 'get', path: '/healthz', summary: 'The process lives', gives: Health },
  {
    method: 'get',
    path: '/readyz',
    summary: 'A probe went through Redis within a second',
    gives: Health,
    refuses: ['cannot-record']
  },
  { method: 'get', path: '/metrics', summary: 'Figures in the text format of Prometheus' },
  {
    method: 'get',
    path: '/api/units',
    summary: 'The units that this board knows',
    gives: z.array(UnitSummary),
    refuses: ['cannot-record']
  },
  {
    method: 'post',
    path: '/api/sign-in',
    summary: 'Signs a member in, sets the cookie, takes a locked tablet over',
    takes: SignIn,
    refuses: ['not-understood', 'sign-in-refused', 'other-origin', 'too-many-attempts', 'cannot-record']
  },
  { method: 'post', path: '/api/sign-out', summary: 'Ends the sign-in and its screens' },
  {
    method: 'post',
    path: '/api/lock',
    summary: 'Locks the tablet: from then on it shows nobody and can only call for help',
    refuses: ['not-signed-in']
  },
  {
    method: 'get',
    path: '/api/me',
    summary: 'Who is signed in here',
    gives: Me,
    refuses: ['not-signed-in']
  },
  {
    method: 'get',
    path: '/api/units/{unit}/alerts/{alert}',
    summary: 'The record of an alert, step by step, for members of its unit; the notes for charge staff',
    at: z.object({ unit: UnitId, alert: AlertId }),
    gives: AlertRecord,
    refuses: ['not-signed-in', 'not-permitted', 'no-such-record', 'cannot-record']
  }
]

export function openApi(version: string): object {
  const registry = new OpenAPIRegistry()
  for (const route of routes) registry.registerPath(pathOf(route))
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: { title: 'Milieu board', version, description: 'HTTP only; live screens speak the wire at /live.' }
  })
}

function pathOf({ method, path, summary, at, takes, gives, refuses = [] }: Route) {
  const json = (schema: z.ZodType) => ({ 'application/json': { schema } })
  const done = gives ? { 200: { description: 'OK', content: json(gives) } } : empty(method)
  return {
    method,
    path,
    summary,
    request: {
      ...(at && { params: at }),
      ...(takes && { body: { content: json(takes), required: true } })
    },
    responses: { ...done, ...Object.fromEntries(refuses.map(problemResponse)) }
  }
}

const empty = (method: Route['method']) =>
  method === 'post' ? { 204: { description: 'Done' } } : { 200: { description: 'OK' } }

function problemResponse(name: ProblemName) {
  const { status, title } = problems[name]
  const content = { 'application/problem+json': { schema: Problem } }
  return [status, { description: title.en, content }] as const
}
