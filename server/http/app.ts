/** Everything over HTTP: health, figures, sign-in, and the built screens. */
import express, { type Express, type RequestHandler, type Response } from 'express'
import helmet from 'helmet'
import type { Access } from '../access/access.ts'
import { within } from '../journal/fault.ts'
import type { Log } from '../log.ts'
import { clientFrom } from './client.ts'
import type { Metrics } from './metrics.ts'
import { openApi } from './openapi.ts'
import { fromOurPages } from './origin.ts'
import { nothingHere, onlyBy, ProblemFault, problemOf } from './problem.ts'
import type { UnitSummary } from './schemas.ts'
import { csvRoutes } from '../record/csv-routes.ts'
import type { Records } from '../record/reader.ts'
import { recordRoutes } from '../record/route.ts'
import { pushRoutes, type PushDesk } from '../paging/push-routes.ts'
import { signInRoutes } from './sign-in-routes.ts'

export interface AppOptions {
  access: Access
  units: () => Promise<UnitSummary[]>
  records: Records
  /** rejects, or takes too long, where the journal cannot be used */
  probe: () => Promise<unknown>
  metrics: Metrics
  push: PushDesk
  /** origins besides the server's own that pages may come from, as `https://board.example` */
  origins: readonly string[]
  /** absolute path of the built client */
  client: string
  version: string
  log: Log
}

/** In milliseconds: how long a probe through Redis may take. */
const probeWithin = 1000

export function createApp(options: AppOptions): Express {
  const app = express()
  // A proxy on this machine may say for whom it asks; anybody else could say anything.
  app.set('trust proxy', 'loopback').disable('x-powered-by')
  app.use(measured(options.metrics), headers, health(options))
  app.use('/api', api(options))
  app.use(clientFrom(options.client), nothingHere)
  app.use(problemOf(options.log))
  return app
}

/** Scripts, styles and connections of ours only. No upgrade to https: inside a unit there often is none. */
const headers = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      connectSrc: ["'self'", 'ws:', 'wss:'],
      imgSrc: ["'self'", 'data:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"]
    }
  },
  strictTransportSecurity: false,
  referrerPolicy: { policy: 'no-referrer' },
  // Only where there is https do browsers take these; over plain http they print a warning each.
  crossOriginOpenerPolicy: false,
  originAgentCluster: false
})

function health({ probe, metrics, version }: AppOptions): RequestHandler {
  const router = express.Router()
  const document = openApi(version)
  router
    .route('/healthz')
    .get((_request, response) => fine(response))
    .all(onlyBy('GET'))
  router
    .route('/readyz')
    .get(async (_request, response) => {
      await within(probeWithin, probe())
      fine(response)
    })
    .all(onlyBy('GET'))
  router
    .route('/metrics')
    .get(async (_request, response) => {
      response.type(metrics.registry.contentType).send(await metrics.registry.metrics())
    })
    .all(onlyBy('GET'))
  router
    .route('/openapi.json')
    .get((_request, response) => void response.json(document))
    .all(onlyBy('GET'))
  return router
}

const fine = (response: Response): void => void response.set('Cache-Control', 'no-store').json({ ok: true })

function api({ access, units, records, push, origins, log }: AppOptions): RequestHandler {
  const router = express.Router()
  router.use(notKept, fromOurPages(origins), express.json({ limit: '8kb' }))
  router
    .route('/units')
    .get(async (_request, response) => void response.json(await units()))
    .all(onlyBy('GET'))
  router.use(signedIn(access), signInRoutes(access, log), pushRoutes(access, push))
  router.use(recordRoutes(access, records, log), csvRoutes(access, records, log), nothingHere)
  return router
}

const notKept: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store')
  next()
}

/** Where Redis cannot be asked who is signed in, nothing is known, rather than nobody signed in. */
function signedIn({ sessions }: Access): RequestHandler {
  return (request, response, next) => {
    const read = (fault?: unknown): void => next(fault ? new ProblemFault('cannot-record') : undefined)
    void sessions.middleware(request, response, read)
  }
}

function measured({ requested }: Metrics): RequestHandler {
  return (request, response, next) => {
    const began = performance.now()
    response.once('finish', () => {
      const route = (request.route as { path?: string } | undefined)?.path ?? 'other'
      requested(route, response.statusCode, performance.now() - began)
    })
    next()
  }
}
