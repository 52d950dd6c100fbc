import { describe, expect, it } from 'vitest'
import { JournalFault } from '../../server/journal/fault.ts'
import type { Journal } from '../../server/journal/journal.ts'
import { readRecord } from '../../server/record/read-record.ts'
import type { AlertId, UnitId } from '../../shared/ids.ts'
import { by, given, hour, loader, minute, now, type Board } from '../support/given.ts'
import { dayRoom, description, mapleHouse, mei, priya, ruth } from '../support/people.ts'

const unit = 'maple-house' as UnitId
const first = 'finger-lifted-1' as AlertId
const second = 'finger-lifted-2' as AlertId

/** The journal of a board that was kept in a list; `read`: how many events have been asked for. */
function listed(board: Board): Pick<Journal, 'readOn' | 'now'> & { read: number } {
  return {
    read: 0,
    now: () => Promise.resolve(board.at),
    readOn(_unit, { seq }, limit) {
      const part = board.journal.slice(seq, seq + limit)
      this.read += part.length
      return Promise.resolve(part)
    }
  }
}

const standing = ({ state, seq }: Board) => ({ state, position: { epoch: 'one', seq } })

/** A drill in the day room: raised at 14:00, answered, resolved and closed by 14:10. */
function drilled(): Board {
  const { board } = given(...mapleHouse)
  const ask = (minutes: number, asked: object): unknown =>
    board.ask({ alert: first, ...asked } as never, { by: by(ruth), now: now + minutes * minute })
  board.ask({ type: 'alert.raise', kind: 'fire', place: dayRoom, drill: true }, { by: by(mei), id: first })
  ask(1, { type: 'alert.acknowledge', answer: 'coming' })
  ask(2, { type: 'alert.arrive' })
  ask(9, { type: 'alert.resolve', action: 'Drill over' })
  ask(10, { type: 'alert.close' })
  return board
}

/** Shifts of Priya's that come and go, each an event, from an instant on. */
function events(board: Board, count: number, from: number): void {
  for (let i = 0; i < count; i++) {
    const type = i % 2 === 0 ? 'member.shift-ended' : 'member.shift-started'
    board.record({ type, member: priya }, { now: from + i })
  }
}

describe('reading the record of an alert', () => {
  it('E-2 goes on over as many pages as it takes', async () => {
    const board = drilled()
    events(board, 1300, now + 11 * minute)
    board.ask(
      { type: 'alert.raise', kind: 'weapon', place: null },
      { by: by(mei), now: now + hour, id: second }
    )
    const journal = listed(board)
    const record = await readRecord(journal, unit, standing(board), first, true)
    expect(record).toMatchObject({
      id: first,
      situation: 'closed',
      took: { resolved: 9 * minute },
      asOf: now + hour
    })
    expect(journal.read).toBeGreaterThan(1000)
  })

  it('E-2 is read also when the alert has left the view, and no further than it can go', async () => {
    const board = drilled()
    events(board, 600, now + 23 * hour)
    board.ask(
      { type: 'alert.raise', kind: 'fire', place: null },
      { by: by(mei), now: now + 24 * hour, id: second }
    )
    events(board, 2000, now + 25 * hour)
    expect(board.state.alerts.alerts).not.toHaveProperty(first)
    const journal = listed(board)
    const record = await readRecord(journal, unit, standing(board), first, true)
    expect(record?.steps.at(-1)).toMatchObject({ what: 'closed', at: now + 10 * minute })
    expect(journal.read).toBeLessThan(1001)
  })

  it('E-14 has what was told outside the board', async () => {
    const { board } = given(...mapleHouse)
    const pagers = [{ id: 'security', url: 'https://pagers.example/', secret: '0123456789abcdef' }]
    board.ask({ type: 'profile.describe', description: { ...description, pagers } }, { by: loader })
    board.ask({ type: 'alert.raise', kind: 'fire', place: dayRoom }, { by: by(mei), id: first })
    const record = await readRecord(listed(board), unit, standing(board), first, true)
    expect(record?.steps).toMatchObject([{ what: 'raised' }, { what: 'paged', is: 'queued', pagers: 1 }])
  })

  it('E-2 of an alert that was merged is that of the one that goes on', async () => {
    const { board } = given(...mapleHouse)
    board.ask({ type: 'alert.raise', kind: 'fire', place: dayRoom }, { by: by(mei), id: first })
    board.ask(
      { type: 'alert.raise', kind: 'fire', place: dayRoom },
      { by: by(priya), now: now + 1000, id: second }
    )
    const record = await readRecord(listed(board), unit, standing(board), second, true)
    expect(record).toMatchObject({ id: first, times: 2, situation: 'raised' })
  })

  it.each(['nothing', 'constructor', '__proto__'])('E-5 is none of an alert called %s', async name => {
    const board = drilled()
    expect(await readRecord(listed(board), unit, standing(board), name as AlertId, true)).toBeNull()
  })

  it('E-5 is a fault where the journal begins a new life or has a gap: half a record is none', async () => {
    const board = drilled()
    const read = (answer: [] | 'renewed') =>
      readRecord(
        { ...listed(board), readOn: () => Promise.resolve(answer) },
        unit,
        standing(board),
        first,
        true
      )
    await expect(read('renewed')).rejects.toThrow(JournalFault)
    await expect(read([])).rejects.toThrow(JournalFault)
  })
})
