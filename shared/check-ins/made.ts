import type { StayId } from '../ids.ts'
import type { Recorded } from '../recorded.ts'
import type { Check, CheckIns, Round, Seen } from './check-in.ts'

/** A check as it is kept: what was seen, and who recorded it when. What was not said is not there. */
export function checkOf(seen: Seen, { command, by, at }: Recorded): Check {
  const { seenAt, place, activity, presentation, level, late, reason } = seen
  const { breathing, method, carried, pass, meeting } = seen
  return {
    ...{ id: command, by: by.kind === 'member' ? by.member : null, at },
    ...{ seenAt, place, activity, presentation, level, late, reason },
    ...(breathing !== undefined && { breathing }),
    ...(method !== undefined && { method }),
    ...(carried !== undefined && { carried }),
    ...(pass !== undefined && { pass }),
    ...(meeting !== undefined && { meeting })
  }
}

export function change(checkIns: CheckIns, id: StayId, fields: (round: Round) => Partial<Round>): CheckIns {
  const round = checkIns.rounds[id]
  if (!round) return checkIns
  return { ...checkIns, rounds: { ...checkIns.rounds, [id]: { ...round, ...fields(round) } } }
}
