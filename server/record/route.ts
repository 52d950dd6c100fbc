/** `GET /api/units/:unit/alerts/:alert`: the record of an alert, for members of its unit. Each look is logged. */
import { Router, type Request, type Response } from 'express'
import type { AlertRecord } from '../../shared/alerts/record-step.ts'
import { AlertId } from '../../shared/ids.ts'
import type { Access } from '../access/access.ts'
import { onlyBy, ProblemFault } from '../http/problem.ts'
import type { Log } from '../log.ts'
import { readRecord } from './read-record.ts'
import { readerOf, type Records } from './reader.ts'

export function recordRoutes(access: Access, records: Records, log: Log): Router {
  const router = Router()
  router
    .route('/units/:unit/alerts/:alert')
    .get(async (request, response: Response) => {
      response.json(await record(access, records, log, request))
    })
    .all(onlyBy('GET'))
  return router
}

async function record(access: Access, records: Records, log: Log, request: Request): Promise<AlertRecord> {
  const { member, unit, now, leads } = await readerOf(access, records, log, request)
  const alert = AlertId.safeParse(request.params['alert'])
  if (!alert.success) throw new ProblemFault('no-such-record')
  const found = await readRecord(records.journal, unit, now, alert.data, leads)
  if (!found) throw new ProblemFault('no-such-record')
  log('record.read', { unit, alert: found.id, member: member.member })
  return found
}
