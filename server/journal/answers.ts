/** What the scripts answer, in the words of the port. */
import type { CommandId, UnitId } from '../../shared/ids.ts'
import type { Answer, Append, Receipt } from './journal.ts'
import type { Row } from './recorded.ts'

/** What `open.lua` returns. */
export type OpenAnswer =
  | ['opened', epoch: string, seq: number, now: number, snapshotSeq?: number, text?: string]
  | ['damaged', seq: number, last: number]

/** What `append.lua` returns. */
export type AppendAnswer =
  | ['appended', seq: number, at: number, now: number]
  | ['moved', seq: number]
  | ['renewed']
  | ['repeated', (number | string)[]]

/** What `read-on.lua` returns. */
export type ReadAnswer = ['read', Row[]] | ['renewed']

/** What the script cannot check without having written, or would take for another's receipt. */
export function mustBeWhole({ commands }: Append): void {
  if (commands.length === 0) throw new RangeError('an append needs a command')
  if (commands.some(({ entries }) => entries.length === 0)) throw new RangeError('a command without an entry')
  if (new Set(commands.map(({ command }) => command)).size < commands.length)
    throw new RangeError('a command twice')
}

export function answerOf(append: Append, answer: AppendAnswer): Answer {
  switch (answer[0]) {
    case 'appended':
      return { word: 'appended', seq: answer[1], at: answer[2], now: answer[3] }
    case 'moved':
      return { word: 'moved', seq: answer[1] }
    case 'renewed':
      return { word: 'renewed' }
    case 'repeated':
      return { word: 'repeated', receipts: knownOf(append, answer[1]) }
  }
}

/** From `[n, receipt, n, receipt ..]`, n counting the commands from 1. */
function knownOf({ commands }: Append, known: (number | string)[]): Receipt[] {
  return known.flatMap((n, i) => {
    const command = i % 2 === 0 ? commands[Number(n) - 1]?.command : undefined
    return command === undefined ? [] : receiptOf(command, String(known[i + 1]))
  })
}

export function receiptOf(command: CommandId, kept: string | null | undefined): Receipt[] {
  if (typeof kept !== 'string') return []
  const colon = kept.indexOf(':')
  return [{ command, seq: Number(kept.slice(0, colon)), fingerprint: kept.slice(colon + 1) }]
}

export function pairsOf(flat: string[]): { unit: UnitId; due: number }[] {
  return flat.flatMap((unit, i) => (i % 2 === 0 ? [{ unit: unit as UnitId, due: Number(flat[i + 1]) }] : []))
}
