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
  fields: { unit?: string; why?: string; id?: string; seq?: number }
) => void

export const whyOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
