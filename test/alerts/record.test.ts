import { describe, expect, it } from 'vitest'
import { AlertRecord, type RecordStep } from '../../shared/alerts/record-step.ts'
import { emptyRecord, isComplete, recordOf, taken, type RecordFold } from '../../shared/alerts/record.ts'
import type { AlertId } from '../../shared/ids.ts'
import type { Recorded } from '../../shared/recorded.ts'
import { isReadable } from '../../shared/unit.ts'
import {
  by,
  clock,
  given,
  hour,
  loader,
  minute,
  now,
  screen,
  type Asked,
  type Board
} from '../support/given.ts'
import { dayRoom, hallway, mapleHouse, mei, person, priya, robin, ruth, wren } from '../support/people.ts'

const alert = 'finger-lifted-1' as AlertId

const folded = (journal: readonly Recorded[], of = alert): RecordFold =>
  journal.reduce((fold, one) => taken(fold, one, isReadable(one)), emptyRecord(of))

function recordIn({ journal }: Board, withNotes = true): AlertRecord {
  const record = recordOf(folded(journal), withNotes, now + 9 * hour)
  if (!record) throw new Error('no record')
  return AlertRecord.parse(record)
}

const steps = (board: Board, withNotes = true): RecordStep[] => recordIn(board, withNotes).steps
const whats = (board: Board): string[] => steps(board).map(({ what }) => what)

/** Mei raises it in the day room about Robin, at 14:00, a minute after it began. */
function raised(fields: object = {}): Board {
  const { board } = given(...mapleHouse)
  board.ask(
    {
      type: 'alert.raise',
      kind: 'behavioural',
      place: dayRoom,
      stay: robin,
      seenAt: now - minute,
      ...fields
    },
    { by: by(mei), id: alert }
  )
  return board
}

function ask(board: Board, who: Parameters<typeof by>[0], minutes: number, asked: Asked): Board {
  board.ask({ alert, ...asked }, { by: by(who), now: now + minutes * minute })
  return board
}

/** Ruth comes, is there, and it ends; what it owes stays open. */
function resolved(board = raised()): Board {
  ask(board, ruth, 1, { type: 'alert.acknowledge', answer: 'coming', as: 'lead' })
  ask(board, ruth, 2, { type: 'alert.arrive' })
  ask(board, ruth, 5, { type: 'alert.contain' })
  return ask(board, ruth, 9, {
    type: 'alert.resolve',
    action: 'Talked it down',
    notes: 'Robin N. threw a chair'
  })
}

