import type { Duty } from '../asking.ts'
import type { CommandId } from '../ids.ts'
import type { PagingCommand } from './command.ts'
import { endsWithin, type Letter, type Paging } from './paging.ts'

/**
 * Every letter that waits is tried when its time has come; the attempt's id is the letter's and its number, so that one
 * node has it. An attempt of which nobody says how it ended runs out.
 */
export const pagingDuties = ({ letters }: Paging): Duty<PagingCommand>[] => letters.flatMap(owed)

function owed({ id: page, state, attempts }: Letter): Duty<PagingCommand>[] {
  if (state.is === 'queued') {
    const attempt = attempts + 1
    const id = `page:${page}:${attempt}` as CommandId
    return [{ id, at: state.due, command: { type: 'page.try', page, attempt } }]
  }
  if (state.is !== 'trying') return []
  const id = `page-lapse:${page}:${attempts}` as CommandId
  return [{ id, at: state.since + endsWithin, command: { type: 'page.lapse', page, attempt: attempts } }]
}
