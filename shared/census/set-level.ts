import type { Asking, Decision } from '../asking.ts'
import type { Floor } from '../floor.ts'
import { refuse } from '../refusal.ts'
import { localDate, mayLead } from '../staff/credential.ts'
import type { CensusCommand } from './command.ts'
import { Level, type CensusEvent, type Stay } from './stay.ts'

export type SetLevel = Extract<CensusCommand, { type: 'stay.set-level' }>

const closeness = (level: Level): number => Level.options.indexOf(level)

/** Closer at once, by whoever may ask; less close only by somebody who answers for it. */
export function setLevel(
  { id: stay, level: from }: Stay,
  command: SetLevel,
  floor: Floor,
  asking: Asking
): Decision<CensusEvent> {
  const { level, reason = null } = command
  if (level === from) return refuse('no-change')
  if (closeness(level) < closeness(from) && !mayLower(floor, asking)) return refuse('licence-needed')
  return [{ type: 'stay.level-set', stay, level, from, reason }]
}

/** Charge staff, a director, whoever has a licence in force today, and the unit file. */
function mayLower({ staff, profile }: Floor, { by, now }: Asking): boolean {
  if (by.kind !== 'member') return by.kind === 'loader'
  const { roles = [], credentials = [] } = staff.members[by.member] ?? {}
  const today = localDate(now, profile.description?.timeZone ?? 'UTC')
  return roles.includes('charge') || roles.includes('director') || mayLead(credentials, 'licensed', today)
}
