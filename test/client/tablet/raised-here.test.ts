import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Board } from '../../../client/live/board.svelte.ts'
import type { Fields } from '../../../client/live/sending.svelte.ts'
import { assertedFor, RaisedHere } from '../../../client/tablet/raised-here.svelte.ts'
import { give, takeBack } from '../browser.ts'
import { HandLine } from '../live/hand-line.ts'

const noon = 1_781_611_200_000
const at = (seq: number, epoch = 'e1') => ({ epoch, seq })
const raise: Fields = { type: 'alert.raise', kind: 'fire', place: null, seenAt: noon }
const row = (id: string, situation = 'raised') => ({ alerts: { [id]: { id, situation, since: noon } } })
const receipt = (seq: number, epoch = 'e1') =>
  ({ outcome: 'recorded', position: at(seq, epoch), repeated: false }) as const

/** What a browser keeps for a device, over every reload. */
class Kept {
  #entries = new Map<string, string>()
  get length(): number {
    return this.#entries.size
  }
  key(place: number): string | null {
    return [...this.#entries.keys()][place] ?? null
  }
  getItem(key: string): string | null {
    return this.#entries.get(key) ?? null
  }
  setItem(key: string, value: string): void {
    this.#entries.set(key, value)
  }
  removeItem(key: string): void {
    this.#entries.delete(key)
  }
}

/** A page of the device: its board, its line in the test's hand, and what it knows to have been raised here. */
interface Page {
  hand: HandLine
  board: Board
  here: RaisedHere
}
const pages: Page[] = []

function page(unit = 'maple'): Page {
  const hand = new HandLine()
  const opened = { hand, board: new Board({ unit, audience: 'locked' }, hand.line), here: new RaisedHere() }
  opened.here.takeUp()
  pages.push(opened)
  return opened
}

/** Stands where the server stands, and looks once more at what was raised here. */
function stands({ hand, board, here }: Page, position = at(10), rows: object = {}, now = noon): void {
  hand.welcomes(position, now, rows)
  hand.says('beacon', { position, now, age: 0 })
  here.assert(board)
}

const sentIds = ({ hand }: Page) => hand.submits.map(({ sent }) => sent.id)
/** What was answered is heard once the promise of it has. */
const heard = () => Promise.resolve().then(() => undefined)

beforeEach(() => {
  vi.useFakeTimers({ now: noon })
  give('localStorage', new Kept())
  give('requestAnimationFrame', () => 0)
})

afterEach(() => {
  for (const { board } of pages.splice(0)) board.close()
  takeBack()
  vi.useRealTimers()
})

describe('an alert that was raised here', () => {
  it('Y-16 without a receipt is sent again after a reload, under its id, once', () => {
    const before = page()
    const id = before.here.raise(before.board, raise)
    before.board.close()
    const after = page()
    expect(after.here.of(after.board)).toMatchObject([{ id, fields: raise, aside: false }])
    expect(after.here.sending(after.board, id)?.state.is).toBe('unsure')
    stands(after)
    after.here.assert(after.board)
    expect(sentIds(after)).toEqual([id])
    expect(after.hand.submits[0]?.sent).toMatchObject(raise)
  })

  it('Y-16 with a receipt is not sent again, and says that it is recorded before its row has come', async () => {
    const before = page()
    stands(before)
    const id = before.here.raise(before.board, raise)
    before.hand.submits[0]?.answer(receipt(11))
    await heard()
    before.board.close()
    const after = page()
    stands(after)
    expect(sentIds(after)).toEqual([])
    expect(after.here.sending(after.board, id)?.state.is).toBe('recorded')
    expect(after.here.of(after.board)).toHaveLength(1)
  })

  it('Y-16 that is known on the board is not sent again', () => {
    const before = page()
    const id = before.here.raise(before.board, raise)
    const after = page()
    stands(after, at(11), row(id))
    expect(sentIds(after)).toEqual([])
  })

  it('Y-16 is sent in its own unit only', () => {
    const before = page()
    before.here.raise(before.board, raise)
    const elsewhere = page('linden')
    stands(elsewhere)
    expect(sentIds(elsewhere)).toEqual([])
    expect(elsewhere.here.of(elsewhere.board)).toEqual([])
  })

  it('Y-16 that was just answered is not sent again before its answer is written down', () => {
    const only = page()
    stands(only)
    const id = only.here.raise(only.board, raise)
    only.hand.submits[0]?.answer(receipt(11))
    only.here.assert(only.board)
    expect(sentIds(only)).toEqual([id])
  })

  it('Y-16 that is on its way already is not sent beside it, and its receipt counts', async () => {
    const before = page()
    const id = before.here.raise(before.board, raise)
    const after = page()
    after.board.submit(raise, id)
    stands(after)
    expect(sentIds(after)).toEqual([id])
    after.hand.submits[0]?.answer(receipt(11))
    await heard()
    expect(after.here.sending(after.board, id)?.state.is).toBe('recorded')
  })

  it('Y-16 within a "not found" is raised by the device itself, under one id however often', () => {
    const before = page()
    const id = before.here.raise(before.board, { type: 'check-in.not-found', stay: 's01', place: 'hall' })
    const after = page()
    stands(after)
    expect(after.hand.submits.map(({ sent }) => sent)).toMatchObject([
      { type: 'alert.raise', kind: 'missing-person', stay: 's01', place: 'hall', seenAt: noon }
    ])
    expect(sentIds(after)).not.toEqual([id])
    const later = page()
    stands(later)
    expect(sentIds(later)).toEqual(sentIds(after))
  })

  it('Y-16 holds no name, also where the browser keeps nothing it is still sent', () => {
    give('localStorage', undefined)
    const only = page()
    stands(only)
    const id = only.here.raise(only.board, raise)
    only.hand.submits[0]?.lose()
    vi.advanceTimersByTime(1_000)
    expect(sentIds(only)).toEqual([id, id])
  })
})

describe('an alert in another life of the journal', () => {
  async function recorded(): Promise<{ before: Page; id: string }> {
    const before = page()
    stands(before)
    const id = before.here.raise(before.board, raise)
    before.hand.submits[0]?.answer(receipt(11))
    await heard()
    return { before, id }
  }

  it('Y-17 is sent again where that does not know it, once the screen is live', async () => {
    const { before, id } = await recorded()
    before.hand.welcomes(at(9, 'e2'), noon)
    vi.advanceTimersByTime(6_000)
    before.here.assert(before.board)
    expect(sentIds(before)).toEqual([id])
    before.hand.says('beacon', { position: at(9, 'e2'), now: noon, age: 0 })
    before.here.assert(before.board)
    expect(sentIds(before)).toEqual([id, id])
    before.hand.submits[1]?.answer(receipt(10, 'e2'))
    await heard()
    before.here.assert(before.board)
    expect(sentIds(before)).toHaveLength(2)
  })

  it('Y-17 is not sent again where that knows it', async () => {
    const { before, id } = await recorded()
    stands(before, at(11, 'e2'), row(id))
    stands(before, at(9, 'e3'), row(id))
    expect(sentIds(before)).toEqual([id])
  })

  it.each(['resolved', 'cancelled'])('Y-17 is not sent again once it was seen %s', async situation => {
    const { before, id } = await recorded()
    stands(before, at(12), row(id, situation))
    stands(before, at(9, 'e2'))
    expect(sentIds(before)).toEqual([id])
    expect(before.here.all).toEqual([])
  })

  it('Y-17 is not sent again once it has left the view', async () => {
    const { before, id } = await recorded()
    stands(before, at(12))
    expect(before.here.all).toEqual([])
    stands(before, at(9, 'e2'))
    expect(sentIds(before)).toEqual([id])
  })

  it('Y-17 a silent one that a locked screen is not shown is not taken for ended', async () => {
    const before = page()
    stands(before)
    before.here.raise(before.board, { ...raise, silent: true })
    before.hand.submits[0]?.answer(receipt(11))
    await heard()
    stands(before, at(12))
    expect(before.here.of(before.board)).toHaveLength(1)
    stands(before, at(9, 'e2'))
    expect(sentIds(before)).toHaveLength(2)
  })
})

describe('an alert that is sent no more', () => {
  it('Y-17 was refused: after a reload it still says so', async () => {
    const before = page()
    stands(before)
    const id = before.here.raise(before.board, raise)
    before.hand.submits[0]?.answer({ outcome: 'refused', refusal: 'not-signed-in', says: {} })
    await heard()
    const after = page()
    stands(after)
    expect(sentIds(after)).toEqual([])
    expect(after.here.sending(after.board, id)?.state).toMatchObject({
      is: 'refused',
      refusal: 'not-signed-in'
    })
  })

  it('Y-17 has not been known for twelve hours', () => {
    const before = page()
    const id = before.here.raise(before.board, raise)
    const intime = page()
    stands(intime, at(10), {}, noon + assertedFor)
    expect(sentIds(intime)).toEqual([id])
    const late = page()
    stands(late, at(10), {}, noon + assertedFor + 1_000)
    expect(sentIds(late)).toEqual([])
    expect(late.here.all).toEqual([])
    expect(page().here.all).toEqual([])
  })
})
