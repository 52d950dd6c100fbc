/** Where one slice's decision looks at, or leads to, another's: only the unit knows them all. */
import { isMissing, isOver } from './alerts/alert.ts'
import { raised } from './alerts/raise.ts'
import { informing } from './alerts/withhold.ts'
import type { Asking, Decision } from './asking.ts'
import type { CensusCommand } from './census/command.ts'
import { decideCensus } from './census/decide.ts'
import type { CheckInCommand } from './check-ins/command.ts'
import { decideCheckIns } from './check-ins/decide.ts'
import { meetsIn } from './groups/decide.ts'
import type { PlaceId } from './ids.ts'
import { isRefused } from './refusal.ts'
import type { UnitEvent, UnitState } from './unit.ts'

/** Whether something open would be left pointing at a place without a name. */
export function inUse({ census, groups, alerts }: UnitState, place: PlaceId): boolean {
  return (
    meetsIn(groups, place) ||
    Object.values(census.stays).some(stay => stay.place === place) ||
    Object.values(alerts.alerts).some(alert => !isOver(alert) && alert.place === place)
  )
}

/** Whether anybody outside may be told of a person says what is owed of them: both are recorded or neither. */
export function decidePerson(state: UnitState, command: CensusCommand, asking: Asking): Decision<UnitEvent> {
  const { census, profile, alerts } = state
  const decided = decideCensus(census, profile, command)
  if (isRefused(decided) || command.type !== 'stay.describe') return decided
  const { stay: id, person } = command
  const stay = census.stays[id]
  if (!stay || (stay.person.noInformation === true) === (person.noInformation === true)) return decided
  const floor = { ...state, census: { ...census, stays: { ...census.stays, [id]: { ...stay, person } } } }
  return [...decided, ...informing(alerts, floor, id, asking.now)]
}

/** Who is not found is missing: the alert opens in the same submit, so neither can be recorded without the other. */
export function decideRound(state: UnitState, command: CheckInCommand, asking: Asking): Decision<UnitEvent> {
  const decided = decideCheckIns(state.checkIns, state, command, asking)
  if (command.type !== 'check-in.not-found' || isRefused(decided)) return decided
  const { stay, seenAt } = command
  if (isMissing(state.alerts, stay)) return decided
  const place = state.census.stays[stay]?.place ?? command.place
  const raise = { kind: 'missing-person', place, stay, seenAt } as const
  return [...decided, ...raised(raise, state.alerts, state, asking)]
}
