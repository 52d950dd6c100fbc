import { describe, expect, it } from 'vitest'
import { view, type UnitEvent } from '../../shared/unit.ts'
import { Board, by, loader, minute, now, type Asked } from '../support/given.ts'
import {
  courtyard,
  dayRoom,
  description,
  members,
  mei,
  people,
  places,
  priya,
  robin,
  ruth
} from '../support/people.ts'

const secret = 'CpagerSecret-0123456789'
const url = 'https://pagers.example/CpagerUrl'
const pager = { id: 'security', url, secret }

function unitWith(policy: object): Board {
  const board = new Board()
  const load = (asked: Asked) => board.ask(asked, { by: loader, now })
  load({ type: 'profile.describe', description: { ...description, ...policy } })
  for (const asked of [...places, ...members, ...people]) load(asked)
  for (const member of [ruth, mei, priya]) load({ type: 'member.start-shift', member })
  return board
}

const raise = (board: Board, fields: object = {}, at = now, who = mei) =>
  board.ask(
    { type: 'alert.raise', kind: 'behavioural', place: dayRoom, stay: robin, ...fields },
    { by: by(who), now: at, id: 'alert-0001' }
  )
type Queued = Extract<UnitEvent, { type: 'page.queued' }>
const queued = (board: Board) =>
  board.journal.flatMap(({ event }) => (event.type === 'page.queued' ? [event as Queued] : []))
const lettersOf = (board: Board) => board.state.paging.letters
const resolve: Asked = { type: 'alert.resolve', alert: 'alert-0001', action: 'Cnote', notes: 'Cnote' }

describe('what is told outside the board', () => {
  it('B-1 is recorded in the same decision as the step that tells somebody', () => {
    const board = unitWith({ pagers: [pager] })
    expect(raise(board)).toMatchObject([
      { type: 'alert.raised' },
      {
        type: 'page.queued',
        call: { about: 'raised', tells: ['shift'], step: 0 },
        to: [{ channel: 'pager:security' }]
      }
    ])
    board.ask({ type: 'alert.describe', alert: 'alert-0001', place: courtyard }, { now })
    board.ask({ type: 'alert.escalate', alert: 'alert-0001', step: 1 }, { now: now + 2 * minute })
    board.ask({ type: 'alert.describe', alert: 'alert-0001', stay: null }, { now: now + 2 * minute })
    board.ask(resolve, { now: now + 3 * minute })
    board.ask({ type: 'alert.reopen', alert: 'alert-0001', reason: 'x' }, { now: now + 4 * minute })
    board.ask(resolve, { now: now + 5 * minute })
    const told = queued(board).map(({ call }) => [call.about, call.place?.id, call.tells])
    expect(told).toEqual([
      ['raised', dayRoom, ['shift']],
      ['changed', courtyard, ['shift']],
      ['escalated', courtyard, ['charge']],
      ['resolved', courtyard, []],
      ['raised-again', courtyard, ['shift']],
      ['resolved', courtyard, []]
    ])
  })

  it('B-1 is once for what two raise of the same event, and nothing where nobody is to be called', () => {
    const board = unitWith({ pagers: [pager] })
    raise(board)
    board.ask(
      { type: 'alert.raise', kind: 'behavioural', place: dayRoom },
      { by: by(priya), now, id: 'alert-0002' }
    )
    expect(queued(board)).toHaveLength(1)
    const nobody = unitWith({})
    expect(raise(nobody)).toHaveLength(1)
  })

  it('B-2 says what and where, and never who: no person, no member, no note', () => {
    const board = unitWith({ pagers: [pager] })
    raise(board)
    board.ask(resolve, { now: now + minute })
    const told = JSON.stringify(queued(board))
    expect(told).toContain('Salle commune')
    for (const secret of [robin, 'Amara', mei, 'Mei', ruth, 'Cnote', 'Robin'])
      expect(told).not.toContain(secret)
  })

  it('B-3 goes to the pagers that want it, and what is over to all that were told', () => {
    const board = unitWith({
      pagers: [
        { ...pager, id: 'all' },
        { ...pager, id: 'high-only', least: 'high' },
        { ...pager, id: 'directors', tells: ['director', 'everyone'] }
      ]
    })
    raise(board, { kind: 'conflict' })
    board.until(now + 6 * minute)
    board.ask({ type: 'alert.describe', alert: 'alert-0001', priority: 'high' }, { now: now + 6 * minute })
    board.ask(resolve, { now: now + 7 * minute })
    const told = queued(board).map(({ call, to }) => [call.about, ...to.map(({ channel }) => channel)])
    expect(told).toEqual([
      ['raised', 'pager:all'],
      ['escalated', 'pager:all'],
      ['escalated', 'pager:all', 'pager:directors'],
      ['changed', 'pager:all', 'pager:directors', 'pager:high-only'],
      ['resolved', 'pager:all', 'pager:directors', 'pager:high-only']
    ])
  })

  it('B-4 goes out also where the alert is silent or a drill, and says so', () => {
    const board = unitWith({ pagers: [pager] })
    raise(board, { kind: 'staff-duress', silent: true, drill: true })
    expect(queued(board)).toMatchObject([{ call: { silent: true, drill: true } }])
  })

  it('B-8 goes by Web Push to who is told and wants it, not to who raised it', () => {
    const board = unitWith({ push: true })
    for (const member of [ruth, mei])
      board.ask({ type: 'page.subscribe', member, on: true }, { by: by(member) })
    raise(board)
    expect(queued(board).map(({ to }) => to.map(({ channel }) => channel))).toEqual([[`push:${ruth}`]])
    const other: Asked = { type: 'page.subscribe', member: ruth, on: false }
    expect(board.ask(other, { by: by(mei) })).toMatchObject({ refusal: 'not-permitted' })
    expect(board.ask({ ...other, on: true }, { by: by(ruth) })).toMatchObject({ refusal: 'no-change' })
  })

  it('B-8 goes to nobody by Web Push where the unit has not switched it on', () => {
    const board = unitWith({ push: false })
    board.ask({ type: 'page.subscribe', member: ruth, on: true }, { by: by(ruth) })
    raise(board)
    expect(queued(board)).toEqual([])
  })

  it('B-7 shows the charge screen what became of it, and neither an address nor a secret to anyone', () => {
    const board = unitWith({ pagers: [pager] })
    raise(board)
    const [letter] = lettersOf(board)
    expect(Object.values(view(board.state, 'charge').pages)).toEqual([
      {
        ...{
          id: letter?.id,
          by: 'pager',
          to: 'security',
          about: 'raised',
          alert: 'alert-0001',
          queuedAt: now
        },
        ...{ attempts: 0, state: 'queued', status: null, next: now }
      }
    ])
    for (const audience of ['wall', 'wall-public', 'locked', 'tablet'] as const) {
      expect(view(board.state, audience).pages).toEqual({})
    }
    for (const audience of ['wall', 'wall-public', 'locked', 'tablet', 'charge'] as const) {
      expect(JSON.stringify(view(board.state, audience))).not.toMatch(/Cpager/)
    }
  })
})
