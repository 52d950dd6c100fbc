import {
  decide,
  duties,
  eventVersion,
  evolve,
  initial,
  parseCommand,
  stateVersion,
  view,
  type UnitCommand,
  type UnitState
} from '../../shared/unit.ts'
import type { Unit } from '../unit/unit.ts'

/** The one unit there is, as the spine sees it. */
export const theUnit: Unit<UnitState, UnitCommand> = {
  initial,
  decide,
  evolve,
  duties,
  view,
  parseCommand,
  eventVersion,
  stateVersion
}
