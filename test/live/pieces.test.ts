import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import type { Audience } from '../../shared/audience.ts'
import { takeDelta, type Standing } from '../../shared/protocol/take-delta.ts'
import type { RowSet } from '../../shared/protocol/rows.ts'
import type { Position } from '../../shared/position.ts'
import { Backlog, type Connection } from '../../server/live/backlog.ts'
import { Bucket } from '../../server/live/bucket.ts'
import { Channel, type Source } from '../../server/live/channel.ts'
import { ownOrigin } from '../../server/live/origin.ts'
import { screensOf, fieldOf, shared } from '../../server/live/painted.ts'

const from = (origin: string | undefined, host = 'board.example:8080'): IncomingMessage =>
  ({ headers: { origin, host } }) as IncomingMessage

describe('the origin of a page', () => {
  it('L-9 is this very host, or one that was named, or no page at all', () => {
    expect(ownOrigin(from('http://board.example:8080'))).toBe(true)
    expect(ownOrigin(from('https://board.example:8080'))).toBe(true)
    expect(ownOrigin(from(undefined))).toBe(true)
    expect(ownOrigin(from('https://front.example'), ['https://front.example'])).toBe(true)
  })

  it.each([
    'http://board.example',
    'http://board.example:8081',
    'http://evil.example',
    'http://board.example:8080.evil.example',
    'http://x@board.example:8080',
    'ftp://board.example:8080',
    'null',
    ''
  ])('L-9 is not %s', origin => {
    expect(ownOrigin(from(origin), ['https://front.example'])).toBe(false)
  })
})

describe('a rate', () => {
  it('L-11 lets a burst through, then so many a second', () => {
    const bucket = new Bucket({ burst: 3, perSecond: 2 }, 0)
    expect([0, 0, 0, 0].map(at => bucket.take(at))).toEqual([true, true, true, false])
    expect([499, 500, 501, 10_000, 10_000, 10_000, 10_000].map(at => bucket.take(at))).toEqual([
      false,
      true,
      false,
      true,
      true,
      true,
      false
    ])
  })
})

describe('a backlog', () => {
  const patience = { queued: 1_000, behind: 10_000 }
  const connection = (bufferedAmount: number, bytesWritten: number, queued = ''): Connection =>
    ({
      writeBuffer: queued === '' ? [] : [{ data: queued }],
      transport: { socket: { bufferedAmount, _socket: { bytesWritten }, terminate: () => undefined } }
    }) as unknown as Connection

  it('L-10 is too much when more waits than is allowed, wherever it waits', () => {
    expect(new Backlog().tooMuch(connection(1_001, 5_000), 0, patience)).toBe(true)
    expect(new Backlog().tooMuch(connection(900, 5_000, 'x'.repeat(101)), 0, patience)).toBe(true)
    expect(new Backlog().tooMuch(connection(900, 5_000, 'x'.repeat(100)), 0, patience)).toBe(false)
  })

  it('L-10 is too much when what waited ten seconds ago still does, not while it moves', () => {
    const stuck = new Backlog()
    const asked = [0, 5_000, 10_000, 10_001].map(at => stuck.tooMuch(connection(500, 5_000), at, patience))
    expect(asked).toEqual([false, false, false, true])
    const moving = new Backlog()
    const always = [0, 5_000, 10_000, 15_000, 20_000].map((at, i) =>
      moving.tooMuch(connection(500, 5_000 + i * 500), at, patience)
    )
    expect(always).toEqual([false, false, false, false, false])
  })
})

describe('what displays painted', () => {
  it('L-6 is told by name and audience, with the silence since, and not of another life of the journal', () => {
    const position: Position = { epoch: 'now', seq: 9 }
    const fields = {
      [fieldOf('b')]: shared({
        name: 'South',
        audience: 'wall',
        position: { epoch: 'then', seq: 99 },
        at: 7_000
      }),
      [fieldOf('a')]: shared({ name: 'North', audience: 'wall-public', position, at: 9_500 }),
      [fieldOf('c')]: 'not what it should be',
      other: '{}'
    }
    expect(screensOf(fields, position, 10_000)).toEqual([
      { name: 'North', audience: 'wall-public', seq: 9, ago: 500 },
      { name: 'South', audience: 'wall', seq: 0, ago: 3_000 }
    ])
  })
})

