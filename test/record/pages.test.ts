import { describe, expect, it } from 'vitest'
import { withPages } from '../../server/record/with-pages.ts'
import { AlertRecord, type RecordStep } from '../../shared/alerts/record-step.ts'
import { emptyRecord, recordOf, taken } from '../../shared/alerts/record.ts'
import type { AlertId } from '../../shared/ids.ts'
import { noPages, pagesTaken } from '../../shared/paging/page-steps.ts'
import { isReadable } from '../../shared/unit.ts'
import { Board, by, clock, loader, minute, node, now, type Asked } from '../support/given.ts'
import { dayRoom, description, mei, members, places, ruth } from '../support/people.ts'

const alert = 'alert-0001' as AlertId
const pager = (id: string) => ({
  id,
  url: `https://pagers.example/Caddress-${id}`,
  secret: 'Csecret-0123456789'
})

/** Two pagers, and the browsers of Ruth, are told of what Mei raises. */
function raised(): Board {
  const board = new Board()
  const load = (asked: Asked) => board.ask(asked, { by: loader, now })
  const pagers = [pager('security'), pager('radio')]
  load({ type: 'profile.describe', description: { ...description, pagers, push: true } })
  for (const asked of [...places, ...members]) load(asked)
  load({ type: 'member.start-shift', member: ruth })
  board.ask({ type: 'page.subscribe', member: ruth, on: true }, { by: by(ruth), now })
  board.ask({ type: 'alert.raise', kind: 'fire', place: dayRoom }, { by: by(mei), now, id: alert })
  return board
}

const letters = (board: Board) => board.state.paging.letters
const letterTo = (board: Board, name: string) => letters(board).find(({ channel }) => channel.endsWith(name))

function attempt(board: Board, name: string, at: number, outcome: string): void {
  const letter = letterTo(board, name)
  const asked = { page: letter?.id ?? '', attempt: (letter?.attempts ?? 0) + 1 }
  board.ask({ type: 'page.try', ...asked }, { by: clock, now: at })
  board.ask({ type: 'page.end', ...asked, outcome, status: 503 }, { by: node, now: at + 400 })
}

function recordIn({ journal }: Board): AlertRecord {
  const record = recordOf(
    journal.reduce((fold, one) => taken(fold, one, isReadable(one)), emptyRecord(alert)),
    true,
    now + minute
  )
  if (!record) throw new Error('no record')
  return AlertRecord.parse(withPages(record, journal.reduce(pagesTaken, noPages(alert))))
}

const paged = (board: Board) =>
  recordIn(board).steps.filter(
    (step): step is Extract<RecordStep, { what: 'paged' }> => step.what === 'paged'
  )

describe('what was told outside the board, in the record of an alert', () => {
  it('E-14 is one step for each call, after what it tells, with how many are still tried', () => {
    const board = raised()
    expect(recordIn(board).steps.map(({ what }) => what)).toEqual(['raised', 'paged'])
    const [call] = paged(board)
    expect(call).toMatchObject({ is: 'queued', about: 'raised', pagers: 2, pushes: 1, waiting: 3 })
    expect(call).toMatchObject({ at: now, by: { kind: 'member', member: mei } })
    attempt(board, 'radio', now, 'sent')
    expect(paged(board)[0]).toMatchObject({ is: 'queued', waiting: 2 })
  })

  it('E-14 says by channel what arrived, what failed how often and until when, and what was given up', () => {
    const board = raised()
    attempt(board, 'radio', now, 'sent')
    attempt(board, ruth, now + 1_000, 'sent')
    attempt(board, 'security', now + 2_000, 'failed')
    attempt(board, 'security', now + 10_000, 'failed')
    attempt(board, 'security', now + 90_000, 'gone')
    expect(paged(board).slice(1)).toMatchObject([
      { is: 'sent', at: now + 400, pagers: 1, pushes: 1, until: now + 1_400, by: { kind: 'node' } },
      { is: 'failed', pagers: 1, pushes: 0, attempts: 2, at: now + 2_400, until: now + 10_400 },
      { is: 'dead', pagers: 1, pushes: 0, attempts: 1 }
    ])
    expect(paged(board)[0]).toMatchObject({ waiting: 0 })
  })

  it('E-14 says who sent once more or let go of what was given up', () => {
    const board = raised()
    for (const name of ['security', 'radio']) attempt(board, name, now, 'gone')
    const page = (name: string) => letterTo(board, name)?.id
    board.ask({ type: 'page.retry', page: page('security') }, { by: by(ruth), now: now + minute })
    board.ask({ type: 'page.drop', page: page('radio') }, { by: by(ruth), now: now + minute })
    const ruths = { by: { kind: 'member', member: ruth }, pagers: 1 }
    expect(paged(board).slice(1)).toMatchObject([
      { is: 'dead', pagers: 2 },
      { is: 'retried', ...ruths },
      { is: 'dropped', ...ruths }
    ])
  })

  it('E-14 says what was over before it could be sent, and that the end was told to those who were told', () => {
    const board = raised()
    attempt(board, 'radio', now, 'sent')
    board.ask({ type: 'alert.resolve', alert, action: 'Out' }, { by: by(ruth), now: now + minute })
    expect(paged(board).slice(2)).toMatchObject([
      { is: 'outdated', about: 'raised', pagers: 1, pushes: 1 },
      { is: 'queued', about: 'resolved', pagers: 2, pushes: 1 }
    ])
  })

  it('E-14 counts an attempt of which nobody said how it ended as failed, and one that arrived after all as received', () => {
    const board = raised()
    const page = letterTo(board, 'radio')?.id
    board.ask({ type: 'page.try', page, attempt: 1 }, { by: clock, now })
    board.ask({ type: 'page.lapse', page, attempt: 1 }, { by: clock, now: now + 20_000 })
    const end = { type: 'page.end', page, attempt: 1, outcome: 'sent', status: 200 } as const
    board.ask(end, { by: node, now: now + 21_000 })
    expect(
      paged(board)
        .slice(1)
        .map(({ is }) => is)
    ).toEqual(['failed', 'sent'])
  })

  it('E-14 has neither an address nor a secret, no name of a pager and nothing of other alerts', () => {
    const board = raised()
    board.ask({ type: 'alert.raise', kind: 'weapon', place: null }, { by: by(mei), now, id: 'alert-0002' })
    attempt(board, 'radio', now, 'gone')
    expect(paged(board).filter(({ is }) => is === 'queued')).toHaveLength(1)
    const text = JSON.stringify(recordIn(board))
    for (const secret of ['Csecret', 'Caddress', 'pagers.example', 'security', 'radio'])
      expect(text).not.toContain(secret)
  })
})
