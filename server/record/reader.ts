/** Who may look back at a unit's alerts: its members, where nobody has locked the tablet. Whoever may not is in the log. */
import type { Request } from 'express'
import type { SessionData } from 'express-session'
import { UnitId } from '../../shared/ids.ts'
import type { Access } from '../access/access.ts'
import { ProblemFault } from '../http/problem.ts'
import type { Journal } from '../journal/journal.ts'
import type { Identity } from '../live/access.ts'
import type { Log } from '../log.ts'
import type { Standing } from './read-record.ts'

export interface Records {
  journal: Pick<Journal, 'readOn' | 'now'>
  /** null where there is no such unit; rejects where its journal cannot be read now */
  standing: (unit: UnitId) => Promise<Standing | null>
}

type Member = Extract<Identity, { kind: 'member' }>

export interface Reader {
  member: Member
  unit: UnitId
  now: Standing
  /** as charge staff, directors and administrators do: more is shown to them */
  leads: boolean
}

/** Throws a ProblemFault for whom nothing is shown. */
export async function readerOf(
  access: Access,
  { standing }: Records,
  log: Log,
  request: Request
): Promise<Reader> {
  const member = memberOf(request)
  const unit = UnitId.safeParse(request.params['unit'])
  // Whether another unit is there is not told either.
  if (!unit.success || unit.data !== member.unit) throw refused(log, member, 'not-permitted')
  const now = await standing(unit.data)
  if (!now) throw new ProblemFault('not-signed-in')
  const why = access.mayWatch(member, unit.data, 'tablet', now.state)
  if (why) throw refused(log, member, why.refusal === 'not-signed-in' ? 'not-signed-in' : 'not-permitted')
  const leads = access.mayWatch(member, unit.data, 'charge', now.state) === null
  return { member, unit: unit.data, now, leads }
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
