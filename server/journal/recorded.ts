/**
 * What the stream holds, as events. An entry that cannot be read never throws: its seq advances, its raw text is kept
 * in an event of a type that nobody knows.
 */
import type { CommandId } from '../../shared/ids.ts'
import type { Entry, Recorded } from '../../shared/recorded.ts'

/** One entry as XRANGE and XREAD give it: its id (`41-0`) and its fields, name and value in turn. */
export type Row = [id: string, fields: string[]]

export const seqOf = (row: Row): number => Number.parseInt(row[0], 10)

export function recordedOf(row: Row): Recorded {
  const [, fields] = row
  const at = Number(fields[fields.indexOf('at') + 1])
  return {
    ...entryOf(fields[fields.indexOf('e') + 1] ?? ''),
    seq: seqOf(row),
    at: Number.isFinite(at) ? at : 0
  }
}

function entryOf(text: string): Entry {
  try {
    const entry: unknown = JSON.parse(text)
    if (isEntry(entry)) return entry
  } catch {
    // falls through: what it was is kept below
  }
  const event = { type: 'journal.unreadable', text }
  return { v: 0, command: 'unreadable' as CommandId, by: { kind: 'clock' }, event }
}

function isEntry(entry: unknown): entry is Entry {
  const { v, command, by, event } = (entry ?? {}) as Partial<Record<keyof Entry, unknown>>
  const type = typeof event === 'object' && event !== null && (event as { type?: unknown }).type
  return (
    typeof v === 'number' &&
    typeof command === 'string' &&
    typeof by === 'object' &&
    by !== null &&
    typeof type === 'string'
  )
}
