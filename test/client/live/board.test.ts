import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Board } from '../../../client/live/board.svelte.ts'
import type { Delta } from '../../../shared/protocol/delta.ts'
import type { FarewellReason } from '../../../shared/protocol/farewell.ts'
import { farewells } from '../../../shared/protocol/farewell.ts'
import { give, takeBack } from '../browser.ts'
import { HandLine } from './hand-line.ts'

const noon = 1_781_611_200_000
const at = (seq: number, epoch = 'e1') => ({ epoch, seq })
const place = (id: string) => ({ id, name: { en: id, fr: id }, kind: 'other' })
const beacon = (seq: number, epoch = 'e1', age = 0) => ({ position: at(seq, epoch), now: noon, age })
/** Opens a yard; leads one event on, or `steps`. */
const yard = (seq: number, steps = 1): Delta => [seq, steps, { '/places/yard': place('yard') }]

let hand: HandLine
let board: Board
let frames: (() => void)[]

function paintFrame(): void {
  for (const frame of frames.splice(0)) frame()
}

beforeEach(() => {
  vi.useFakeTimers()
  frames = []
  give('requestAnimationFrame', (frame: () => void) => frames.push(frame))
  hand = new HandLine()
  board = new Board({ unit: 'maple', audience: 'tablet' }, hand.line)
})

afterEach(() => {
  board.close()
  takeBack()
  vi.useRealTimers()
})

describe('when a screen is live', () => {
  it('Y-11 a welcome gives rows and a clock, and does not make it live', () => {
    hand.welcomes(at(41), noon, { places: { hall: place('hall') } })
    expect(Object.keys(board.rows.places)).toEqual(['hall'])
    expect(board.clock.now).toBe(noon)
    expect(board.clock.freshness).toEqual({ is: 'waiting' })
    expect(board.clock.sure).toBe(false)
    hand.says('beacon', beacon(41))
    expect(board.clock.freshness.is).toBe('live')
  })

  it('Y-11 a welcome that only says what was missed leaves a stale screen stale', () => {
    hand.welcomes(at(41), noon)
    hand.says('beacon', beacon(41))
    vi.advanceTimersByTime(6_000)
    hand.opens()
    hand.hellos.at(-1)?.answer({ ok: true, deltas: [], position: at(41), now: noon + 6_000 })
    expect(board.clock.freshness.is).toBe('stale')
    expect(board.clock.now).toBe(noon + 6_000)
  })

  it('Y-5 a beacon of a node that lost the journal itself does not make it live', () => {
    hand.welcomes(at(41), noon)
    hand.says('beacon', beacon(41, 'e1', 5_000))
    expect(board.clock.freshness.is).toBe('stale')
  })

  it.each([
    ['another position', beacon(42)],
    ['an earlier position', beacon(40)],
    ['another life of the journal', beacon(41, 'e2')]
  ])('Y-12 a beacon of %s makes nothing current: the screen greets with where it stands', (_, heard) => {
    hand.welcomes(at(41), noon)
    hand.says('beacon', heard)
    expect(board.clock.freshness).toEqual({ is: 'waiting' })
    expect(hand.hellos).toHaveLength(2)
    expect(hand.hellos[1]?.sent).toMatchObject({ unit: 'maple', audience: 'tablet', position: at(41) })
  })
})

describe('what a screen lacks', () => {
  it('Y-12 a gap is asked for once, and what was missed is taken from the answer', () => {
    hand.welcomes(at(41), noon)
    hand.says('delta', 44, 1, {})
    hand.says('delta', 45, 1, {})
    expect(hand.hellos).toHaveLength(2)
    expect(hand.hellos[1]?.sent.position).toEqual(at(41))
    const deltas = [yard(45, 4)]
    hand.hellos[1]?.answer({ ok: true, deltas, position: at(45), now: noon })
    expect(board.position).toEqual(at(45))
    expect(Object.keys(board.rows.places)).toEqual(['yard'])
  })

  it('Y-12 a new life of the journal is greeted, and its snapshot replaces every row', () => {
    hand.welcomes(at(41), noon, { places: { hall: place('hall') } })
    hand.says('beacon', beacon(41, 'e2'))
    hand.says('delta', ...yard(42))
    expect(Object.keys(board.rows.places)).toEqual(['hall'])
    const rows = { places: { yard: place('yard') } }
    hand.hellos[1]?.answer({ ok: true, snapshot: { position: at(7, 'e2'), now: noon, rows } } as never)
    expect(board.position).toEqual(at(7, 'e2'))
    expect(Object.keys(board.rows.places)).toEqual(['yard'])
  })

  it('L-21 a delta of a new life that fits by its numbers is not taken, also where the greeting was never answered', () => {
    hand.welcomes(at(41), noon)
    hand.opens()
    hand.says('delta', ...yard(42))
    hand.hellos[1]?.lose()
    hand.says('delta', ...yard(42))
    expect(hand.hellos).toHaveLength(3)
    hand.hellos[2]?.lose()
    hand.says('beacon', beacon(41, 'e2'))
    hand.says('delta', ...yard(42))
    expect(board.position).toEqual(at(41))
    expect(Object.keys(board.rows.places)).toEqual([])
  })

  it('L-22 rows that a delta does not fit are asked for anew, without a position', () => {
    hand.welcomes(at(41), noon, { places: { hall: place('hall') } })
    hand.says('delta', 42, 1, { '/places/yard/kind': 'other' })
    expect(hand.hellos[1]?.sent).not.toHaveProperty('position')
    hand.hellos[1]?.answer({ ok: true, snapshot: { position: at(42), now: noon, rows: {} } } as never)
    expect(board.position).toEqual(at(42))
  })

  it('Y-12 an unanswered greeting is over, and the next beacon asks again', () => {
    hand.welcomes(at(41), noon)
    hand.says('beacon', beacon(42))
    hand.says('beacon', beacon(42))
    expect(hand.hellos).toHaveLength(2)
    expect(hand.hellos[1]?.within).toBe(2_500)
    hand.hellos[1]?.lose()
    hand.says('beacon', beacon(42))
    expect(hand.hellos).toHaveLength(3)
  })

  it('says why it was not let in, until it is', () => {
    hand.opens()
    hand.hellos[0]?.answer({ ok: false, refusal: 'not-permitted', says: {} })
    expect(board.refused).toBe('not-permitted')
    expect(board.position).toBeNull()
    hand.welcomes(at(1), noon)
    expect(board.refused).toBeNull()
  })
})

