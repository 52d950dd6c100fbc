import { beforeAll, describe, expect, it } from 'vitest'
import { densities, inRuns } from '../../../client/record/fold.ts'
import { linesOf, type Line } from '../../../client/record/lines.ts'
import { pageOf } from '../../../client/page.ts'
import { alertIn } from '../../../client/record/ask.ts'
import { Speaker } from '../../../client/record/speaker.ts'
import { emptyRecord, recordOf, taken } from '../../../shared/alerts/record.ts'
import { whoFirst } from '../../../client/record/took.ts'
import type { AlertRecord } from '../../../shared/alerts/record-step.ts'
import type { AlertId } from '../../../shared/ids.ts'
import { overwriteGetLocale } from '../../../shared/words/compiled/runtime.js'
import { isReadable, view } from '../../../shared/unit.ts'
import { by, given, minute, now, type Board } from '../../support/given.ts'
import { dayRoom, leo, mapleHouse, mei, robin, ruth } from '../../support/people.ts'

const alert = 'finger-lifted-1' as AlertId

beforeAll(() => overwriteGetLocale(() => 'en'))

function recordIn(board: Board): AlertRecord {
  const fold = board.journal.reduce((so, one) => taken(so, one, isReadable(one)), emptyRecord(alert))
  const record = recordOf(fold, true, now)
  if (!record) throw new Error('no record')
  return record
}

const linesIn = (board: Board): Line[] =>
  linesOf(recordIn(board).steps, new Speaker(view(board.state, 'tablet')))

/** Raised by Mei, shown on three displays, answered by Ruth and by Leo, who has left the staff since. */
function answered(): Board {
  const { board } = given(...mapleHouse)
  board.ask({ type: 'alert.raise', kind: 'fire', place: dayRoom }, { by: by(mei), id: alert })
  for (const [i, name] of ['Station', 'Corridor', 'Staff room'].entries())
    board.ask(
      { type: 'alert.show', alert, screen: name, audience: 'wall', sounded: i > 0 },
      { by: { kind: 'node' }, now: now + 300 + i }
    )
  for (const [i, who] of [leo, ruth].entries())
    board.ask(
      { type: 'alert.acknowledge', alert, answer: 'coming' },
      { by: by(who), now: now + (i + 1) * minute }
    )
  board.ask({ type: 'alert.arrive', alert }, { by: by(ruth), now: now + 3 * minute })
  board.record({ type: 'member.retired', member: leo }, { now: now + 4 * minute })
  return board
}

