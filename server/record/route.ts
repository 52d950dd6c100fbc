/** `GET /api/units/:unit/alerts/:alert`: the record of an alert, for members of its unit. Each look is logged. */
import { Router, type Request, type Response } from 'express'
import type { SessionData } from 'express-session'
import type { AlertRecord } from '../../shared/alerts/record-step.ts'
import { AlertId, UnitId } from '../../shared/ids.ts'
import type { Access } from '../access/access.ts'
import { onlyBy, ProblemFault } from '../http/problem.ts'
import type { Journal } from '../journal/journal.ts'
import type { Identity } from '../live/access.ts'
import type { Log } from '../log.ts'
import { readRecord, type Standing } from './read-record.ts'

export interface Records {
  journal: Pick<Journal, 'readOn' | 'now'>
  /** null where there is no such unit; rejects where its journal cannot be read now */
  standing: (unit: UnitId) => Promise<Standing | null>
}

type Member = Extract<Identity, { kind: 'member' }>

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

async function record(
  access: Access,
  { journal, standing }: Records,
  log: Log,
  request: Request
): Promise<AlertRecord> {
  const member = memberOf(request)
  const [unit, alert] = [UnitId.safeParse(request.params['unit']), AlertId.safeParse(request.params['alert'])]
  // Whether another unit is there is not told either.
  if (!unit.success || unit.data !== member.unit) throw refused(log, member, 'not-permitted')
  const now = await standing(unit.data)
  if (!now) throw new ProblemFault('not-signed-in')
  const why = access.mayWatch(member, unit.data, 'tablet', now.state)
  if (why) throw refused(log, member, why.refusal === 'not-signed-in' ? 'not-signed-in' : 'not-permitted')
  if (!alert.success) throw new ProblemFault('no-such-record')
  const withNotes = access.mayWatch(member, unit.data, 'charge', now.state) === null
  const found = await readRecord(journal, unit.data, now, alert.data, withNotes)
  if (!found) throw new ProblemFault('no-such-record')
  log('record.read', { unit: unit.data, alert: found.id, member: member.member })
  return found
}

function memberOf({ session }: Request): Member {
  const {
    unit,
    member,
    pin = '',
    locked = false,
    id: signIn
  } = session as Request['session'] & Partial<SessionData>
  if (unit === undefined || member === undefined || locked) throw new ProblemFault('not-signed-in')
  return { kind: 'member', unit, member, locked, signIn, pin }
}

function refused(log: Log, { unit, member }: Member, why: 'not-signed-in' | 'not-permitted'): ProblemFault {
  log('record.refused', { unit, member, why })
  return new ProblemFault(why)
}