describe('a farewell', () => {
  const served = vi.fn(() => Promise.resolve(new Response(null, { status: 200 })))
  const reload = vi.fn()

  beforeEach(() => {
    served.mockClear()
    reload.mockClear()
    give('fetch', served)
    give('location', { reload })
    hand.welcomes(at(41), noon)
    hand.done.length = 0
  })

  const part = (reason: FarewellReason) => hand.says('farewell', { reason, again: farewells[reason] })

  it.each(['signed-out', 'locked', 'revoked'] as const)('Y-13 for %s stays away', reason => {
    part(reason)
    expect(hand.done).toEqual(['disconnect'])
    expect(board.farewell).toEqual({ reason, again: farewells[reason] })
  })

  it.each(['draining', 'too-slow'] as const)('Y-13 for %s comes again at once', reason => {
    hand.connected = false
    part(reason)
    expect(hand.done).toEqual(['connect'])
    hand.welcomes(at(41), noon)
    expect(board.farewell).toBeNull()
  })

  it('Y-13 for an old program takes the new one, once somebody serves it', async () => {
    served.mockImplementationOnce(() => Promise.reject(new Error('nobody')))
    part('protocol-old')
    await vi.advanceTimersByTimeAsync(1_999)
    expect(reload).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(served).toHaveBeenCalledTimes(2)
    expect(reload).toHaveBeenCalledTimes(1)
  })
})

describe('a submit', () => {
  it('Y-7 given no receipt, the same id goes up again within a second, until there is one', () => {
    hand.welcomes(at(41), noon)
    const sending = board.submit({ type: 'alert.raise' })
    hand.submits[0]?.lose()
    expect(board.sendings).toEqual([sending])
    vi.advanceTimersByTime(1_000)
    expect(hand.submits.map(({ sent }) => sent.id)).toEqual([sending.id, sending.id])
    hand.submits[1]?.answer({ outcome: 'recorded', position: at(42), repeated: true })
    expect(board.sendings).toEqual([])
    vi.advanceTimersByTime(5_000)
    expect(hand.submits).toHaveLength(2)
  })

  it('Y-7 made without a connection, it goes up with the next welcome', () => {
    const sending = board.submit({ type: 'alert.raise' })
    expect(hand.submits).toEqual([])
    hand.welcomes(at(41), noon)
    expect(hand.submits.map(({ sent }) => sent.id)).toEqual([sending.id])
  })
})

describe('what was painted', () => {
  it('Y-14 is reported two frames after it changed, not before, and again every two seconds', () => {
    hand.welcomes(at(41), noon)
    vi.advanceTimersByTime(2_000)
    paintFrame()
    expect(hand.painted).toEqual([])
    paintFrame()
    expect(hand.painted).toEqual([at(41)])
    vi.advanceTimersByTime(2_000)
    expect(hand.painted).toEqual([at(41), at(41)])
  })

  it('Y-14 goes on with the old position where a page no longer paints, and says nothing when cut off', () => {
    hand.welcomes(at(41), noon)
    paintFrame()
    paintFrame()
    hand.says('delta', ...yard(42))
    vi.advanceTimersByTime(2_000)
    expect(hand.painted.at(-1)).toEqual(at(41))
    hand.connected = false
    const reported = hand.painted.length
    vi.advanceTimersByTime(4_000)
    expect(hand.painted).toHaveLength(reported)
  })
})