/** A host whose events change one row for everybody, or (negative) nothing that an audience may see. */
class Line implements Source {
  position: Position = { epoch: 'e1', seq: 0 }
  #views: RowSet[] = [{ rows: {} }]
  view(_audience: Audience): RowSet {
    return this.#views[this.position.seq] as RowSet
  }
  viewAt(seq: number): RowSet | undefined {
    return this.#views[seq]
  }
  fold(...values: number[]): void {
    for (const value of values) {
      const rows = this.view('wall').rows ?? {}
      const seq = this.position.seq + 1
      this.position = { ...this.position, seq }
      this.#views[seq] = { rows: value < 0 ? rows : { ...rows, [value]: { id: value } } }
    }
  }
  renew(): void {
    this.position = { ...this.position, epoch: 'e2' }
  }
}

describe('a channel', () => {
  it('L-2 tells each change from head to head, and nothing where nothing is to be seen', () => {
    const line = new Line()
    const channel = new Channel(line, 'wall')
    expect(channel.turn()).toBeNull()
    line.fold(1)
    expect(channel.turn()).toEqual([1, 1, { '/rows/1': { id: 1 } }])
    line.fold(-1, -1)
    expect(channel.turn()).toBeNull()
    expect(channel.position.seq).toBe(1)
    line.fold(2, 3)
    expect(channel.turn()).toEqual([5, 4, { '/rows/2': { id: 2 }, '/rows/3': { id: 3 } }])
  })

  it('L-5 welcomes from wherever a screen stands to the head, with no more than it lacks', () => {
    const line = new Line()
    line.fold(1, -1, 2)
    const channel = new Channel(line, 'wall')
    line.fold(3, -1, -1)
    channel.turn()
    const head = channel.position
    expect(head.seq).toBe(6)
    for (const seq of [0, 1, 2, 3, 4, 5, 6]) {
      const welcome = channel.welcome(0, { epoch: 'e1', seq })
      if (!welcome.ok || !('deltas' in welcome)) throw new Error('not resumed')
      let standing: Standing<RowSet> = { rows: line.viewAt(seq) as RowSet, position: { epoch: 'e1', seq } }
      for (const delta of welcome.deltas) {
        const taken = takeDelta(standing, delta, 'e1')
        if (typeof taken === 'string') throw new Error(taken)
        standing = taken
      }
      expect(standing).toEqual({ position: head, rows: line.view('wall') })
    }
  })

  it('L-5 moves a screen of another chain onto its own, back to a lower seq where the view is the same', () => {
    const line = new Line()
    const channel = new Channel(line, 'wall')
    line.fold(1)
    channel.turn()
    line.fold(-1, -1)
    channel.turn()
    expect(channel.welcome(0, { epoch: 'e1', seq: 3 })).toEqual({
      ok: true,
      deltas: [[1, -2, {}]],
      position: { epoch: 'e1', seq: 1 },
      now: 0
    })
  })

  it('L-5 gives a snapshot where only that helps', () => {
    const line = new Line()
    line.fold(1)
    const channel = new Channel(line, 'wall')
    const whole = {
      ok: true,
      snapshot: { position: { epoch: 'e1', seq: 1 }, now: 5, rows: line.view('wall') }
    }
    expect(channel.welcome(5)).toEqual(whole)
    expect(channel.welcome(5, { epoch: 'e0', seq: 1 })).toEqual(whole)
    expect(channel.welcome(5, { epoch: 'e1', seq: 2 })).toEqual(whole)
  })

  it('L-14 begins anew with a new life of the journal', () => {
    const line = new Line()
    line.fold(1)
    const channel = new Channel(line, 'wall')
    line.renew()
    expect(channel.turn()).toBe('anew')
    expect(channel.position).toEqual({ epoch: 'e2', seq: 1 })
    expect(channel.welcome(0, { epoch: 'e1', seq: 1 })).toHaveProperty('snapshot')
  })
})
