/** The document at /openapi.json, made from the schemas that the routes parse with. */
import { OpenAPIRegistry, OpenApiGeneratorV31, extendZodWithOpenApi } from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'
import { AlertRecord } from '../../shared/alerts/record-step.ts'
import { AlertId, UnitId } from '../../shared/ids.ts'
import { PushOff, PushOn, PushStanding } from '../paging/push-routes.ts'
import { CsvAsked } from '../record/csv-routes.ts'
import { Problem } from './problem.ts'
import { problems, type ProblemName } from './problems.ts'
import { Health, Me, SignIn, UnitSummary } from './schemas.ts'

extendZodWithOpenApi(z)

interface Route {
  method: 'get' | 'post' | 'delete'
  path: string
  summary: string
  /** what is filled into the path */
  at?: z.ZodObject
  /** what may stand behind the path */
  asks?: z.ZodObject
  takes?: z.ZodType
  gives?: z.ZodType | 'text/csv' | 'text/plain'
  refuses?: readonly ProblemName[]
}

const csv = {
  at: z.object({ unit: UnitId }),
  asks: CsvAsked,
  gives: 'text/csv',
  refuses: ['not-understood', 'not-signed-in', 'not-permitted', 'cannot-record']
} as const satisfies Partial<Route>

const routes: Route[] = [
  { method: 'get', path: '/healthz', summary: 'The process lives', gives: Health },
  {
    method: 'get',
    path: '/readyz',
    summary: 'A probe went through Redis within a second',
    gives: Health,
    refuses: ['cannot-record']
  },
  {
    method: 'get',
    path: '/metrics',
    summary: 'Figures in the text format of Prometheus',
    gives: 'text/plain'
  },
  { method: 'get', path: '/openapi.json', summary: 'This document', gives: z.looseObject({}) },
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
  {
    method: 'post',
    path: '/api/sign-out',
    summary: 'Ends the sign-in and its screens',
    refuses: ['other-origin', 'cannot-record']
  },
  {
    method: 'post',
    path: '/api/lock',
    summary: 'Locks the tablet: from then on it shows nobody and can only call for help',
    refuses: ['not-signed-in', 'other-origin', 'cannot-record']
  },
  {
    method: 'get',
    path: '/api/me',
    summary: 'Who is signed in here',
    gives: Me,
    refuses: ['not-signed-in', 'cannot-record']
  },
  {
    method: 'get',
    path: '/api/units/{unit}/alerts/{alert}',
    summary: 'The record of an alert, step by step, for members of its unit; the notes for charge staff',
    at: z.object({ unit: UnitId, alert: AlertId }),
    gives: AlertRecord,
    refuses: ['not-signed-in', 'not-permitted', 'no-such-record', 'cannot-record']
  },
  {
    method: 'get',
    path: '/api/units/{unit}/alerts.csv',
    summary: 'Alerts that are over, as the page of the record lists them to who asks, for spreadsheets',
    ...csv
  },
  {
    method: 'get',
    path: '/api/units/{unit}/figures.csv',
    summary: 'Medians and 90th percentiles in seconds, by kind and by shift, for spreadsheets',
    ...csv
  },
  {
    method: 'get',
    path: '/api/push',
    summary:
      'Whether the unit wants Web Push, and which browsers of the member who is signed in here it tells',
    gives: PushStanding,
    refuses: ['not-signed-in', 'cannot-record']
  },
  {
    method: 'post',
    path: '/api/push',
    summary: 'From now on this browser is told of alerts',
    takes: PushOn,
    refuses: ['not-understood', 'not-signed-in', 'not-permitted', 'other-origin', 'cannot-record']
  },
  {
    method: 'delete',
    path: '/api/push',
    summary: 'This browser is told of nothing any more',
    takes: PushOff,
    refuses: ['not-understood', 'not-signed-in', 'not-permitted', 'other-origin', 'cannot-record']
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

function pathOf({ method, path, summary, at, asks, takes, gives, refuses = [] }: Route) {
  const json = (schema: z.ZodType) => ({ 'application/json': { schema } })
  const text = (type: string) => ({ [type]: { schema: z.string() } })
  const given = typeof gives === 'string' ? text(gives) : gives && json(gives)
  const done = given ? { 200: { description: 'OK', content: given } } : { 204: { description: 'Done' } }
  return {
    method,
    path,
    summary,
    request: {
      ...(at && { params: at }),
      ...(asks && { query: asks }),
      ...(takes && { body: { content: json(takes), required: true } })
    },
    responses: { ...done, ...problemResponses(refuses) }
  }
}

/** Two that share a status are one answer with both names. */
function problemResponses(names: readonly ProblemName[]) {
  const content = { 'application/problem+json': { schema: Problem } }
  const titles: Record<number, string[]> = {}
  for (const name of names) (titles[problems[name].status] ??= []).push(problems[name].title.en)
  const responses = Object.entries(titles).map(([status, said]) => [
    status,
    { description: said.join('; '), content }
  ])
  return Object.fromEntries(responses) as Record<string, { description: string; content: typeof content }>
}
