/**
 * `GET /api/units/:unit/alerts.csv` and `figures.csv`: what the page of the record lists, as files. Made of the same view:
 * what a member's own screen may not show is in no file of theirs. Each is a line of the log.
 */
import { Router, type Request, type RequestHandler } from 'express'
import { z } from 'zod'
import { over } from '../../shared/alerts/figures.ts'
import type { PastAlertRow } from '../../shared/alerts/view.ts'
import { Language, languages } from '../../shared/bilingual.ts'
import type { Rows } from '../../shared/rows.ts'
import { view } from '../../shared/unit.ts'
import type { Access } from '../access/access.ts'
import { parsed } from '../http/parsed.ts'
import { onlyBy } from '../http/problem.ts'
import type { Log } from '../log.ts'
import { csvOf, type Cell } from './csv.ts'
import { readerOf, type Reader, type Records } from './reader.ts'
import { alertLines, figureLines, type Reading } from './sheets.ts'

/** Without a language it is the one that the asker prefers. */
export const CsvAsked = z.strictObject({ language: Language.optional() })

type Sheet = (past: PastAlertRow[], places: Rows['places'], reading: Reading) => (readonly Cell[])[]

const sheets: Record<'alerts' | 'figures', Sheet> = {
  alerts: alertLines,
  figures: (past, _places, reading) => figureLines(past, reading)
}

export function csvRoutes(access: Access, records: Records, log: Log): Router {
  const router = Router()
  const sheet =
    (name: keyof typeof sheets): RequestHandler =>
    async (request, response) => {
      const { language: asked } = parsed(CsvAsked, request.query)
      const reader = await readerOf(access, records, log, request)
      const language = asked ?? preferred(request)
      const lines = linesOf(sheets[name], reader, language)
      log('record.exported', { unit: reader.unit, member: reader.member.member })
      response.attachment(`${reader.unit}-${name}.csv`).type('text/csv').send(csvOf(lines, language))
    }
  router.route('/units/:unit/alerts.csv').get(sheet('alerts')).all(onlyBy('GET'))
  router.route('/units/:unit/figures.csv').get(sheet('figures')).all(onlyBy('GET'))
  return router
}

function linesOf(sheet: Sheet, { now, leads }: Reader, language: Language): (readonly Cell[])[] {
  const rows = view(now.state, leads ? 'charge' : 'tablet')
  const timeZone = now.state.profile.description?.timeZone ?? 'UTC'
  return sheet(over(rows), rows.places, { language, timeZone })
}

const preferred = (request: Request): Language =>
  request.acceptsLanguages([...languages]) === 'fr' ? 'fr' : 'en'
