/** Every command of every slice, and how the fields of a submit are read as one. Beside `unit.ts`, and like it complete. */
import { z } from 'zod'
import { alertCommands } from './alerts/command.ts'
import { censusCommands } from './census/command.ts'
import { checkInCommands } from './check-ins/command.ts'
import { followUpCommands } from './follow-ups/command.ts'
import { groupCommands } from './groups/command.ts'
import { pagingCommands } from './paging/command.ts'
import { profileCommands } from './profile/command.ts'
import { staffCommands } from './staff/command.ts'
import { withdrawalCommands } from './withdrawal/command.ts'

export type UnitCommand = z.infer<(typeof commands)[keyof typeof commands]>
export type CommandType = UnitCommand['type']

export const commands = {
  ...profileCommands,
  ...censusCommands,
  ...staffCommands,
  ...groupCommands,
  ...alertCommands,
  ...checkInCommands,
  ...pagingCommands,
  ...withdrawalCommands,
  ...followUpCommands
} as const

export const Command = z.discriminatedUnion(
  'type',
  Object.values(commands) as [(typeof commands)['alert.raise']]
)

/** Parses the fields of a submit as one command; null when it is none. */
export function parseCommand(fields: unknown): UnitCommand | null {
  const parsed = Command.safeParse(fields)
  return parsed.success ? (parsed.data as UnitCommand) : null
}