describe('the lines of a record', () => {
  it('E-9 have the names of the staff, and an id for who has left', () => {
    expect(linesIn(answered()).map(({ text }) => text)).toEqual([
      'Raised by Mei Tanaka: Fire, High. Asks for 4.',
      'Shown on Station.',
      'Shown on Corridor, with sound.',
      'Shown on Staff room, with sound.',
      'Former member leo-marchetti is coming.',
      'Ruth Okafor is coming.',
      'Ruth Okafor is there.',
      'Former member leo-marchetti went off shift.'
    ])
  })

  it('E-15, E-16 say whose answer ran out, and what was said anew with what it was before', () => {
    const { board } = given(...mapleHouse)
    board.ask({ type: 'alert.raise', kind: 'conflict', place: dayRoom }, { by: by(mei), id: alert })
    board.ask({ type: 'alert.acknowledge', alert, answer: 'coming' }, { by: by(ruth), now })
    board.ask(
      { type: 'alert.describe', alert, kind: 'fire', place: null, stay: robin },
      { by: by(leo), now: now + minute }
    )
    board.ask({ type: 'alert.acknowledge', alert, answer: 'coming' }, { by: by(ruth), now: now + minute })
    const since = now + minute
    board.ask({ type: 'alert.lapse', alert, since }, { by: { kind: 'clock' }, now: now + 4 * minute })
    const texts = linesIn(board).map(({ text }) => text)
    expect(texts[2]).toBe(
      'Leo Marchetti said more: kind Fire (was Conflict between peers); place Place not said (was Day room); ' +
        'priority High (was Medium); asks for 4 (was 2); a person was named.'
    )
    expect(texts.at(-1)).toBe('Open again: an answer ran out with nobody there (Ruth Okafor).')
  })

  it('E-14 say by how many pagers and members what was told was received, and when the last was', () => {
    const stem = { seq: 7, at: now, by: { kind: 'node' }, what: 'paged', about: 'raised' } as const
    const say = new Speaker(view(answered().state, 'tablet'))
    const counts = { pagers: 2, pushes: 1, attempts: 3, waiting: 0, until: now }
    const lines = linesOf(
      [
        { ...stem, is: 'queued', ...counts, waiting: 1 },
        { ...stem, is: 'sent', ...counts, pushes: 0 },
        { ...stem, is: 'failed', ...counts, pushes: 0, pagers: 1, until: now + 2 * minute },
        { ...stem, is: 'dead', ...counts, pagers: 0 }
      ],
      say
    )
    expect(lines.map(({ text, more, weight }) => [text, more, weight])).toEqual([
      [
        'Told outside the board (Alert raised): 2 pagers, the browsers of 1 member.',
        '1 is still being tried.',
        1
      ],
      ['Received (Alert raised): 2 pagers.', '', 1],
      ['Not received, tried again (Alert raised): 1 pager.', '3 attempts. The last at 14:02.', 2],
      ['Not delivered and given up (Alert raised): the browsers of 1 member.', '', 3]
    ])
  })

  it('E-4 name who was first', () => {
    const record = recordIn(answered())
    expect([whoFirst(record, 'answered'), whoFirst(record, 'onScene')]).toEqual([leo, ruth])
    expect(whoFirst(record, 'resolved')).toBeNull()
  })

  it('E-8 say of screens that follow each other where it was shown and heard, once', () => {
    const lines = inRuns(linesIn(answered()))
    expect(lines).toHaveLength(6)
    expect(lines[1]).toMatchObject({
      text: 'Shown on 3 screens, with sound on 2.',
      more: 'Station, Corridor (with sound), Staff room (with sound)'
    })
  })
})

describe('a record on one page', () => {
  const line = (seq: number, weight: Line['weight']): Line => ({
    ...{ seq, at: seq, weight, text: 'x'.repeat(500), more: 'y'.repeat(500) },
    shown: weight === 1 ? { screen: `Screen ${seq}`, sounded: false } : null
  })
  const all = Array.from({ length: 200 }, (_, i) => line(i, i === 199 ? 4 : i % 2 === 0 ? 1 : 3))

  it('E-8 is never set in letters of less than 8 points, and ever tighter', () => {
    const set = densities(all)
    expect(set.every(({ points }) => points >= 8)).toBe(true)
    const sizes = set.map(({ lines }) =>
      lines.reduce((sum, { text, more }) => sum + text.length + more.length, 0)
    )
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
  })

  it('E-8 leaves nothing off before screens are grouped, and then counts what it leaves off', () => {
    const set = densities(all)
    expect(set.filter(({ left }) => left === 0).map(({ lines }) => lines.length)).toEqual([
      200, 200, 101, 101, 101, 101
    ])
    for (const { lines, left } of set.slice(6)) expect(lines.length + left).toBe(101)
  })

  it('E-8 keeps where it turned longest, in the order in which it happened', () => {
    const [tightest] = densities(all).slice(-1)
    expect(tightest?.lines.at(-1)?.seq).toBe(199)
    const seqs = tightest?.lines.map(({ seq }) => seq) ?? []
    expect(seqs).toEqual(seqs.toSorted((a, b) => a - b))
  })
})

describe('the address', () => {
  it.each([
    ['/', 'tablet', null],
    ['/charge', 'charge', null],
    ['/record', 'figures', null],
    ['/record/', 'figures', null],
    ['/record/a%20b', 'record', 'a b'],
    ['/record/%E0', 'record', '%E0'],
    ['/recorded/x', 'tablet', null]
  ])('E-13 %s is the page %s', (path, page, alert) => {
    expect([pageOf(path), alertIn(path)]).toEqual([page, alert])
  })
})
