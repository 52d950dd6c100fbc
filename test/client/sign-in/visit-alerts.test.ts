import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Board } from '../../../client/live/board.svelte.ts'
import type { BoardOptions } from '../../../client/live/board-options.ts'
import type { Kept } from '../../../client/live/outbox.ts'
import { Visit } from '../../../client/sign-in/visit.svelte.ts'
import type { UnitId } from '../../../shared/ids.ts'
import { give, takeBack } from '../browser.ts'
import { HandLine } from '../live/hand-line.ts'

const maple = 'maple' as UnitId
const raise = { type: 'alert.raise', kind: 'fire', place: null, seenAt: 1 }

/** What this device keeps, for as long as the test runs. */
class Store {
  readonly entries: Kept[] = []
  keep(entry: Kept): Promise<void> {
    this.entries.push(entry)
    return Promise.resolve()
  }
  release(id: string): Promise<void> {
    this.entries.splice(0, Infinity, ...this.entries.filter(entry => entry.id !== id))
    return Promise.resolve()
  }
  refuse = () => Promise.resolve()
  kept(): Promise<Kept[]> {
    return Promise.resolve([...this.entries])
  }
}

/** The server knows by then that the device is locked. */
function answers(path: string): Response {
  if (path === '/api/me') return Response.json({ unit: maple, member: 'priya', locked: true })
  return path === '/api/units' ? Response.json([]) : new Response(null, { status: 204 })
}

interface Opened {
  options: BoardOptions
  board: Board
  hand: HandLine
}

describe('an alert that nobody has heard', () => {
  let opened: Opened[]
  let store: Store
  let visit: Visit

  /** Everything is signed in and locked at once; it is the live lines that do not answer. */
  beforeEach(async () => {
    opened = []
    store = new Store()
    give('fetch', (path: string) => Promise.resolve(answers(path)))
    give('addEventListener', () => undefined)
    give('document', { documentElement: { lang: 'en' } })
    give('requestAnimationFrame', () => 0)
    visit = new Visit('tablet', store, options => {
      const hand = new HandLine()
      const board = new Board(options, hand.line)
      opened.push({ options, board, hand })
      return board
    })
    await visit.signIn(maple, 'priya', '1357')
  })

  afterEach(() => {
    for (const { board } of opened) board.close()
    takeBack()
  })

  const last = (): Opened => opened.at(-1) as Opened
  const sent = ({ hand }: Opened) => hand.submits.map(({ sent: { id, type } }) => [id, type])

  it('Y-18 goes on being sent when the device is locked, under its id; what waits for a member does not', async () => {
    const { id } = last().board.submit(raise)
    last().board.submit({ type: 'check-in.complete', stay: 's01' })
    void visit.lock()
    await vi.waitUntil(() => visit.standing.is === 'locked')
    expect(last().options).toMatchObject({ audience: 'locked', outbox: { member: null } })
    last().hand.welcomes({ epoch: 'e', seq: 1 }, 1)
    expect(sent(last())).toEqual([[id, 'alert.raise']])
  })

  it('Y-18 goes on being sent when another member takes over, and theirs alone is the rest', async () => {
    const { id } = last().board.submit(raise)
    const { id: check } = last().board.submit({ type: 'check-in.complete', stay: 's01' })
    await visit.signIn(maple, 'dana', '2468')
    last().hand.welcomes({ epoch: 'e', seq: 1 }, 1)
    expect(sent(last())).toEqual([[id, 'alert.raise']])
    await visit.signIn(maple, 'priya', '1357')
    last().hand.welcomes({ epoch: 'e', seq: 1 }, 1)
    await vi.waitUntil(() => sent(last()).length === 2)
    expect(sent(last()).map(([one]) => one)).toEqual([id, check])
  })

  it('Y-15 is let go on the device once it was answered, also where that is locked', async () => {
    const { id } = last().board.submit(raise)
    expect(store.entries.map(entry => entry.id)).toEqual([id])
    void visit.lock()
    await vi.waitUntil(() => visit.standing.is === 'locked')
    last().hand.welcomes({ epoch: 'e', seq: 1 }, 1)
    last().hand.submits[0]?.answer({ outcome: 'recorded', position: { epoch: 'e', seq: 2 }, repeated: false })
    await vi.waitUntil(() => store.entries.length === 0)
    expect(last().board.sendings).toEqual([])
  })

  it('Y-18 is not sent once it has its receipt', async () => {
    last().hand.welcomes({ epoch: 'e', seq: 1 }, 1)
    last().board.submit(raise)
    last().hand.submits[0]?.answer({ outcome: 'recorded', position: { epoch: 'e', seq: 2 }, repeated: false })
    await visit.signIn(maple, 'dana', '2468')
    last().hand.welcomes({ epoch: 'e', seq: 2 }, 1)
    expect(sent(last())).toEqual([])
  })
})
