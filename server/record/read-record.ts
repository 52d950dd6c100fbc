/** Reads the journal for the record of one alert: from its raise on, page by page, until nothing more can be of it. */
import { emptyRecord, isComplete, recordOf, taken } from '../../shared/alerts/record.ts'
import type { AlertRecord } from '../../shared/alerts/record-step.ts'
import type { AlertId, UnitId } from '../../shared/ids.ts'
import { noPages, pagesTaken } from '../../shared/paging/page-steps.ts'
import type { Position } from '../../shared/position.ts'
import { isReadable, type UnitState } from '../../shared/unit.ts'
import { JournalFault } from '../journal/fault.ts'
import type { Journal } from '../journal/journal.ts'
import { withPages } from './with-pages.ts'

/** A unit as it stands on this node, and up to where that is. */
export interface Standing {
  state: UnitState
  position: Position
}

const page = 500

/** Null where the unit does not know the alert. Rejects when the journal cannot be read to the end. */
export async function readRecord(
  journal: Pick<Journal, 'readOn' | 'now'>,
  unit: UnitId,
  { state, position }: Standing,
  asked: AlertId,
  withNotes: boolean
): Promise<AlertRecord | null> {
  const begin = beginOf(state, asked)
  if (!begin) return null
  const { epoch, seq: head } = position
  let [fold, pages] = [emptyRecord(begin.alert), noPages(begin.alert)]
  for (let seq = begin.seq - 1; seq < head;) {
    const recorded = await journal.readOn(unit, { epoch, seq }, Math.min(page, head - seq))
    if (recorded === 'renewed') throw new JournalFault('link', `${unit} began a new life while it was read`)
    const last = recorded.at(-1)
    if (!last) throw new JournalFault('damaged', `${unit} has nothing after ${seq}`)
    for (const one of recorded) {
      const readable = isReadable(one)
      fold = taken(fold, one, readable)
      if (readable) pages = pagesTaken(pages, one)
    }
    if (isComplete(fold, last.at)) break
    seq = last.seq
  }
  const record = recordOf(fold, withNotes, await journal.now())
  return record && withPages(record, pages)
}

/** Which alert it is, and where it begins; of one that was merged, the alert that goes on. */
function beginOf({ alerts }: UnitState, asked: AlertId): { alert: AlertId; seq: number } | null {
  const [open, past] = [own(alerts.alerts, asked), own(alerts.past, asked)]
  const goesOn = open?.situation.is === 'merged' ? open.situation.into : asked
  const known = own(alerts.alerts, goesOn) ?? own(alerts.past, goesOn) ?? past
  return known ? { alert: goesOn, seq: known.raisedSeq } : null
}

const own = <T>(of: Readonly<Record<string, T>>, id: string): T | undefined =>
  Object.hasOwn(of, id) ? of[id] : undefined
