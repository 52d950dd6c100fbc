import { randomUUID } from 'node:crypto'
import type { CommandId, MemberId, UnitId } from '../../shared/ids.ts'
import { isRefused } from '../../shared/refusal.ts'
import type { UnitCommand, UnitState } from '../../shared/unit.ts'
import { ProblemFault } from '../http/problem.ts'
import type { Units } from '../unit/units.ts'
import type { PushDesk } from './push-routes.ts'

/** What the routes of Web Push ask of the units on this node. */
export function pushDesk(units: () => Units<UnitState, UnitCommand>): PushDesk {
  return {
    wants: unit => units().with(unit, ({ state }) => state.profile.description?.push === true),
    turn: (unit, member, on) => turn(units(), unit, member, on)
  }
}

async function turn(
  units: Units<UnitState, UnitCommand>,
  unit: UnitId,
  member: MemberId,
  on: boolean
): Promise<void> {
  const command = { type: 'page.subscribe', member, on } as const
  const id = randomUUID() as string as CommandId
  const outcome = await units.submit(unit, command, id, { kind: 'member', member }).catch(() => null)
  if (outcome === null) throw new ProblemFault('cannot-record')
  if (isRefused(outcome) && outcome.refusal !== 'no-change') throw new ProblemFault('not-permitted')
}