describe('the record of an alert', () => {
  it('E-1 has a step for each of its events, in the order of the journal, with when and by whom', () => {
    const board = resolved()
    expect(whats(board)).toEqual(['raised', 'acknowledged', 'role-taken', 'arrived', 'contained', 'resolved'])
    const [first, ...rest] = steps(board)
    expect(first).toMatchObject({
      at: now,
      seenAt: now - minute,
      by: { kind: 'member', member: mei },
      tells: ['shift']
    })
    expect(rest.every(({ by: { kind } }) => kind === 'member')).toBe(true)
    const seqs = steps(board).map(({ seq }) => seq)
    expect(seqs).toEqual(seqs.toSorted((a, b) => a - b))
  })

  it('E-1 names whom each rung told, and why it was reached', () => {
    const board = raised()
    board.ask({ type: 'alert.escalate', alert, step: 1 }, { by: clock, now: now + 2 * minute })
    expect(steps(board).at(-1)).toEqual({
      seq: board.seq,
      at: now + 2 * minute,
      by: { kind: 'clock' },
      what: 'escalated',
      rung: 2,
      minutes: 2,
      tells: 'charge',
      members: [ruth],
      why: 'time'
    })
  })

  it('E-1 says where it was shown and heard, and by whom it was told', () => {
    const board = raised()
    board.ask(
      { type: 'alert.show', alert, screen: 'Station', audience: 'wall', sounded: true },
      { by: { kind: 'node' }, now: now + 400 }
    )
    expect(steps(board).at(-1)).toMatchObject({
      what: 'shown',
      screen: 'Station',
      sounded: true,
      by: { kind: 'node' }
    })
  })

  it('E-1 says who went home while they were answering, and of nobody else', () => {
    const board = raised()
    ask(board, ruth, 1, { type: 'alert.acknowledge', answer: 'coming' })
    board.record({ type: 'member.shift-ended', member: priya }, { now: now + 2 * minute })
    board.record({ type: 'member.shift-ended', member: ruth }, { now: now + 2 * minute })
    expect(steps(board).slice(-1)).toMatchObject([{ what: 'went-home', who: ruth, by: { kind: 'loader' } }])
    expect(whats(board).filter(what => what === 'went-home')).toHaveLength(1)
  })

  it('E-1 has nothing of other alerts', () => {
    const board = raised()
    board.ask({ type: 'alert.raise', kind: 'fire', place: null }, { by: by(priya), id: 'finger-lifted-2' })
    board.ask(
      { type: 'alert.acknowledge', alert: 'finger-lifted-2', answer: 'coming' },
      { by: by(ruth), now: now + minute }
    )
    expect(whats(board)).toEqual(['raised'])
  })

  it('E-15 says whose answer ran out', () => {
    const board = raised()
    ask(board, priya, 1, { type: 'alert.acknowledge', answer: 'coming' })
    ask(board, ruth, 2, { type: 'alert.acknowledge', answer: 'handled' })
    board.ask({ type: 'alert.lapse', alert, since: now + 2 * minute }, { by: clock, now: now + 5 * minute })
    expect(steps(board).at(-1)).toMatchObject({ what: 'lapsed', members: [priya, ruth] })
  })

  it('E-16 says of what was said anew what it was before, and that a person was named, not who', () => {
    const board = raised({ kind: 'conflict', stay: undefined })
    ask(board, ruth, 1, { type: 'alert.describe', kind: 'fire', place: hallway, needed: 6 })
    ask(board, ruth, 2, { type: 'alert.describe', stay: robin })
    ask(board, ruth, 3, { type: 'alert.describe', stay: wren })
    ask(board, ruth, 4, { type: 'alert.describe', stay: null })
    const said = steps(board).filter(({ what }) => what === 'described')
    const after = { kind: 'fire', priority: 'high', place: hallway, needed: 6 }
    const was = { kind: 'conflict', priority: 'medium', place: dayRoom, needed: 2 }
    expect(said).toMatchObject([
      { ...after, was, person: null },
      { ...after, was: after, person: 'named' },
      { person: 'another' },
      { person: 'nobody' }
    ])
    for (const secret of [robin, wren]) expect(JSON.stringify(said)).not.toContain(secret)
  })

  it('E-2 has also what others raised of the same event, and what was said of theirs', () => {
    const board = raised()
    const again = {
      type: 'alert.raise',
      kind: 'behavioural',
      place: dayRoom,
      stay: robin,
      seenAt: now - 20_000
    } as const
    board.ask(again, { by: by(priya), now: now + 20_000, id: 'finger-lifted-2' })
    board.ask(
      { type: 'alert.acknowledge', alert: 'finger-lifted-2', answer: 'coming' },
      { by: by(ruth), now: now + minute }
    )
    expect(recordIn(board)).toMatchObject({ times: 2, situation: 'acknowledged', took: { answered: minute } })
    expect(whats(board)).toEqual(['raised', 'merged', 'acknowledged'])
    expect(steps(board)[1]).toMatchObject({ seenAt: now - 20_000, by: { kind: 'member', member: priya } })
  })

  it('E-3 names no person of the unit and no screen that raised it', () => {
    const { board } = given(...mapleHouse)
    board.ask({ type: 'alert.raise', kind: 'fire', place: dayRoom, stay: robin }, { by: screen, id: alert })
    const text = JSON.stringify(recordIn(board))
    expect(text).not.toContain(robin)
    expect(text).not.toContain('tablet-7')
    expect(steps(board)[0]?.by).toEqual({ kind: 'screen' })
  })

  it('E-3 has the notes for whom they are meant, and says where they are left out', () => {
    const board = resolved()
    expect(recordIn(board, true)).toMatchObject({ withNotes: true })
    expect(steps(board, true).at(-1)).toMatchObject({ notes: 'Robin N. threw a chair' })
    expect(recordIn(board, false)).toMatchObject({ withNotes: false })
    expect(JSON.stringify(recordIn(board, false))).not.toContain('chair')
    expect(steps(board, false).at(-1)).toMatchObject({ action: 'Talked it down', notes: null })
  })

  it('E-3 has what was noted of what was settled for whom it is meant, and for no others', () => {
    const board = resolved()
    ask(board, ruth, 10, { type: 'alert.settle', owed: 'debrief', note: 'canary-of-the-debrief' })
    expect(steps(board, true).at(-1)).toMatchObject({ what: 'settled', notes: 'canary-of-the-debrief' })
    expect(steps(board, false).at(-1)).toMatchObject({ what: 'settled', owed: 'debrief', notes: null })
    expect(JSON.stringify(recordIn(board, false))).not.toContain('canary')
  })

  it('E-1 says what naming somebody opened after it was resolved, and not who that is', () => {
    const board = resolved(raised({ stay: undefined }))
    ask(board, ruth, 60, { type: 'alert.describe', stay: robin })
    expect(steps(board).at(-1)).toMatchObject({
      what: 'owes',
      owed: [
        { owed: 'level-review', owner: ruth, due: now + 2 * hour },
        { owed: 'plan-review' },
        { owed: 'family-notice' }
      ]
    })
    expect(JSON.stringify(steps(board))).not.toContain(robin)
  })

  it('E-17 says that the notice was withheld, and by whom', () => {
    const board = resolved()
    const described = { ...person('Amara Nwosu', 'Robin 1'), noInformation: true }
    const at = now + 20 * minute
    board.ask({ type: 'stay.describe', stay: robin, person: described }, { by: by(ruth), now: at })
    const behind = { kind: 'member', member: ruth }
    expect(steps(board).at(-1)).toMatchObject({ what: 'withheld', owed: 'family-notice', at, by: behind })
  })

  it('E-3 has no field beyond those that are listed, whatever an event carries', () => {
    const board = raised()
    const [event] = board.journal.filter(({ event: { type } }) => type === 'alert.raised')
    const more = { ...event, event: { ...event?.event, secret: 'canary' } } as Recorded
    const record = recordOf(folded([more]), true, now)
    expect(record?.steps).toHaveLength(1)
    expect(JSON.stringify(record)).not.toContain('canary')
  })

  it('E-4 counts from when it was raised to when each was first so', () => {
    expect(recordIn(resolved()).took).toEqual({
      answered: minute,
      onScene: 2 * minute,
      contained: 5 * minute,
      resolved: 9 * minute
    })
    expect(recordIn(raised()).took).toEqual({
      answered: null,
      onScene: null,
      contained: null,
      resolved: null
    })
  })

  it('E-1 tells the clocks of a restraint apart by which it was', () => {
    const board = raised()
    ask(board, ruth, 1, { type: 'alert.acknowledge', answer: 'coming' })
    ask(board, ruth, 2, { type: 'alert.arrive' })
    const kinds = ['restraint', 'seclusion'] as const
    for (const [i, kind] of kinds.entries())
      board.ask(
        { type: 'alert.restrain', alert, kind },
        { by: by(ruth), now: now + 3 * minute, id: `held-down-${i}` }
      )
    board.ask(
      { type: 'alert.release', alert, restraint: 'held-down-1' },
      { by: by(ruth), now: now + 9 * minute }
    )
    expect(steps(board).slice(-3)).toMatchObject([
      { what: 'restrained', nth: 1, kind: 'restraint', orderUntil: now + 3 * minute + 4 * hour },
      { what: 'restrained', nth: 2, kind: 'seclusion' },
      { what: 'released', nth: 2 }
    ])
  })

  it('E-7 counts what this program cannot read, of this alert only', () => {
    const board = raised()
    const odd = (event: object): Recorded => ({
      ...{ seq: 900, at: now, v: 1, command: 'given-900000' as never, by: loader },
      event: event as never
    })
    const journal = [
      ...board.journal,
      odd({ type: 'alert.levitated', alert }),
      odd({ type: 'alert.arrived', alert }),
      odd({ type: 'alert.levitated', alert: 'another' })
    ]
    expect(recordOf(folded(journal), true, now)).toMatchObject({ unread: 2, steps: [{ what: 'raised' }] })
  })

  it('E-1 is complete once the alert has ended and left the unit', () => {
    const board = raised({ drill: true })
    resolved(board)
    const fold = (): RecordFold => folded(board.journal)
    expect(isComplete(fold(), now + 90 * hour)).toBe(false)
    ask(board, ruth, 10, { type: 'alert.close' })
    expect(recordIn(board).situation).toBe('closed')
    expect(isComplete(fold(), now + 10 * minute + 12 * hour)).toBe(false)
    expect(isComplete(fold(), now + 10 * minute + 12 * hour + 1)).toBe(true)
  })

  it('E-1 is none where its beginning is not among the events', () => {
    expect(recordOf(folded(resolved().journal, 'another' as AlertId), true, now)).toBeNull()
  })
})
