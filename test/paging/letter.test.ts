import { describe, expect, it } from 'vitest'
import type { PageId } from '../../shared/ids.ts'
import { letterOf } from '../../shared/paging/paging.ts'
import { Board, by, clock, hour, loader, minute, now, type Asked } from '../support/given.ts'
import { dayRoom, description, members, mei, places, ruth } from '../support/people.ts'

const pagers = [{ id: 'security', url: 'http://127.0.0.1:9', secret: '0123456789abcdef' }]
const node = { kind: 'node' } as const
const second = 1_000

/** A unit in which a fire was raised, and the letter that says so. */
function raised(): { board: Board; page: PageId } {
  const board = new Board()
  const load = (asked: Asked) => board.ask(asked, { by: loader, now })
  load({ type: 'profile.describe', description: { ...description, pagers } })
  for (const asked of [...places, ...members]) load(asked)
  load({ type: 'member.start-shift', member: ruth })
  board.ask({ type: 'alert.raise', kind: 'fire', place: dayRoom }, { by: by(mei), now, id: 'alert-0001' })
  const [first] = board.state.paging.letters
  return { board, page: first?.id as PageId }
}

const letter = (board: Board, page: PageId) => letterOf(board.state.paging, page)
const isPage = ({ id }: { id: string }) => id.startsWith('page')
const owed = (board: Board, page: PageId, at: number) =>
  board.owed(at).filter(one => isPage(one) && one.id.includes(page))

function attempt(board: Board, page: PageId, at: number, outcome?: string): void {
  const number = (letter(board, page)?.attempts ?? 0) + 1
  board.ask({ type: 'page.try', page, attempt: number }, { by: clock, now: at, id: `page:${page}:${number}` })
  if (outcome === undefined) return
  const status = outcome === 'sent' ? 200 : 503
  board.ask({ type: 'page.end', page, attempt: number, outcome, status }, { by: node, now: at })
}

describe('a letter', () => {
  it('B-5 is tried at once, then after 5 s, 15 s, 1 min, 5 min, 15 min and 1 h, and is then dead', () => {
    const { board, page } = raised()
    let at = now
    for (const wait of [0, 5, 15, 60, 300, 900, 3600]) {
      expect(owed(board, page, at + wait * second - 1)).toEqual([])
      at += wait * second
      expect(owed(board, page, at)).toMatchObject([{ at, command: { type: 'page.try' } }])
      attempt(board, page, at, 'failed')
    }
    expect(letter(board, page)).toMatchObject({ state: { is: 'dead', at }, attempts: 7, status: 503 })
    expect(owed(board, page, at + 24 * hour)).toEqual([])
  })

  it('B-5 is tried once for each number, by whoever asks first', () => {
    const { board, page } = raised()
    attempt(board, page, now)
    const again: Asked = { type: 'page.try', page, attempt: 1 }
    expect(board.ask(again, { by: clock, now })).toMatchObject({ refusal: 'not-owed' })
    expect(board.ask({ ...again, attempt: 2 }, { by: clock, now })).toMatchObject({ refusal: 'not-owed' })
  })

  it('B-6 of which nobody says within 20 s how its attempt ended is due again', () => {
    const { board, page } = raised()
    attempt(board, page, now)
    expect(owed(board, page, now + 20 * second - 1)).toEqual([])
    board.ask({ type: 'page.lapse', page, attempt: 1 }, { by: clock, now: now + 20 * second })
    expect(letter(board, page)).toMatchObject({
      state: { is: 'queued', due: now + 20 * second },
      attempts: 1
    })
    // It had arrived after all.
    const end: Asked = { type: 'page.end', page, attempt: 1, outcome: 'failed', status: null }
    expect(board.ask(end, { by: node, now: now + 21 * second })).toMatchObject({ refusal: 'not-owed' })
    board.ask({ ...end, outcome: 'sent', status: 204 }, { by: node, now: now + 22 * second })
    expect(letter(board, page)?.state.is).toBe('sent')
  })

  it('B-5 whose receiver says that it is gone is dead at once, and is not tried again', () => {
    const { board, page } = raised()
    attempt(board, page, now, 'gone')
    expect(letter(board, page)?.state.is).toBe('dead')
  })

  it('B-9 that was not sent when the alert is over is not sent late; a later one says that it is over', () => {
    const { board, page } = raised()
    attempt(board, page, now, 'failed')
    const resolve: Asked = { type: 'alert.resolve', alert: 'alert-0001', action: 'x', notes: 'x' }
    board.ask(resolve, { by: by(ruth), now: now + second })
    const states = board.state.paging.letters.map(({ call, state }) => [call.about, state.is])
    expect(states).toEqual([
      ['raised', 'outdated'],
      ['resolved', 'queued']
    ])
  })

  it('B-9 that is under way when the alert ends is not tried again', () => {
    const { board, page } = raised()
    attempt(board, page, now)
    board.ask({ type: 'alert.resolve', alert: 'alert-0001', action: 'x', notes: 'x' }, { by: by(ruth), now })
    const end: Asked = { type: 'page.end', page, attempt: 1, outcome: 'failed', status: null }
    board.ask(end, { by: node, now: now + second })
    expect(letter(board, page)?.state.is).toBe('outdated')
  })

  it('B-10 that is dead stays until charge staff send it again or let go of it', () => {
    const { board, page } = raised()
    attempt(board, page, now, 'gone')
    const ask = (type: Asked['type'], at: number) => board.ask({ type, page }, { by: by(ruth), now: at })
    expect(ask('page.retry', now + minute)).toMatchObject([{ type: 'page.retried' }])
    expect(owed(board, page, now + minute)).toMatchObject([{ id: `page:${page}:2` }])
    expect(ask('page.retry', now + minute)).toMatchObject({ refusal: 'no-change' })
    attempt(board, page, now + minute, 'gone')
    board.ask(
      { type: 'alert.resolve', alert: 'alert-0001', action: 'x', notes: 'x' },
      { by: by(ruth), now: now + minute }
    )
    expect(ask('page.retry', now + hour)).toMatchObject({ refusal: 'page-outdated' })
    expect(ask('page.drop', now + hour)).toMatchObject([{ type: 'page.dropped' }])
    expect(letter(board, page)).toBeUndefined()
    expect(ask('page.drop', now + hour)).toMatchObject({ refusal: 'page-unknown' })
  })

  it('B-10 that was sent is let go when another is queued a day later, a dead one is not', () => {
    const { board, page } = raised()
    attempt(board, page, now, 'sent')
    const ask = (id: string, kind: string, at: number) =>
      board.ask({ type: 'alert.raise', kind, place: dayRoom }, { by: by(mei), now: at, id })
    ask('alert-0002', 'weapon', now + hour)
    const dead = board.state.paging.letters[1]?.id as PageId
    attempt(board, dead, now + hour, 'gone')
    ask('alert-0003', 'medical', now + 26 * hour)
    expect(letter(board, page)).toBeUndefined()
    expect(letter(board, dead)?.state.is).toBe('dead')
  })
})
