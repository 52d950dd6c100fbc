/** What the spine finds worth a line in the log. Ids and words of Redis only: never what people wrote. */
export type UnitLogEvent =
  | 'unit.opened'
  | 'unit.let-go'
  | 'unit.not-opened'
  | 'unit.renewed'
  | 'append.fault'
  | 'append.unsure'
  | 'snapshot.fault'
  | 'decide.threw'
  | 'due.fault'
  | 'duty.stuck'

export type UnitLog = (
  code: UnitLogEvent,
  fields: { unit?: string; why?: string; id?: string; seq?: number; count?: number }
) => void

/** An id for the log. What stands after the first `~` is for who made the id, and may name what no log does. */
export const loggable = (id: string): string => id.split('~', 1)[0] ?? ''

export const whyOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
