/** What was recorded well after it was entered: told with both times, and where a later look had come meanwhile. */
import type { StayId } from '../../shared/ids.ts'
import type { Rows } from '../../shared/rows.ts'
import type { Sending } from '../live/sending.svelte.ts'

export interface SentLate {
  id: string
  /** whom a look was at; null where the entry is no look */
  stay: StayId | null
  /** when the person was seen, else when it was entered (milliseconds since 1970) */
  seenAt: number
  recordedAt: number
}

/** An entry is late from here on (milliseconds); below it is the network's ordinary hesitation. */
export const lateAfter = 60_000

type Sent = Pick<Sending, 'id' | 'fields' | 'enteredAt'>

/** Null for what came in time, and for what the alert's own page tells. */
export function sentLate({ id, fields, enteredAt }: Sent, recordedAt: number): SentLate | null {
  if (recordedAt - enteredAt < lateAfter || fields.type.startsWith('alert.')) return null
  const { stay, seenAt = enteredAt } = fields as { stay?: StayId; seenAt?: number }
  return { id, stay: fields.type === 'check-in.complete' ? (stay ?? null) : null, seenAt, recordedAt }
}

/** Those whose person somebody had seen later, before this was recorded: the later look stands, both are kept. */
export const overtaken = (late: readonly SentLate[], { checkIns }: Pick<Rows, 'checkIns'>): SentLate[] =>
  late.filter(({ id, stay, seenAt, recordedAt }) => {
    const last = stay === null ? null : checkIns[stay]?.last
    return (
      last !== null && last !== undefined && last.id !== id && last.seenAt > seenAt && last.at <= recordedAt
    )
  })
